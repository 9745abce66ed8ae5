"""What came from a former site, for those who work here: originals, what is not brought yet, and the reports."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from .models import ImportRun, NotBrought, Original
from .wordpress.report import tables

_PER_PAGE = 50


def original(request: HttpRequest, page_id: int) -> HttpResponse:
    """The text of a page as it was stored there, what was kept beside it, and what of it has no block here yet."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    found = get_object_or_404(Original.objects.select_related("imported"), imported__page_id=page_id)
    return _shown(request, found, page=page, title=page.get_admin_display_title())


def other(request: HttpRequest, number: int) -> HttpResponse:
    """Something that has no page here, as it was stored there."""
    _editors_only(request)
    found = get_object_or_404(Original.objects.select_related("imported"), imported_id=number, imported__kind="other")
    return _shown(request, found, page=None, title=found.imported.title)


def not_brought(request: HttpRequest) -> HttpResponse:
    """All that is not brought yet, by name; of one name, where it stands."""
    _editors_only(request)
    mine = _mine(request.user)
    name = request.GET.get("name", "")
    if name:
        rows: Any = mine.filter(name=name).select_related("imported__page").order_by("imported__page__title", "pk")
    else:
        rows = mine.values("name").annotate(total=Sum("number")).order_by("-total", "name")
    shown = Paginator(rows, _PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "migration/desk/not_brought.html", {"name": name, "rows": shown})


def runs(request: HttpRequest) -> HttpResponse:
    """All imports, the latest first."""
    _administrators_only(request)
    shown = Paginator(ImportRun.objects.defer("report"), _PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "migration/desk/runs.html", {"rows": shown})


def report(request: HttpRequest, number: int) -> HttpResponse:
    """What an import found and did."""
    _administrators_only(request)
    run = get_object_or_404(ImportRun, pk=number)
    return render(request, "migration/desk/report.html", {"run": run, "tables": tables(run.report)})


def _shown(request: HttpRequest, found: Original, *, page: Page | None, title: str) -> HttpResponse:
    told = {
        "page": page,
        "title": title,
        "imported": found.imported,
        "held": found.held,
        "not_brought": found.imported.not_brought.order_by("-number", "name"),
    }
    return render(request, "migration/desk/original.html", told)


def _mine(user: Any) -> QuerySet[NotBrought]:
    """What is not brought of the pages that someone may edit, and of what has no page."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return NotBrought.objects.filter(Q(imported__page__in=pages.values("pk")) | Q(imported__kind="other"))


def _editors_only(request: HttpRequest) -> None:
    if not page_permission_policy.user_has_permission(request.user, "change"):
        raise PermissionDenied


def _administrators_only(request: HttpRequest) -> None:
    if not request.user.is_superuser:
        raise PermissionDenied
