"""How much room words take in a drawing, as far as one can tell without their font; and lines that fit a width."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from communique.text.scripts import script_of


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letters of a language: their size, and how far apart lines stand."""

    size: float
    leading: float


# Nastaliq hangs from a slope, and looks small for its size.
_LATIN, _NASKH, _NASTALIQ = Lettering(14, 19), Lettering(15, 25), Lettering(15, 33)
_OF = {"ar": _NASKH, "fa": _NASKH, "ur": _NASTALIQ}

# Shares of the size: rather too much than too little.
_WIDTHS = {"Latin": 0.56, "Cyrillic": 0.62, "Greek": 0.58, "Arabic": 0.52, "Hebrew": 0.56, "Han": 1.0}
_NARROW = frozenset("iljtfrI.,:;'’|!()[]")


def of_language(language: str) -> Lettering:
    """The letters that a language is set in."""
    return _OF.get(language.split("-")[0], _LATIN)


def width(text: str, size: float) -> float:
    """About how wide a text is, in the units of its size."""
    return size * sum(map(_share, text))


def lines(text: str, room: float, size: float, most: int) -> list[str]:
    """A text in lines that fit into a width; the last of them ends with "…" where more would follow."""
    told: list[str] = []
    line = ""
    for word in _words(text, room, size):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            told.append(line)
            line = word
        else:
            line = longer
    told.append(line)
    return told if len(told) <= most else [*told[: most - 1], _cut(" ".join(told[most - 1 :]), room, size)]


def _words(text: str, room: float, size: float) -> list[str]:
    """Its words; one that is wider than a line is cut."""
    return [word if width(word, size) <= room else _cut(word, room, size) for word in text.split()]


def _cut(text: str, room: float, size: float) -> str:
    kept = text
    while kept and width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _share(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    if sign == " ":
        return 0.3
    if sign.isdecimal():
        return 0.64
    if sign in _NARROW:
        return 0.34
    wide = 1.25 if sign.isupper() or sign in "mwшщжмыю—%" else 1.0
    return _WIDTHS.get(script_of(sign), 0.6) * wide
