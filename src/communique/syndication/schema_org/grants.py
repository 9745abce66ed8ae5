"""Who pays for what, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from communique.content.acknowledgements import Support
from communique.text import funder_ids, ror

from .nodes import Node


def of(supports: Iterable[Support]) -> list[Node]:
    """What was given, each with who gave it; an amount where it is told."""
    return [
        {
            "@type": "MonetaryGrant" if one.amount is not None else "Grant",
            "identifier": one.number,
            "funder": _funder(one),
            "amount": {"@type": "MonetaryAmount", "value": one.amount, "currency": one.currency}
            if one.amount is not None
            else None,
        }
        for one in supports
    ]


def _funder(one: Support) -> Node:
    known = [ror.address(one.ror)] if one.ror else []
    known += [funder_ids.address(one.funder_id)] if one.funder_id else []
    return {
        "@type": "Organization",
        "@id": known[0] if known else "",
        "name": one.funder,
        "url": one.website,
        "identifier": known,
    }
