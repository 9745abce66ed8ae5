"""A series in the words of schema.org."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.described import Described, Matter
from communique.content.frames import absolute
from communique.content.questions.pages import Link
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, nodes


@dataclass(frozen=True)
class Series(Matter):
    """A series with its parts, in order."""

    entries: tuple[Link, ...]
    summary: str = ""


@schema_org.entity(Series, anchor="series", page="CollectionPage")
def series(page: Described, told: Series) -> Node:
    """A series with its parts, in order."""
    here = absolute(page.address)
    parts = [
        {
            "@type": "CreativeWork",
            "@id": f"{absolute(part.address)}#article",
            "name": part.title,
            "url": absolute(part.address),
            "position": number,
        }
        for number, part in enumerate(told.entries, start=1)
    ]
    return {
        "@type": "CreativeWorkSeries",
        "@id": f"{here}#series",
        "url": here,
        "name": page.title,
        "description": told.summary,
        "inLanguage": page.language,
        "publisher": nodes.organisation(),
        "hasPart": parts,
    }
