"""A project, and who pays for what, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from communique.content.acknowledgements import Support
from communique.content.described import Described, Project
from communique.content.frames import absolute
from communique.text import funder_ids, ror

Node = dict[str, Any]


def described(page: Described, project: Project, people: Sequence[Node], organisation: Node) -> Node:
    """A project as its page shows it."""
    here = absolute(page.address)
    return {
        "@type": "ResearchProject",
        "@id": f"{here}#project",
        "url": here,
        "mainEntityOfPage": {"@id": here},
        "name": project.title,
        "description": project.summary,
        "foundingDate": f"{project.began}" if project.began else "",
        "dissolutionDate": f"{project.ended}" if project.ended else "",
        "parentOrganization": organisation,
        "member": list(people),
        "funding": grants(project.supports),
        "subjectOf": [
            {"@type": "CreativeWork", "name": one.title, "url": absolute(one.address)} for one in project.outputs
        ],
    }


def grants(supports: Iterable[Support]) -> list[Node]:
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
