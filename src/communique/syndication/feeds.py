"""Feeds of the site: which entries there are. Sections offer theirs; this part knows none of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from communique.content import lists
from communique.content.frames import absolute
from communique.content.questions.lists import latest
from communique.press.questions import Ask, all_made
from communique.press.sheets import Media

LENGTH = 20

_OWN_ADDRESS = re.compile(r'(\s(?:href|src)=")(/[^"]*")')
_OWN_PLACE = re.compile(r'(\shref=")(#[^"]*")')
# Drawings need the site's styles; what they show is said beside them, in words and in a table.
_DRAWING = re.compile(r'<div class="chart__drawings">.*?</div>|<ul class="chart__legend".*?</ul>', re.DOTALL)
_SAID = re.compile(r"<desc [^>]*>(.*?)</desc>", re.DOTALL)
_CHOICE = re.compile(r'</?picture>|<source [^>]*>|\s(?:srcset|sizes|loading|decoding)="[^"]*"')


@dataclass(frozen=True)
class Attachment:
    """A file that belongs to an entry: its whole address, what it is, and its bytes."""

    address: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Entry:
    """One entry of a feed, whole."""

    id: str
    title: str
    address: str
    language: str
    published: datetime | None
    updated: datetime | None
    summary: str
    html: str
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    picture: str = ""
    media: tuple[Media, ...] = ()
    attached: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Offer:
    """What a section offers: its pages of a kind ("articles.articlepage"), and an entry for each."""

    kind: str
    entry: Callable[[Ask, int], Entry | None]


_offers: list[Offer] = []


def offer(offered: Offer) -> None:
    """Let the feeds carry what a section publishes."""
    if offered not in _offers:
        _offers.append(offered)


def entries(ask: Ask, language: str) -> list[Entry]:
    """The newest of all sections in a language, newest first; one that can't be made is left out."""
    dated = [
        (published, page_id, offered.entry)
        for offered in _offers
        for published, page_id in ask(latest, lists.newest(offered.kind, language), LENGTH)
    ]
    dated.sort(key=lambda one: (one[0], one[1]), reverse=True)
    return all_made(ask, ((make, page_id) for _, page_id, make in dated[:LENGTH]))


def readable_elsewhere(html: str, page: str) -> str:
    """A text as it can be shown on another host: whole addresses, one size of each picture, charts in words.

    `page` is the whole address of the text's own page, where links to its footnotes lead: a feed reader shows many
    texts at once, each with a first footnote.
    """
    html = _DRAWING.sub(_in_words, html) if "<svg" in html else html
    own = _OWN_PLACE.sub(lambda found: f"{found[1]}{page}{found[2]}", _CHOICE.sub("", html))
    return _OWN_ADDRESS.sub(lambda found: f"{found[1]}{absolute(found[2])}", own)


def _in_words(drawing: re.Match[str]) -> str:
    told = _SAID.search(drawing[0])
    return f"<p>{told[1]}</p>" if told else ""
