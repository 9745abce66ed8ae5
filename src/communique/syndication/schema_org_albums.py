"""Albums and their pictures in the words of schema.org."""

from __future__ import annotations

from typing import Any

from communique.content import licences
from communique.content.described import Album, Described, Photograph
from communique.content.frames import absolute

Node = dict[str, Any]


def album(page: Described, told: Album, publisher: Node) -> Node:
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
        "publisher": publisher,
        "about": [
            *(
                {
                    "@type": "Person",
                    "@id": f"{absolute(one.address)}#person" if one.address else "",
                    "name": one.name,
                    "url": absolute(one.address) if one.address else "",
                }
                for one in told.people
            ),
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


def photograph(told: Photograph) -> Node:
    """The same on its own page, with the album that it stands in."""
    here = absolute(told.album.address)
    return picture(told) | {
        "mainEntityOfPage": {"@id": absolute(told.address)},
        "isPartOf": {"@type": "ImageGallery", "@id": f"{here}#album", "name": told.album.title, "url": here},
    }
