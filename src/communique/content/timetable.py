"""The timetable: what is due is published or taken down, each page by itself; none waits for another."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

from communique.text.sentences import Sentence, as_it_is, in_a_row

from . import gate
from .models import BasePage, Delay

log = logging.getLogger("communique.timetable")


@dataclass
class Report:
    """What was done, by page; what could not be done, with the reason."""

    published: list[int] = field(default_factory=list)
    unpublished: list[int] = field(default_factory=list)
    failed: dict[int, Sentence] = field(default_factory=dict)


def run_due(now: datetime) -> Report:
    """Publish and take down what is due. What fails stays scheduled, is told to its editors, and is tried again."""
    report = Report()
    for page in Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk"):
        if _done(page.pk, page.specific, _take_down, report):
            report.unpublished.append(page.pk)
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    for revision in due:
        page_id = int(revision.object_id)
        if _done(page_id, revision, partial(_publish, now=now), report):
            report.published.append(page_id)
    return report


def _publish(revision: Revision, now: datetime) -> None:
    """Publish it; what was to have come and gone meanwhile is taken down at once, so that nobody sees it."""
    page = revision.as_object()
    if isinstance(page, BasePage):
        gate.pass_or_raise(page)  # what it links to may have gone since it was scheduled
    revision.publish(log_action="wagtail.publish.scheduled")
    if page.expire_at is not None and page.expire_at <= now:
        _take_down(Page.objects.get(pk=page.pk).specific)


def _take_down(page: Page) -> None:
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _done(page_id: int, what: object, deed: Callable[..., None], report: Report) -> bool:
    try:
        with transaction.atomic():
            deed(what)
            Delay.objects.filter(page_id=page_id).delete()
    except Exception as error:  # the pages after this one are due as well
        report.failed[page_id] = reason = _reason(error)
        kept = reason.kept()
        if not Delay.objects.filter(page_id=page_id, reason=kept).exists():  # it is told once, and tried every minute
            log.warning("Page %s is due but can't be published or taken down: %s", page_id, reason.english)
            Delay.objects.update_or_create(page_id=page_id, defaults={"reason": kept})
        return False
    return True


def _reason(error: Exception) -> Sentence:
    """Why, so that it can be told to each editor in their own language."""
    if isinstance(error, ValidationError):
        return in_a_row(_told(error))
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Sentence) else as_it_is(str(error) or type(error).__name__)


def _told(error: ValidationError) -> Iterator[Sentence]:
    fields = error.error_dict.values() if hasattr(error, "error_dict") else [error.error_list]
    for one in (one for several in fields for one in several):
        yield one.message if isinstance(one.message, Sentence) else as_it_is(" ".join(one.messages))
