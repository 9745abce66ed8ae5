"""What printed pages ask about series."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.questions.pages import Link, link
from communique.content.series import Part
from communique.press.questions import Reading, question

PARTS = "series_seriespart"


@dataclass(frozen=True)
class Contents:
    """A series and those of its parts that readers can see, in order."""

    series: Link
    parts: tuple[Part, ...]


@question
def series_of(read: Reading, page_id: int) -> int | None:
    """The public series that a page is a part of; if there are several, the one made first."""
    return min((row.page_id for row in read.rows(PARTS, part_id=page_id, columns=("page_id",))), default=None)


@question
def contents(read: Reading, page_id: int) -> Contents | None:
    """A series with its parts. What is in no list isn't shown: drafts, private pages, what was taken back."""
    series = link(read, page_id)
    if series is None:
        return None
    found: dict[int, Part] = {}
    for row in read.rows(PARTS, page_id=page_id, order=("sort_order", "id")):
        listed = read.rows("content_listing", page_id=row.part_id, columns=("kind",))
        page = link(read, row.part_id) if listed else None
        if page is not None:
            found.setdefault(row.part_id, Part(row.part_id, listed[0].kind, page.title, page.address))
    return Contents(series, tuple(found.values()))
