"""Texts with authors and a date, and people: what many pages are about."""

from __future__ import annotations

from collections.abc import Iterable

from communique.content.described import Described, Origin, Profile, Somebody, Told, Work
from communique.content.frames import absolute

from . import grants, nodes
from .kinds import entity
from .nodes import Node, moment, named

ROLES = {"author": "author", "editor": "editor", "translator": "translator"}
"""Roles that schema.org has a word for; all others contributed."""


@entity(Profile, anchor="person", page="ProfilePage")
def profile(page: Described, told: Profile) -> Node:
    """Somebody as their own page shows them."""
    return nodes.person(told.person)


@entity(Work, anchor="article")
def work(page: Described, work: Work) -> Node:
    """A text as its page shows it, with what it is part of and who paid for it."""
    here = absolute(page.address)
    told = [*work.corrections, *([work.retraction] if work.retraction else [])]
    return {
        "@type": work.kind,
        "@id": f"{here}#article",
        "url": here,
        "mainEntityOfPage": named(here),
        "headline": work.title,
        "description": work.summary if page.quoted else "",
        "inLanguage": page.language,
        "datePublished": moment(work.published),
        "dateModified": moment(work.updated),
        **_people(work.people),
        "publisher": nodes.organisation(),
        "genre": work.type,
        "about": [{"@type": "Thing", "name": one.title, "url": absolute(one.address)} for one in work.topics],
        "image": nodes.photograph(work.picture) if work.picture else None,
        "isPartOf": _series_of(work),
        "position": work.place.number if work.place else None,
        "isBasedOn": _origin(work.origin) if work.origin else None,
        "correction": [_correction(here, one) for one in told],
        "creativeWorkStatus": "Retracted" if work.retraction else "",
        "funding": [grant for one in page.acknowledged for grant in grants.of(one.supports)],
        **nodes.translations(page, "#article"),
    }


def _origin(origin: Origin) -> Node:
    """A work of others that this one is a new edition of."""
    return {
        "@type": "CreativeWork",
        "url": origin.link,
        "datePublished": f"{origin.day}" if origin.day else "",
        "publisher": {"@type": "Organization", "name": origin.publisher},
    }


def _people(people: Iterable[tuple[str, Somebody]]) -> Node:
    found: dict[str, list[Node]] = {}
    for role, person in people:
        found.setdefault(ROLES.get(role, "contributor"), []).append(nodes.person(person))
    return dict(found)


def _series_of(work: Work) -> Node | None:
    if work.place is None:
        return None
    address = absolute(work.place.series.address)
    return {
        "@type": "CreativeWorkSeries",
        "@id": f"{address}#series",
        "name": work.place.series.title,
        "url": address,
    }


def _correction(here: str, told: Told) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": told.words,
        "datePublished": moment(told.published),
        "url": f"{here}#{told.anchor}",
    }
