"""The texts of documents, kept so that they can be searched: taken once for each file, by the worker.

What is kept is what readers can have: the newest version of each public document. Nothing prints it; the press's window
doesn't show it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from .models import DocumentPage, DocumentText, DocumentVersion
from .reading.kinds import READERS
from .reading.room import read
from .reading.words import Unreadable

RECIPE = 1
"""Another one when texts are taken in another way: then all are taken again."""


@dataclass(frozen=True)
class Text:
    """The text of a public document's newest version, with the places where its pages begin."""

    language: str
    text: str
    pages: tuple[int, ...]


def text_of(page_id: int) -> Text | None:
    """The text of a document as readers can have it now; None if there is none, or none yet."""
    page = _public().filter(pk=page_id).select_related("kept_text").first()
    kept = getattr(page, "kept_text", None)
    if page is None or kept is None or kept.file != page.newest or kept.state != DocumentText.State.TAKEN:
        return None
    return Text(kept.language, kept.text, tuple(kept.pages))


def lacking() -> QuerySet[DocumentPage]:
    """Public documents whose newest file hasn't been read, or not in the present way."""
    read_already = Q(kept_text__file=F("newest"), kept_text__recipe=RECIPE)
    return _public().filter(newest_kind__in=READERS).exclude(read_already).order_by("pk")


def take(page: DocumentPage) -> DocumentText.State:
    """Read the newest file of a document that `lacking` gave, and keep what it says, or why it can't be read."""
    State = DocumentText.State
    told = {"file": page.newest, "language": page.language, "recipe": RECIPE, "text": "", "pages": [], "why": ""}
    try:
        found = read(default_storage.path(page.newest), page.newest_kind)
        state = State.TAKEN if found["text"] else State.NONE
        told |= found
    except Unreadable as refused:
        state, told["why"] = State.FAILED, refused.said.kept()
    DocumentText.objects.update_or_create(page_id=page.pk, defaults={**told, "state": state})
    return state


def catch_up(stop: Callable[[], bool]) -> int:
    """Read what hasn't been read; how many documents that were. What nobody can have any more is forgotten."""
    DocumentText.objects.exclude(page__in=_public().values("pk")).delete()
    done = 0
    while not stop() and (page := lacking().first()) is not None:
        take(page)
        done += 1
    return done


def _public() -> QuerySet[DocumentPage]:
    """Public documents with the file of their newest version, as `newest`, and its kind."""
    kept = DocumentVersion.objects.filter(page=OuterRef("pk")).exclude(file="").order_by("-sort_order", "-pk")
    return (
        DocumentPage.objects.live()
        .public()
        .annotate(newest=Subquery(kept.values("file")[:1]), newest_kind=Subquery(kept.values("kind")[:1]))
        .exclude(newest=None)
    )
