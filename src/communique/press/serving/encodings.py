"""Which encoding a reader is sent: of those it takes, the one it likes best, and of equals the smallest."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

Preference: TypeAlias = tuple[str, ...]

OURS = ("br", "gzip", "identity")  # the smallest first


@lru_cache(maxsize=512)
def preference(accept: str | None) -> Preference:
    """The encodings of an Accept-Encoding header in the order to try them. Identity always stands among them.

    A reader that takes none of ours gets identity too: it can do more with that than with a refusal.
    """
    if not accept:
        return ("identity",)
    weights = _weights(accept)
    others = weights.get("*")
    found: dict[str, float] = {}
    for name in OURS:
        weight = weights.get(name, others)
        if weight is None:
            weight = 0.0001 if name == "identity" else 0.0  # never spoken of: identity is taken, but liked least
        if weight > 0:
            found[name] = weight
    ordered = sorted(found, key=lambda name: (-found[name], OURS.index(name)))
    return tuple(ordered) if "identity" in found else (*ordered, "identity")


def _weights(accept: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for choice in accept.lower().split(","):
        name, *parameters = (part.strip() for part in choice.split(";"))
        weights["gzip" if name == "x-gzip" else name] = _weight(parameters)
    return weights


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
