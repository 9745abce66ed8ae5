"""Media coverage in the words of schema.org: the piece of others, and the recording that is played on our page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content.described import Described, Matter, Somebody
from communique.content.frames import absolute
from communique.content.questions.pages import Link
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, nodes
from communique.text.players import player


@dataclass(frozen=True)
class Coverage(Matter):
    """Something that others published, and what of it our page shows.

    `form` is article, interview, television, radio, podcast or video; `language` is that of the piece.
    """

    form: str
    title: str
    summary: str
    day: date
    language: str
    outlet: str
    outlet_link: str = ""
    programme: str = ""
    link: str = ""
    archived: str = ""
    recording: str = ""
    transcript: str = ""
    people: tuple[tuple[str, Somebody], ...] = ()
    """Each with their role, in order: who is its author, and who is in it."""
    topics: tuple[Link, ...] = ()


PIECES = {
    "article": ("NewsArticle", "CreativeWorkSeries"),
    "interview": ("NewsArticle", "CreativeWorkSeries"),
    "television": ("TVEpisode", "TVSeries"),
    "radio": ("RadioEpisode", "RadioSeries"),
    "podcast": ("PodcastEpisode", "PodcastSeries"),
    "video": ("VideoObject", "CreativeWorkSeries"),
}
"""What a piece of a form is, and what its programme is."""


@schema_org.entity(Coverage, anchor="coverage")
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
        "author": [nodes.mention(one) for role, one in piece.people if role == "author"],
        "mentions": [nodes.mention(one) for role, one in piece.people if role != "author"],
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
