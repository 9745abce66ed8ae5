"""What a page is, in the words of schema.org, as JSON-LD.

It says what the page shows and no more: who wrote it and where they belonged then, the dates that stand there,
corrections with their words, the breadcrumbs as one can follow them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings

from communique.content import languages, licences
from communique.content.described import (
    Collection,
    Described,
    Happening,
    Members,
    Origin,
    Profile,
    Reachable,
    Series,
    Somebody,
    Told,
    Work,
)
from communique.content.frames import absolute
from communique.content.questions.pages import Link
from communique.content.questions.pictures import Shown
from communique.text import dates, ror

from . import schema_org_events, schema_org_offices

Node = dict[str, Any]

ROLES = {"author": "author", "editor": "editor", "translator": "translator"}
"""Roles that schema.org has a word for; all others contributed."""

# Within a script element a "<" could end it; the others are no harm here, but are where the text is copied to.
_UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def describe(page: Described) -> str:
    """A page's description, safe to stand in a script element whatever is written in it."""
    nodes = [_organisation(page), _website(page), _page(page), *_breadcrumbs(page), *_main(page)]
    graph = {"@context": "https://schema.org", "@graph": [_told(node) for node in nodes]}
    return orjson.dumps(graph).decode().translate(_UNSAFE)


def _organisation(page: Described) -> Node:
    own = page.site
    known = ror.address(own.ror) if own.ror else ""
    node: Node = {
        "@type": "Organization",
        "@id": _organisation_id(),
        "name": own.name,
        "alternateName": own.short_name if own.short_name != own.name else "",
        "url": absolute(own.home),
        "logo": _picture(own.logo.small.address, own.logo.small.width, own.logo.small.height) if own.logo else None,
        "identifier": known,
        "sameAs": [*([known] if known else []), *(url for _, url in own.social)],
        "email": own.email,
        "telephone": own.telephone,
        "foundingDate": str(own.founded or ""),
    }
    if isinstance(page.matter, Members):
        node["member"] = [_person(one) for one in page.matter.people]
    if isinstance(page.matter, Reachable):
        node |= schema_org_offices.described(page.matter)
    return node


def _website(page: Described) -> Node:
    return {
        "@type": "WebSite",
        "@id": _website_id(page),
        "url": absolute(page.site.home),
        "name": page.site.name,
        "inLanguage": page.language,
        "publisher": _named(_organisation_id()),
    }


def _page(page: Described) -> Node:
    here = absolute(page.address)
    node: Node = {
        "@type": _page_type(page),
        "@id": here,
        "url": here,
        "name": page.title or page.site.name,
        "description": page.description if page.quoted else "",
        "inLanguage": page.language,
        "isPartOf": _named(_website_id(page)),
        "breadcrumb": _named(f"{here}#breadcrumbs") if page.breadcrumbs else None,
    }
    match page.matter:
        case Work():
            node["mainEntity"] = _named(f"{here}#article")
        case Series():
            node["mainEntity"] = _named(f"{here}#series")
        case Collection():
            node["mainEntity"] = _list(page.matter.entries)
        case Profile():
            node["mainEntity"] = _named(f"{here}#person")
        case Happening():
            node["mainEntity"] = _named(f"{here}#event")
        case Members() | Reachable():
            node["about"] = _named(_organisation_id())
    return node if isinstance(page.matter, Work) else node | _translations(page, "")


def _page_type(page: Described) -> str:
    if isinstance(page.matter, Collection):
        return "CollectionPage"
    return _PAGES.get(type(page.matter), "WebPage")


_PAGES: dict[type, str] = {Profile: "ProfilePage", Members: "AboutPage", Reachable: "ContactPage"}


def _breadcrumbs(page: Described) -> Iterator[Node]:
    """The pages above, as the trail shows them, and the page itself."""
    if page.breadcrumbs:
        trail = [*page.breadcrumbs, Link(page.title, page.address)]
        steps = [
            {"@type": "ListItem", "position": place, "name": step.title, "item": absolute(step.address)}
            for place, step in enumerate(trail, start=1)
        ]
        yield {"@type": "BreadcrumbList", "@id": f"{absolute(page.address)}#breadcrumbs", "itemListElement": steps}


def _main(page: Described) -> Iterator[Node]:
    match page.matter:
        case Work():
            yield _work(page, page.matter)
        case Series():
            yield _series(page, page.matter)
        case Profile():
            yield _person(page.matter.person)
        case Happening():
            yield schema_org_events.described(page, page.matter, _named(_organisation_id()))


