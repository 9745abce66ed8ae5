"""Atom (RFC 4287): a feed as XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape

from .feeds import Entry

MEDIA_TYPE = "application/atom+xml; charset=utf-8"

# What XML 1.0 can't hold, even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def feed(*, title: str, language: str, home: str, own: str, entries: Iterable[Entry]) -> bytes:
    """A feed; `home` and `own` are whole addresses."""
    listed = list(entries)
    updated = max((moment(entry) for entry in listed), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_text(language)}">',
        f"<id>{_text(own)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{_stamp(updated)}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{_text(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{_text(home)}"/>',
        f"<author><name>{_text(title)}</name></author>",
    ]
    for entry in listed:
        lines += _entry(entry)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def moment(entry: Entry) -> datetime:
    """When an entry last changed materially."""
    return entry.updated or entry.published or _NEVER


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<entry xml:lang="{_text(entry.language)}">'
    yield f"<id>{_text(entry.id)}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{_text(entry.address)}"/>'
    for one in entry.attached:
        kind = _text(one.media_type)
        yield f'<link rel="enclosure" type="{kind}" length="{one.size}" href="{_text(one.address)}"/>'
    if entry.published:
        yield f"<published>{_stamp(entry.published)}</published>"
    yield f"<updated>{_stamp(moment(entry))}</updated>"
    for author in entry.authors:
        yield f"<author><name>{_text(author)}</name></author>"
    for topic in entry.topics:
        yield f'<category term="{_text(topic)}"/>'
    if entry.summary:
        yield f"<summary>{_text(entry.summary)}</summary>"
    yield f'<content type="html">{_text(entry.html)}</content>'
    yield "</entry>"


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))
