"""What the editors of a home or landing page should know of its slots: those that are empty, and what stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from communique.content.drafts import Asking, DeskWindow
from communique.press.questions import Ask
from communique.press.reading import WindowReading

from . import filling
from .filling import Filled, Missed, Why

if TYPE_CHECKING:
    from communique.content.models import BasePage

EMPTY = _("Readers see nothing of it: there is nothing that could stand here.")


@dataclass(frozen=True)
class Told:
    """One thing about a slot, in its editor's words."""

    key: str
    name: str
    said: str


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
    labels = {str(slot.id): str(slot.block.label) for slot in page.slots}
    return [told for at, one in enumerate(filled, start=1) for told in _of_slot(one, at, labels)]


def _of_slot(one: Filled, at: int, labels: dict[str, str]) -> Iterator[Told]:
    label = labels.get(one.slot.key, one.slot.kind)
    numbered = gettext("%(label)s, no. %(number)s") % {"label": label, "number": at}
    name = f"{label} “{one.slot.heading}”" if one.slot.heading else numbered
    for missed in one.missed:
        yield Told(one.slot.key, name, _why(missed))
    if one.is_empty:
        yield Told(one.slot.key, name, str(EMPTY))


def _why(missed: Missed) -> str:
    page = Page.objects.filter(pk=missed.pick.page_id).first()
    told = {"page": f"“{page.title}”" if page is not None else gettext("What was picked")}
    if missed.why is Why.OVER and missed.last_day is not None:
        told["day"] = date_format(missed.last_day, "j F Y")
        return gettext("%(page)s had its last day here on %(day)s; the newest takes its place.") % told
    if missed.why is Why.TWICE:
        return gettext("%(page)s stands on this page already; the newest takes its place here.") % told
    return gettext(_GONE) % told


_GONE = gettext_noop(
    "%(page)s can’t be shown to readers: it is a draft, private, retracted or deleted. The newest takes its place."
)
