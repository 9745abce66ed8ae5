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

from .publishers import ForPublishers, publishes


def told(request: HttpRequest) -> HttpResponse:
    """How it stands now; to look changes nothing."""
    if not publishes(request.user):
        raise PermissionDenied
    found = standing()
    failures = [announcements.trouble(failure) for failure in found.failures]
    context = {"facts": list(_facts(found)), "last": list(_last(found)), "failures": failures}
    return render(request, "content/desk/pressroom.html", context)


def _facts(found: Standing) -> Iterator[tuple[str, Any]]:
    """What there is, each with its name; a moment is aware UTC, and shown in the desk's time."""
    if found.edition is None:
        return
    yield gettext("Edition"), _number(found.edition.number)
    yield gettext("Printed"), found.edition.made
    yield gettext("Published addresses"), _number(found.addresses)
    waiting = found.waiting
    yield gettext("Changes waiting"), gettext("not known") if waiting is None else number_format(waiting)
    language = translation.get_language() or "en"
    yield gettext("Room taken on the disk"), sizes.in_words(in_language(language), found.size, language)


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)


def _last(found: Standing) -> Iterator[tuple[str, Any]]:
    """What the last run did, each with its name."""
    run = found.last
    if run is None:
        return
    yield gettext("Run ended"), datetime.fromtimestamp(run.ended, UTC)
    yield gettext("Printed with changes"), _number(run.printed)
    yield gettext("Printed and found the same"), _number(run.unchanged)
    yield gettext("Taken down"), _number(run.removed)
    yield gettext("Could not be printed"), _number(run.failed)
    yield gettext("Seconds"), number_format(run.took, 2)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the report is."""
    return [path("press/", told, name="content_press")]


@hooks.register("register_reports_menu_item")
def report() -> MenuItem:
    """The way to it."""
    return ForPublishers(_("The press"), reverse_lazy("content_press"), icon_name="history", order=940)