def _work(page: Described, work: Work) -> Node:
    here = absolute(page.address)
    told = [*work.corrections, *([work.retraction] if work.retraction else [])]
    return {
        "@type": work.kind,
        "@id": f"{here}#article",
        "url": here,
        "mainEntityOfPage": _named(here),
        "headline": work.title,
        "description": work.summary if page.quoted else "",
        "inLanguage": page.language,
        "datePublished": _moment(work.published),
        "dateModified": _moment(work.updated),
        **_people(work.people),
        "publisher": _named(_organisation_id()),
        "genre": work.type,
        "about": [{"@type": "Thing", "name": one.title, "url": absolute(one.address)} for one in work.topics],
        "image": _photograph(work.picture) if work.picture else None,
        "isPartOf": _series_of(work),
        "position": work.place.number if work.place else None,
        "isBasedOn": _origin(work.origin) if work.origin else None,
        "correction": [_correction(here, one) for one in told],
        "creativeWorkStatus": "Retracted" if work.retraction else "",
        **_translations(page, "#article"),
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
        found.setdefault(ROLES.get(role, "contributor"), []).append(_person(person))
    return dict(found)


def _person(one: Somebody) -> Node:
    belongs: Node = {
        "@type": "Organization",
        "@id": ror.address(one.affiliation_ror) if one.affiliation_ror else "",
        "name": one.affiliation,
    }
    main = one.picture.main if one.picture else None
    return {
        "@type": "Person",
        "@id": f"{absolute(one.address)}#person" if one.address else "",
        "name": one.name,
        "url": absolute(one.address) if one.address else "",
        "jobTitle": one.role,
        "affiliation": belongs if one.affiliation else None,
        "description": one.about,
        "image": _picture(main.address, main.width, main.height) if main else None,
        "sameAs": f"https://orcid.org/{one.orcid}" if one.orcid else "",
    }


def _series(page: Described, series: Series) -> Node:
    here = absolute(page.address)
    parts = [
        {
            "@type": "CreativeWork",
            "@id": f"{absolute(part.address)}#article",
            "name": part.title,
            "url": absolute(part.address),
            "position": number,
        }
        for number, part in enumerate(series.entries, start=1)
    ]
    return {
        "@type": "CreativeWorkSeries",
        "@id": f"{here}#series",
        "url": here,
        "name": page.title,
        "description": series.summary,
        "inLanguage": page.language,
        "publisher": _named(_organisation_id()),
        "hasPart": parts,
    }


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
        "datePublished": _moment(told.published),
        "url": f"{here}#{told.anchor}",
    }


def _translations(page: Described, anchor: str) -> Node:
    """Of an original its translations, of a translation its original."""
    several = [
        {
            "@type": "CreativeWork",
            "@id": f"{absolute(one.address)}{anchor}",
            "url": absolute(one.address),
            "inLanguage": one.language,
        }
        for one in sorted(page.translations, key=lambda one: not one.original)
    ]
    if page.translations and any(one.original for one in page.translations):
        return {"translationOfWork": several[0]}
    return {"workTranslation": several}


def _list(entries: Iterable[Link]) -> Node:
    items = [
        {"@type": "ListItem", "position": place, "name": one.title, "url": absolute(one.address)}
        for place, one in enumerate(entries, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _photograph(shown: Shown) -> Node:
    main, licence = shown.main, licences.linked(shown.licence)
    return _picture(main.address, main.width, main.height) | {
        "caption": shown.alt,
        "creditText": shown.credit,
        "license": licence[1] if licence else "",
    }


def _picture(address: str, width: int, height: int) -> Node:
    return {"@type": "ImageObject", "url": absolute(address), "width": width, "height": height}


def _named(address: str) -> Node:
    return {"@id": address}


def _organisation_id() -> str:
    return f"{absolute(languages.start(languages.default()))}#organisation"


def _website_id(page: Described) -> str:
    return f"{absolute(page.site.home)}#website"


def _moment(when: Any) -> str:
    """As the page's own `time` elements say it."""
    return dates.iso(when, ZoneInfo(settings.TIME_ZONE)) if when else ""


def _told(value: Any) -> Any:
    """A node without what is empty."""
    if isinstance(value, dict):
        told = {name: _told(inner) for name, inner in value.items()}
        return {name: inner for name, inner in told.items() if inner not in ("", None, [], {})}
    return [_told(inner) for inner in value] if isinstance(value, list) else value
