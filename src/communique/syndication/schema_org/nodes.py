"""Nodes that many descriptions have in them. What is empty may stay in them: it is left out in the end."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content import languages, licences
from communique.content.described import Described, Somebody
from communique.content.frames import absolute
from communique.content.questions.pictures import Shown
from communique.text import dates, ror

Node = dict[str, Any]


def named(address: str) -> Node:
    """Something that is described elsewhere, by its "@id"."""
    return {"@id": address}


def organisation() -> Node:
    """The organisation, by its "@id": it is described on every page."""
    return named(f"{absolute(languages.start(languages.default()))}#organisation")


def person(one: Somebody) -> Node:
    """Somebody with all that the page tells of them."""
    belongs: Node = {
        "@type": "Organization",
        "@id": ror.address(one.affiliation_ror) if one.affiliation_ror else "",
        "name": one.affiliation,
    }
    main = one.picture.main if one.picture else None
    return mention(one) | {
        "jobTitle": one.role,
        "affiliation": belongs if one.affiliation else None,
        "description": one.about,
        "image": image(main.address, main.width, main.height) if main else None,
        "sameAs": f"https://orcid.org/{one.orcid}" if one.orcid else "",
    }


def mention(one: Somebody) -> Node:
    """Somebody by name, and by their own page if they have one."""
    return {
        "@type": "Person",
        "@id": f"{absolute(one.address)}#person" if one.address else "",
        "name": one.name,
        "url": absolute(one.address) if one.address else "",
    }


def image(address: str, width: int, height: int) -> Node:
    """A picture by its file."""
    return {"@type": "ImageObject", "url": absolute(address), "width": width, "height": height}


def photograph(shown: Shown) -> Node:
    """A picture with what is said of it."""
    main, licence = shown.main, licences.linked(shown.licence)
    return image(main.address, main.width, main.height) | {
        "caption": shown.alt,
        "creditText": shown.credit,
        "license": licence[1] if licence else "",
    }


def translations(page: Described, anchor: str) -> Node:
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


def moment(when: datetime | None) -> str:
    """As the page's own `time` elements say it, in the site's zone; "" for none."""
    return dates.iso(when, ZoneInfo(settings.TIME_ZONE)) if when else ""
