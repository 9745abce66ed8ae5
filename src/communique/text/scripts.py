"""Writing systems: which way a language runs, and which script a text is in."""

from __future__ import annotations

from collections import Counter
from typing import Literal

Direction = Literal["ltr", "rtl"]
Script = Literal["Latin", "Arabic", "Cyrillic", "Greek", "Hebrew", "Devanagari", "Han", "Other"]

# Languages written from right to left, by their primary subtag (CLDR, characterOrder).
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})

# Names of languages in themselves (CLDR, localeDisplayNames).
OWN_NAMES = {
    **{"ar": "العربية", "en": "English", "ru": "Русский", "ur": "اردو"},
    **{"az": "azərbaycan", "bn": "বাংলা", "de": "Deutsch", "es": "español", "fa": "فارسی", "fr": "français"},
    **{"hi": "हिन्दी", "id": "Bahasa Indonesia", "it": "italiano", "ja": "日本語", "kk": "қазақ тілі", "ko": "한국어"},
    **{"ky": "кыргызча", "ms": "Bahasa Melayu", "pa": "ਪੰਜਾਬੀ", "ps": "پښتو", "pt": "português", "sd": "سنڌي"},
    **{"tg": "тоҷикӣ", "tk": "türkmen dili", "tr": "Türkçe", "uk": "українська", "uz": "o‘zbek", "zh": "中文"},
}

_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, "Latin"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x0870, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3400, 0x9FFF, "Han"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFC, "Arabic"),
)


def direction(language: str) -> Direction:
    """The direction in which a language is written: "ur", "ur-PK" and "UR" run from right to left."""
    return "rtl" if language.replace("_", "-").split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def own_name(language: str) -> str:
    """A language's name in itself, or its code where we don't know it."""
    return OWN_NAMES.get(language, language)


def dominant(text: str) -> Script:
    """The script that most letters of a text are in; "Other" if it has no letter of a script known here."""
    found = Counter(script for sign in text if sign.isalpha() and (script := script_of(sign)) != "Other")
    return found.most_common(1)[0][0] if found else "Other"


def direction_of(text: str) -> Direction:
    """The direction of a text whose language isn't known, by the script it is mostly in."""
    return "rtl" if dominant(text) in {"Arabic", "Hebrew"} else "ltr"


def script_of(sign: str) -> Script:
    """The script of one letter."""
    point = ord(sign)
    for first, last, script in _BLOCKS:
        if first <= point <= last:
            return script
    return "Other"
