"""At the desk: how the press stands. What readers have, what waits, what the last run did, and what failed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse_lazy
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from communique.content import announcements, sizes
from communique.publishing.standing import Standing, standing
from communique.publishing.words import in_language

from .missed import ForPublishers, may_lead


def told(request: HttpRequest) -> HttpResponse:
    """How it stands now; to look changes nothing."""
    if not may_lead(request.user):
        raise PermissionDenied
    found = standing()
    failures = [
        {"page": announcements.page_of(failure), "name": failure.address or failure.sheet, "told": failure}
        for failure in found.failures
    ]
    context = {"facts": list(_facts(found)), "last": list(_last(found)), "failures": failures}
    return render(request, "content/desk/pressroom.html", context)


def _facts(found: Standing) -> Iterator[tuple[str, Any]]:
    """What there is, each with its name; a moment is aware UTC, and shown in the desk's time."""
    if found.edition is None:
        return
    yield gettext("Edition"), number_format(found.edition.number, force_grouping=True)
    yield gettext("Printed"), found.edition.made
    yield gettext("Published addresses"), number_format(found.addresses, force_grouping=True)
    waiting = found.waiting
    yield gettext("Changes waiting"), gettext("not known") if waiting is None else number_format(waiting)
    language = translation.get_language() or "en"
    yield gettext("Room taken on the disk"), sizes.in_words(in_language(language), found.size, language)


def _last(found: Standing) -> Iterator[tuple[str, Any]]:
    """What the last run did, each with its name."""
    run = found.last
    if run is None:
        return
    yield gettext("Run ended"), datetime.fromtimestamp(run.ended, UTC)
    yield gettext("Printed with changes"), number_format(run.printed, force_grouping=True)
    yield gettext("Printed and found the same"), number_format(run.unchanged, force_grouping=True)
    yield gettext("Taken down"), number_format(run.removed, force_grouping=True)
    yield gettext("Could not be printed"), number_format(run.failed, force_grouping=True)
    yield gettext("Seconds"), number_format(run.took, 2)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the report is."""
    return [path("press/", told, name="content_press")]


@hooks.register("register_reports_menu_item")
def report() -> MenuItem:
    """The way to it."""
    return ForPublishers(_("The press"), reverse_lazy("content_press"), icon_name="history", order=940)
