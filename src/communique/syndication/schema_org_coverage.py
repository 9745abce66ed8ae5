"""Media coverage in the words of schema.org: the piece of others, and the recording that is played on our page."""

from __future__ import annotations

from typing import Any

from communique.content.described import Coverage, Described, Somebody
from communique.content.frames import absolute
from communique.text.players import player

Node = dict[str, Any]

PIECES = {
    "article": ("NewsArticle", "CreativeWorkSeries"),
    "interview": ("NewsArticle", "CreativeWorkSeries"),
    "television": ("TVEpisode", "TVSeries"),
    "radio": ("RadioEpisode", "RadioSeries"),
    "podcast": ("PodcastEpisode", "PodcastSeries"),
    "video": ("VideoObject", "CreativeWorkSeries"),
}
"""What a piece of a form is, and what its programme is."""


def described(page: Described, piece: Coverage) -> Node:
    """A piece as its page shows it. It is another's: its address is there, and who of us is in it is mentioned."""
    kind, of_programme = PIECES[piece.form]
    here = absolute(page.address)
    publisher = {"@type": "Organization", "name": piece.outlet, "url": piece.outlet_link}
    return {
        "@type": kind,
        "@id": f"{here}#coverage",
        "url": piece.link,
        "subjectOf": {"@id": here},
        "headline" if kind == "NewsArticle" else "name": piece.title,
        "description": piece.summary,
        "inLanguage": piece.language,
        "datePublished": f"{piece.day}",
        "publisher": publisher if piece.outlet else None,
        "isPartOf": {"@type": of_programme, "name": piece.programme} if piece.programme else None,
        "author": [_person(one) for role, one in piece.people if role == "author"],
        "mentions": [_person(one) for role, one in piece.people if role != "author"],
        "about": [{"@type": "Thing", "name": one.title, "url": absolute(one.address)} for one in piece.topics],
        "archivedAt": piece.archived,
        **_recording(piece, kind, page.language),
    }


def _recording(piece: Coverage, kind: str, language: str) -> Node:
    """What is played on the page. Where the piece is the film itself, it is its own recording."""
    played = player(piece.recording, language) if piece.recording else None
    if played is None:
        return {}
    own: Node = {"embedUrl": played.frame, "uploadDate": f"{piece.day}", "transcript": piece.transcript}
    if kind == "VideoObject":
        return own
    name, sort = ("audio", "AudioObject") if played.kind == "sound" else ("video", "VideoObject")
    return {name: {"@type": sort, "name": piece.title, "url": piece.recording, **own}}


def _person(one: Somebody) -> Node:
    return {
        "@type": "Person",
        "@id": f"{absolute(one.address)}#person" if one.address else "",
        "name": one.name,
        "url": absolute(one.address) if one.address else "",
    }
