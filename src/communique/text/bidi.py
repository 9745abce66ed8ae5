"""In which order the signs of a line stand: Unicode's bidirectional algorithm (UAX #9), for text without its controls.

For what is drawn; browsers know it themselves. Embeddings, overrides and isolates are left out: titles and names don't
bring any (`text.invisible`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}  # for neutrals, numbers count as right to left (N1)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_NEUTRAL = {"B", "S", "WS", "ON", "BN"}
_KNOWN = {*_STRONG, *_NEUTRAL, "NSM", "ES", "ET", "CS"}


def levels(text: str, base: int) -> list[int]:
    """The level of each sign in a paragraph that is written left to right (`base` 0) or right to left (1)."""
    kinds = [kind if (kind := unicodedata.bidirectional(sign)) in _KNOWN else "BN" for sign in text]
    outer = "R" if base else "L"
    _weak(kinds, outer)
    _brackets(text, kinds, outer)
    _neutral(kinds, outer)
    found = [base + _step(kind, base) for kind in kinds]
    return _ends(text, found, base)


def in_order(levels: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right, by their levels (L2)."""
    places = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(places):
            if levels[places[start]] < level:
                start += 1
                continue
            end = start
            while end < len(places) and levels[places[end]] >= level:
                end += 1
            places[start:end] = places[start:end][::-1]
            start = end
    return places


def _weak(kinds: list[str], outer: str) -> None:
    """W1 to W7: marks, numbers, and what stands between and around them."""
    strong, before = outer, outer
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kind = kinds[at] = before  # W1
        elif kind == "EN" and strong == "AL":
            kind = kinds[at] = "AN"  # W2
        if kind in ("L", "R", "AL"):
            strong = kind
        before = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for at in range(1, len(kinds) - 1):  # W4
        around = kinds[at - 1], kinds[at + 1]
        if around == ("EN", "EN") and kinds[at] in ("ES", "CS"):
            kinds[at] = "EN"
        elif around == ("AN", "AN") and kinds[at] == "CS":
            kinds[at] = "AN"
    _terminators(kinds)
    strong = outer
    for at, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _terminators(kinds: list[str]) -> None:
    """W5 and W6: signs of percent, degree and money go with the number beside them; the others are neutral."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at:
            beside = (at > 0 and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[at:end] = ["EN" if beside else "ON"] * (end - at)
        at = max(end, at + 1)
    kinds[:] = ["ON" if kind in ("ES", "CS") else kind for kind in kinds]


def _brackets(text: str, kinds: list[str], outer: str) -> None:
    """N0: both brackets of a pair go the same way."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for at, sign in enumerate(text):
        if kinds[at] != "ON":
            continue
        if sign in _PAIRS:
            opened.append((_PAIRS[sign], at))
        elif any(sign == closing for closing, _ in opened):
            while opened:
                closing, place = opened.pop()
                if closing == sign:
                    pairs.append((place, at))
                    break
    for start, end in sorted(pairs):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if outer in inside:
            kinds[start] = kinds[end] = outer
        elif inside:
            before = next((_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG), outer)
            kinds[start] = kinds[end] = before if before != outer else outer


def _neutral(kinds: list[str], outer: str) -> None:
    """N1 and N2: what has no direction takes that of both its neighbours, or the paragraph's."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _STRONG[kinds[at - 1]] if at else outer
            after = _STRONG[kinds[end]] if end < len(kinds) else outer
            kinds[at:end] = [before if before == after else outer] * (end - at)
        at = max(end, at + 1)


def _step(kind: str, base: int) -> int:
    """I1 and I2: how much deeper than the paragraph."""
    if base:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _ends(text: str, found: list[int], base: int) -> list[int]:
    """L1: space at the end of the line goes with the paragraph."""
    for at in range(len(text) - 1, -1, -1):
        if not text[at].isspace():
            break
        found[at] = base
    return found
