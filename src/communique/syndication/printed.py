"""A list's feeds in print: the same entries as Atom and as JSON, below the address of the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from communique.content.frames import Context, absolute
from communique.press.sheets import Copy

from . import atom, json_feed
from .feeds import Entry

KINDS = {"atom": ("Atom", atom), "json": ("JSON", json_feed)}


def ways(address: str) -> list[Context]:
    """The feeds of the list at an address, as links."""
    return [{"title": title, "address": f"{address}feed.{ending}"} for ending, (title, _) in KINDS.items()]


def named(address: str, title: str) -> list[Context]:
    """The same as a page's head names them."""
    return [{**one, "title": f"{title} ({one['title']})"} for one in ways(address)]


def printed(
    address: str,
    entries: Sequence[Entry],
    *,
    title: str,
    language: str,
    home: str = "",
    expires: datetime | None = None,
) -> list[Copy]:
    """The feeds of the list at an address, with the files that they show; `home` is the page they belong to."""
    media = tuple(dict.fromkeys(file for entry in entries for file in entry.media))
    return [
        Copy(
            f"{address}feed.{ending}",
            body=kind.feed(
                title=title,
                language=language,
                home=absolute(home or address),
                own=absolute(f"{address}feed.{ending}"),
                entries=entries,
            ),
            media_type=kind.MEDIA_TYPE,
            language=language,
            expires=expires,
            media=media,
        )
        for ending, (_, kind) in KINDS.items()
    ]
