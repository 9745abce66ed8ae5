"""What readers are told of changes: on the changed page, and on the page of corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from communique.press.questions import Ask, Reading, Row, question

from .pages import Link, link

Context = dict[str, Any]

TABLE = "content_amendment"
MATERIAL = ("update", "correction")


@dataclass(frozen=True)
class Amended:
    """A change as readers are told of it."""

    kind: str
    published: datetime
    wrong: str
    right: str
    note: str
    number: int


@dataclass(frozen=True)
class Notice:
    """A change as it stands on the page of corrections, with the page that it was made in."""

    page: Link
    told: Amended
    language: str
    key: str
    """The page's own, which lasts."""


@question
def amended(read: Reading, page_id: int) -> tuple[Amended, ...]:
    """What readers of a page are told of its changes, the newest first; of an alias, what is told of its original."""
    page = read.row("wagtailcore_page", page_id, columns=("alias_of_id",))
    rows = read.rows(TABLE, page_id=page.alias_of_id or page_id) if page is not None else []
    return tuple(sorted(map(_told, rows), key=lambda one: (one.published, one.number), reverse=True))


@question
def notice(read: Reading, number: int) -> Notice | None:
    """One change and its page, if both are public."""
    row = read.row(TABLE, number)
    page = link(read, row.page_id) if row is not None else None
    own = read.row("wagtailcore_page", row.page_id, columns=("translation_key",)) if row is not None else None
    if row is None or page is None or own is None:
        return None
    return Notice(page, _told(row), row.language, str(UUID(str(own.translation_key))))


@dataclass(frozen=True)
class History:
    """What a page shows of its changes; `updated` is the date of its last material revision."""

    changes: tuple[Amended, ...]
    updated: datetime | None
    retraction: Amended | None

    @property
    def notes(self) -> tuple[Amended, ...]:
        """What stands below the text; a retraction stands above it."""
        return tuple(one for one in self.changes if one.kind != "retraction")

    @property
    def corrected(self) -> datetime | None:
        """When it was last corrected."""
        return next((one.published for one in self.changes if one.kind == "correction"), None)


def history(ask: Ask, page_id: int, elsewhere: datetime | None) -> History:
    """What a page shows of its changes; `elsewhere` is its last revision on a former site."""
    changes = ask(amended, page_id)
    dates = [one.published for one in changes if one.kind in MATERIAL]
    return History(
        changes,
        max([*dates, *([elsewhere] if elsewhere else [])], default=None),
        next((one for one in changes if one.kind == "retraction"), None),
    )


def shown(told: Amended) -> Context:
    """A change as templates show it."""
    return {
        "kind": told.kind,
        "published": told.published,
        "wrong": told.wrong,
        "right": told.right,
        "note": told.note,
        "anchor": f"{told.kind}-{told.number}",
    }


def _told(row: Row) -> Amended:
    return Amended(row.kind, row.published, row.wrong, row.right, row.note, row.id)
