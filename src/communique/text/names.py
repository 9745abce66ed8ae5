"""Names of people in print: joined for a byline, cut down to initials."""

from __future__ import annotations

from collections.abc import Sequence

from .scripts import dominant

# Between names, and before the last one (CLDR, listPatterns of type standard; English without the serial comma).
# Arabic's "and" is written together with the name after it.
_JOINTS = {"en": (", ", " and "), "ur": ("، ", " اور "), "ar": ("، ", " و"), "ru": (", ", " и ")}

_TITLES = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "amb", "gen", "lt", "col", "maj", "sir", "dame", "ڈاکٹر", "پروفیسر", "د"}
)


def joined(names: Sequence[str], language: str) -> str:
    """Names as print joins them: one; one and another; one, another and a third."""
    if not names:
        return ""
    between, before_last = joints(language)
    *others, last = names
    return f"{between.join(others)}{before_last}{last}" if others else last


def joints(language: str) -> tuple[str, str]:
    """What stands between names in a list, and before the last of them."""
    return _JOINTS.get(language.split("-")[0], _JOINTS["en"])


def initials(name: str) -> str:
    """The first letters of the first and last name, without titles; one letter in scripts that join theirs."""
    words = [word for word in name.split() if word.strip(".").lower() not in _TITLES and word[0].isalpha()]
    if not words:
        return ""
    if len(words) == 1 or dominant(name) == "Arabic":
        return words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()
