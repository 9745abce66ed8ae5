"""Shared pieces in bodies, and where they are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import orjson
from wagtail.models import Page, ReferenceIndex

from communique.press.questions import Reading
from communique.text.sentences import counted, sentence

if TYPE_CHECKING:
    from .models import SharedPiece

NAME = "shared"
NAMED = 3
"""So many pages are named where many show a piece."""

Block = Mapping[str, Any]


def expanded(read: Reading, blocks: Iterable[Block], language: str) -> list[Block]:
    """Blocks with the words of each shared piece in its place. For use inside questions."""
    return [
        {**block, "type": "list", "value": words(read, block["value"], language)} if block["type"] == NAME else block
        for block in blocks
    ]


def words(read: Reading, piece_id: int | None, language: str) -> str:
    """A piece in a language; nothing where there is none."""
    if piece_id is None:
        return ""
    for row in read.rows("content_sharedpiecetext", piece_id=piece_id, language=language):
        return str(row.text)
    return ""


def used_on(piece: SharedPiece) -> list[Page]:
    """The pages that show a piece, and those whose drafts would."""
    stored = ReferenceIndex.get_references_to(piece).filter(base_content_type__app_label="wagtailcore")
    numbers = {int(one.object_id) for one in stored} | set(_drafts(piece))
    return list(Page.objects.filter(pk__in=numbers).order_by("title", "pk"))


def keep_while_used(instance: SharedPiece, **_: object) -> None:
    """Refuse to delete a piece that pages show (signal `pre_delete`). Raises StillUsed."""
    from .models.shared import StillUsed

    pages = used_on(instance)
    if pages:
        named = [sentence("“{title}”", title=page) for page in pages[:NAMED]]
        if len(pages) > NAMED:
            named.append(counted("{number} more page", "{number} more pages", len(pages) - NAMED))
        said = sentence(
            "“{piece}” can't be deleted: it stands on {pages}. Take it out there first.",
            piece=instance,
            pages=named,
        )
        raise StillUsed(said)


def _drafts(piece: SharedPiece) -> Iterator[int]:
    """Drafts are looked through one by one: an index knows stored pages only, and few pages have plans."""
    drafted = Page.objects.filter(has_unpublished_changes=True).exclude(latest_revision=None)
    for page in drafted.select_related("latest_revision").iterator():
        body = page.latest_revision.content.get("body") or ""
        if f'"type": "{NAME}"' in body and _shows(body, piece.pk):
            yield page.pk


def _shows(body: str, piece_id: int) -> bool:
    return any(block["type"] == NAME and block["value"] == piece_id for block in orjson.loads(body))
