"""Classing changes of live pages: kept with the draft, told to readers when it goes out, classed anew if wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from . import differences, lists
from .models.amendments import Amendment, Kind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise
    from wagtail.models import Revision

    from .models import DatedPage

MATERIAL = (Kind.UPDATE, Kind.CORRECTION)
"""What changes the date that readers see as that of the last revision."""

LISTED = (Kind.CORRECTION, Kind.RETRACTION)
"""What stands on the page of corrections; an update stands on its own page only."""


@dataclass(frozen=True)
class Classed:
    """What an editor says of a change."""

    kind: str = ""
    wrong: str = ""
    right: str = ""
    note: str = ""

    def missing(self) -> dict[str, StrPromise]:
        """What readers would have to be told besides, by field."""
        return {name: said for name, said in _WANTED.get(self.kind, {}).items() if not getattr(self, name)}


_WANTED = {
    "": {"kind": _("Readers have seen this page. Say what kind of change this is, and publish again.")},
    "correction": {"wrong": _("Say what was wrong, as it stood."), "right": _("Say what is right.")},
    "update": {"note": _("Say in a sentence what is new.")},
    "retraction": {"note": _("Say why it is retracted; readers find this at the top of the page.")},
}


def waiting(page: Page) -> Amendment | None:
    """What is said of the change that isn't out yet."""
    return Amendment.objects.filter(page_id=page.pk, published=None).first()


def keep(page: DatedPage, told: Classed, revision: Revision, user: Any) -> None:
    """Keep with a draft what its editor says of the change; nothing said is nothing kept."""
    held = waiting(page)
    if told == Classed():
        if held is not None:
            held.delete()
        return
    row = held or Amendment(page_id=page.pk)
    row.kind, row.wrong, row.right, row.note = told.kind, told.wrong, told.right, told.note
    row.language, row.revision, row.made_by = page.language, revision, user
    row.save()


def go_out(page: DatedPage) -> None:
    """A page is about to be saved. If that puts a changed text before its readers, take down what they are told."""
    if page.pk is None or not page.live:
        return
    stored = type(page).objects.filter(pk=page.pk).values("live", "live_revision_id", "language").first()
    if stored is None:
        return
    if stored["language"] != page.language:
        _speak(page)
    if page.live_revision_id is None or stored["live_revision_id"] == page.live_revision_id:
        return
    now = timezone.now()
    told = Amendment.objects.filter(page_id=page.pk, published=None, revision_id=page.live_revision_id).first()
    if told is None and stored["live"] and differences.between(type(page).objects.get(pk=page.pk), page):
        told = Amendment(page_id=page.pk, language=page.language, revision_id=page.live_revision_id, published=now)
        told.save()
    if told is not None:
        _put_out(told, now)


def tell(page: DatedPage, told: Classed, moment: datetime) -> Amendment:
    """Take down what readers were told of a change at a moment: of pages that are brought here with their history."""
    with transaction.atomic():
        row = Amendment(page_id=page.pk, language=page.language, published=moment, **asdict(told))
        row.save()
        _put_out(row, moment)
        _file_anew(page)
    return row


def class_anew(amendment: Amendment, told: Classed, *, reason: str, user: Any) -> Amendment:
    """Class a change otherwise. The old row stays, the new one takes its place in print, with its date."""
    with transaction.atomic():
        Amendment.objects.filter(pk=amendment.pk).update(standing=False, shelf="")
        made = Amendment(
            page_id=amendment.page_id,
            kind=told.kind,
            wrong=told.wrong,
            right=told.right,
            note=told.note,
            language=amendment.language,
            revision_id=amendment.revision_id,
            replaces=amendment,
            reason=reason,
            made_by=user,
            published=amendment.published,
        )
        made.save()
        _put_out(made, amendment.published or timezone.now())
        _file_anew(made.page)
    return made


def take_back(page: Page, since: datetime, **_told: Any) -> None:
    """Readers have the former page again: what they were told of changes since then is said no more.

    How the change was classed waits with its draft, to go out with it again.
    """
    out = Amendment.objects.filter(page_id=page.pk, published__gte=since)
    with transaction.atomic():
        out.update(replaces=None)  # of several rows about one change, the last one is kept
        said = out.filter(standing=True).exclude(kind="").order_by("-published", "-pk").first()
        kept = out.filter(pk=said.pk) if said is not None and waiting(page) is None else out.none()
        out.exclude(pk__in=kept.values("pk")).delete()
        out.update(published=None, standing=False, shelf="", year=0, month=0)
        _file_anew(Page.objects.get(pk=page.pk))


def unclassed() -> Iterable[Amendment]:
    """Changes that went out although nobody had said of what kind they are, the oldest first."""
    return Amendment.objects.filter(standing=True, kind="").order_by("published", "pk").select_related("page")


def _file_anew(page: Page) -> None:
    for one in (page.specific, *page.aliases.specific()):
        if one.live:
            lists.file(one)


def _put_out(told: Amendment, moment: datetime) -> None:
    moment = moment.astimezone(UTC)
    shelf = lists.corrections(told.language) if told.kind in LISTED else ""
    Amendment.objects.filter(pk=told.pk).update(
        published=moment, standing=True, shelf=shelf, year=moment.year, month=moment.year * 100 + moment.month
    )
    if shelf:
        lists.grow(shelf, Amendment)


def _speak(page: DatedPage) -> None:
    """The page is in another language than before, and so is what its readers are told."""
    Amendment.objects.filter(page_id=page.pk).update(language=page.language)
    shelf = lists.corrections(page.language)
    Amendment.objects.filter(page_id=page.pk, standing=True).exclude(shelf="").update(shelf=shelf)
    lists.grow(shelf, Amendment)
