"""Episodes in the words of schema.org."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from communique.content.described import Described, Matter, Somebody
from communique.content.frames import absolute
from communique.content.questions.pages import Link
from communique.content.questions.recordings import Recorded
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, nodes


@dataclass(frozen=True)
class Episode(Matter):
    """An episode as its page shows it."""

    title: str
    summary: str
    published: datetime | None
    number: int | None
    show: Link | None
    people: tuple[Somebody, ...]
    recorded: Recorded | None


@schema_org.entity(Episode, anchor="episode")
def described(page: Described, told: Episode) -> Node:
    """An episode, the show that it is part of, and its file."""
    here = absolute(page.address)
    return {
        "@type": "PodcastEpisode",
        "@id": f"{here}#episode",
        "url": here,
        "mainEntityOfPage": {"@id": here},
        "name": told.title,
        "description": told.summary,
        "inLanguage": page.language,
        "datePublished": nodes.moment(told.published),
        "episodeNumber": told.number,
        "publisher": nodes.organisation(),
        "actor": [nodes.mention(one) for one in told.people],
        "partOfSeries": _show(told.show) if told.show else None,
        "associatedMedia": _file(told.recorded) if told.recorded else None,
        **nodes.translations(page, "#episode"),
    }


def _show(show: Link) -> Node:
    return {"@type": "PodcastSeries", "name": show.title, "url": absolute(show.address)}


def _file(recorded: Recorded) -> Node:
    return {
        "@type": "AudioObject" if recorded.sort == "sound" else "VideoObject",
        "name": recorded.title,
        "contentUrl": absolute(recorded.file.address),
        "encodingFormat": recorded.file.media_type,
        "contentSize": str(recorded.size),
        "duration": f"PT{recorded.seconds}S",
        "inLanguage": recorded.language,
    }
