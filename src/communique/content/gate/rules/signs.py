"""Signs that none of the site's fonts has: readers would see an empty box, or another font's idea of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from communique.content.darkroom import fonts
from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level, Place
from communique.content.gate.rulebook import rule
from communique.content.share_cards import looks
from communique.text.sentences import sentence

DRAWN = ("title", "kicker")
"""Places whose words are drawn on cards, where no font of the reader's device can stand in for ours."""

NAMED = 5
"""So many signs are named in one finding."""

_LOST = "\ufffd"  # told as a lost letter
_NOBODYS = {"Co", "Cn", "Cs"}  # for private use, not assigned, half of a pair: no font anywhere has them


@rule
def signs_without_a_font(draft: Draft) -> Iterator[Finding]:
    """Each place once, with the signs and their code points."""
    seen: set[str] = set()
    for passage in draft.passages:
        if lost := _missing(passage.lines):
            seen.update(lost)
            yield _finding(passage.place, lost)
    if elsewhere := [sign for sign in _missing(draft.whole.lines) if sign not in seen]:
        yield _finding(draft.whole.place, elsewhere)


def _missing(text: str) -> list[str]:
    if text.isascii():
        return []
    return [sign for sign in fonts.missing(text, looks.fonts()) if sign != _LOST]


def _finding(place: Place, lost: Sequence[str]) -> Finding:
    told, more = ", ".join(_named(sign) for sign in lost[:NAMED]), len(lost) - NAMED
    refused = place.path in DRAWN or any(unicodedata.category(sign) in _NOBODYS for sign in lost)
    return Finding(
        place,
        sentence("No font of this site has {signs} and {number} more.", signs=told, number=more)
        if more > 0
        else sentence("No font of this site has {signs}.", signs=told),
        sentence(
            "Write it otherwise, in words or with a sign of the same meaning. "
            "Readers may see an empty box, and cards leave it out."
        ),
        Level.REFUSES if refused else Level.WARNS,
    )


def _named(sign: str) -> str:
    """A sign with its code point; what can't be shown by the desk either is told by the code point alone."""
    point = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").lower()
    shown = "" if unicodedata.category(sign) in _NOBODYS else f"“{sign}” "
    return f"{shown}({point}{f', {name}' if name else ''})"
