"""What the editors of a home or landing page should know of its slots: those that are empty, and what stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from wagtail.models import Page

from communique.content.drafts import Asking, DeskWindow
from communique.content.labels import day, label_of
from communique.press.questions import Ask
from communique.press.reading import WindowReading
from communique.text.sentences import Sentence, sentence

from . import filling
from .filling import Filled, Missed, Why

if TYPE_CHECKING:
    from communique.content.models import BasePage

EMPTY = sentence("Readers see nothing of it: there is nothing that could stand here.")


@dataclass(frozen=True)
class Told:
    """One thing about a slot, in its editor's words."""

    key: str
    name: Sentence
    said: Sentence


def live_pages() -> Iterator[BasePage]:
    """The pages with slots that readers can see, homes first."""
    from communique.content.models import HomePage, LandingPage

    for kind in (HomePage, LandingPage):
        yield from kind.objects.filter(live=True).exclude(slots=[]).order_by("pk")


def of_live(page: BasePage, now: datetime) -> list[Told]:
    """What is to be told of a page as readers have it."""
    ask: Any = Asking(WindowReading(DeskWindow(), now))
    return of_page(ask, page, page.pk)


def of_page(ask: Ask, page: BasePage, page_id: int) -> list[Told]:
    """What is to be told of a page's slots, from the top."""
    filled = filling.of_page(ask, page._meta.db_table, page_id, page.language)
    labels = {str(slot.id): label_of(slot.block.label) for slot in page.slots}
    return [told for at, one in enumerate(filled, start=1) for told in _of_slot(one, at, labels)]


def _of_slot(one: Filled, at: int, labels: dict[str, Sentence]) -> Iterator[Told]:
    label = labels.get(one.slot.key) or label_of(one.slot.kind)
    name = sentence("{label}, no. {number}", label=label, number=at)
    if one.slot.heading:
        name = sentence("{label} “{heading}”", label=label, heading=one.slot.heading)
    for missed in one.missed:
        yield Told(one.slot.key, name, _why(missed))
    if one.is_empty:
        yield Told(one.slot.key, name, EMPTY)


def _why(missed: Missed) -> Sentence:
    found = Page.objects.filter(pk=missed.pick.page_id).first()
    page = sentence("What was picked") if found is None else sentence("“{title}”", title=found.title)
    if missed.why is Why.OVER and missed.last_day is not None:
        return sentence(
            "{page} had its last day here on {day}; the newest takes its place.", page=page, day=day(missed.last_day)
        )
    if missed.why is Why.TWICE:
        return sentence("{page} stands on this page already; the newest takes its place here.", page=page)
    return sentence(
        "{page} can’t be shown to readers: it is a draft, private, retracted or deleted. The newest takes its place.",
        page=page,
    )
