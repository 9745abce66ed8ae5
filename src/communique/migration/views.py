"""What a page was on the former site, word for word: for those who may edit it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from .models import Original


def original(request: HttpRequest, page_id: int) -> HttpResponse:
    """The text as it was stored there, what was kept beside it, and what of it has no block here yet."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    found = get_object_or_404(Original.objects.select_related("imported"), imported__page_id=page_id)
    told = {
        "page": page,
        "imported": found.imported,
        "held": found.held,
        "not_brought": found.imported.not_brought.order_by("-number", "name"),
    }
    return render(request, "migration/original.html", told)
