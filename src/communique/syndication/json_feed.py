"""JSON Feed, version 1.1 (jsonfeed.org)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import orjson

from .feeds import Entry

MEDIA_TYPE = "application/feed+json; charset=utf-8"
VERSION = "https://jsonfeed.org/version/1.1"


def feed(*, title: str, language: str, home: str, own: str, entries: Iterable[Entry]) -> bytes:
    """A feed; `home` and `own` are whole addresses."""
    told = {
        "version": VERSION,
        "title": title,
        "home_page_url": home,
        "feed_url": own,
        "language": language,
        "items": [_entry(entry) for entry in entries],
    }
    written = orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return written.replace(b"<", b"\\u003c")  # a server in front might take what begins so for a directive


def _entry(entry: Entry) -> dict[str, Any]:
    told = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "language": entry.language,
        "summary": entry.summary,
        "content_html": entry.html,
        "image": entry.picture,
        "date_published": _stamp(entry.published),
        "date_modified": _stamp(entry.updated),
        "authors": [{"name": author} for author in entry.authors],
        "tags": list(entry.topics),
        "attachments": [
            {"url": one.address, "mime_type": one.media_type, "size_in_bytes": one.size} for one in entry.attached
        ],
    }
    return {name: value for name, value in told.items() if value or name == "content_html"}


def _stamp(when: datetime | None) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""
