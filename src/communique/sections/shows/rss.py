"""A podcast as podcast programs take it in: RSS 2.0 with Apple's tags and those of the podcast namespace. Plain.

https://help.apple.com/itc/podcasts_connect/#/itcb54353390 says what directories require.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

MEDIA_TYPE = "application/rss+xml; charset=utf-8"

# Apple knows sound in MP4 by this name.
_TYPES = {"audio/mp4": "audio/x-m4a"}
_LONGEST = 4000  # bytes of a description
# What XML 1.0 can't hold, even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMES = (
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)


@dataclass(frozen=True)
class Channel:
    """A podcast; addresses are whole ones. `category` may have a part: "News|Politics"."""

    title: str
    home: str
    own: str
    language: str
    description: str
    author: str
    email: str
    cover: str
    category: str
    explicit: bool


@dataclass(frozen=True)
class Transcript:
    """Words of an episode at an address."""

    address: str
    media_type: str
    language: str


@dataclass(frozen=True)
class Item:
    """An episode; `key` names it for ever. `seconds` and `size` are those of its file."""

    key: str
    title: str
    address: str
    published: datetime
    description: str
    html: str
    sound: str
    media_type: str
    size: int
    seconds: int
    number: int | None = None
    transcripts: tuple[Transcript, ...] = ()


def feed(channel: Channel, items: Iterable[Item]) -> bytes:
    """A podcast with these episodes, the newest first."""
    several = list(items)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<rss version="2.0" {_NAMES}>', "<channel>"]
    lines += [*_channel(channel)]
    lines += [f"<lastBuildDate>{format_datetime(several[0].published)}</lastBuildDate>"] if several else []
    for item in several:
        lines += _item(item, channel.explicit)
    return ("\n".join([*lines, "</channel>", "</rss>"]) + "\n").encode()


def _channel(told: Channel) -> Iterator[str]:
    yield f"<title>{_text(told.title)}</title>"
    yield f"<link>{_text(told.home)}</link>"
    yield f'<atom:link rel="self" type="application/rss+xml" href="{_text(told.own)}"/>'
    yield f"<language>{_text(told.language)}</language>"
    yield f"<description>{_text(_short(told.description))}</description>"
    yield f"<itunes:author>{_text(told.author)}</itunes:author>"
    if told.email:
        name = f"<itunes:name>{_text(told.author)}</itunes:name>"
        yield f"<itunes:owner>{name}<itunes:email>{_text(told.email)}</itunes:email></itunes:owner>"
    yield f'<itunes:image href="{_text(told.cover)}"/>'
    whole, _, part = told.category.partition("|")
    within = f'<itunes:category text="{_text(part)}"/>' if part else ""
    yield f'<itunes:category text="{_text(whole)}">{within}</itunes:category>'
    yield f"<itunes:explicit>{_truth(told.explicit)}</itunes:explicit>"
    yield "<itunes:type>episodic</itunes:type>"


def _item(told: Item, explicit: bool) -> Iterator[str]:
    yield "<item>"
    yield f"<title>{_text(told.title)}</title>"
    yield f"<link>{_text(told.address)}</link>"
    yield f'<guid isPermaLink="false">{_text(told.key)}</guid>'
    yield f"<pubDate>{format_datetime(told.published)}</pubDate>"
    yield f"<description>{_text(_short(told.description))}</description>"
    if told.html:
        yield f"<content:encoded>{_text(told.html)}</content:encoded>"
    kind = _TYPES.get(told.media_type, told.media_type)
    yield f'<enclosure url="{_text(told.sound)}" length="{told.size}" type="{kind}"/>'
    yield f"<itunes:duration>{told.seconds}</itunes:duration>"
    yield f"<itunes:explicit>{_truth(explicit)}</itunes:explicit>"
    if told.number:
        yield f"<itunes:episode>{told.number}</itunes:episode>"
    for one in told.transcripts:
        yield (
            f'<podcast:transcript url="{_text(one.address)}" type="{_text(one.media_type)}" '
            f'language="{_text(one.language)}"/>'
        )
    yield "</item>"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _short(words: str) -> str:
    """No longer than directories read."""
    return words.encode()[:_LONGEST].decode(errors="ignore")


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))
