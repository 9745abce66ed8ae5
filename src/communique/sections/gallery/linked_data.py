"""Albums and their pictures in the words of schema.org."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content import licences
from communique.content.described import Described, Matter, Somebody
from communique.content.frames import absolute
from communique.content.questions.pages import Link
from communique.content.questions.pictures import Shown
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, nodes


@dataclass(frozen=True)
class Photograph(Matter):
    """A picture with a page of its own, as that page shows it, and the album that it stands in."""

    address: str
    shown: Shown
    alt: str
    caption: str
    credit: str
    album: Link


@dataclass(frozen=True)
class Album(Matter):
    """Pictures that belong together, in order; whom they show, and the event at which they were taken."""

    title: str
    summary: str
    day: date | None
    place: str
    pictures: tuple[Photograph, ...]
    people: tuple[Somebody, ...] = ()
    occasion: Link | None = None


@schema_org.entity(Album, anchor="album")
def album(page: Described, told: Album) -> Node:
    """An album with its pictures, each by the address of its own page."""
    here = absolute(page.address)
    return {
        "@type": "ImageGallery",
        "@id": f"{here}#album",
        "url": here,
        "mainEntityOfPage": {"@id": here},
        "name": told.title,
        "description": told.summary,
        "inLanguage": page.language,
        "temporalCoverage": f"{told.day}" if told.day else "",
        "contentLocation": {"@type": "Place", "name": told.place} if told.place else None,
        "publisher": nodes.organisation(),
        "about": [
            *(nodes.mention(one) for one in told.people),
            *([_occasion(told.occasion.title, told.occasion.address)] if told.occasion else []),
        ],
        "image": [picture(one) for one in told.pictures],
    }


def _occasion(title: str, address: str) -> Node:
    here = absolute(address)
    return {"@type": "Event", "@id": f"{here}#event", "name": title, "url": here}


def picture(told: Photograph) -> Node:
    """A picture as its own page shows it; the file is the one for those who can't choose."""
    here, main = absolute(told.address), told.shown.main
    licence = licences.linked(told.shown.licence)
    return {
        "@type": "ImageObject",
        "@id": f"{here}#picture",
        "url": here,
        "contentUrl": absolute(main.address),
        "encodingFormat": main.media_type,
        "width": main.width,
        "height": main.height,
        "description": told.alt,
        "caption": told.caption,
        "creditText": told.credit,
        "license": licence[1] if licence else "",
    }


@schema_org.entity(Photograph, anchor="picture")
def photograph(page: Described, told: Photograph) -> Node:
    """The same on its own page, with the album that it stands in."""
    here = absolute(told.album.address)
    return picture(told) | {
        "mainEntityOfPage": {"@id": absolute(told.address)},
        "isPartOf": {"@type": "ImageGallery", "@id": f"{here}#album", "name": told.album.title, "url": here},
    }
