"""What was found on a draft, as its editors read it; and letting it pass, with a reason."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from communique.content.models import BasePage
from communique.text.sentences import sentence

from . import waivers
from .findings import Verdict
from .judging import judge


@require_http_methods(["GET", "POST"])
def gate(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """All findings on the latest draft, each with the way to its place. Posting publishes it."""
    page = _draft(request, page_id)
    verdict = judge(page)
    may = page.permissions_for_user(request.user).can_publish()
    reason = ""
    if request.method == "POST":
        if not may:
            raise PermissionDenied
        reason = request.POST.get("reason", "")
        try:
            return _publish(request, page, verdict, reason)
        except waivers.NoReason as missing:
            messages.error(request, str(missing))
    return render(request, "content/desk/gate.html", {**told(page, verdict), "may_publish": may, "reason": reason})


@require_GET
def findings(request: HttpRequest, page_id: int) -> HttpResponse:
    """The same as a piece of the editor's side panel."""
    page = _draft(request, page_id)
    answer = render(request, "content/desk/findings.html", told(page, judge(page)))
    answer["Cache-Control"] = "no-store"
    return answer


def told(page: BasePage, verdict: Verdict) -> dict[str, Any]:
    """What templates need to tell a verdict."""
    return {
        "page": page,
        "verdict": verdict,
        "edit": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "count": len(verdict.refusals),
    }


def _draft(request: HttpRequest, page_id: int) -> BasePage:
    page = get_object_or_404(Page, pk=page_id).get_latest_revision_as_object()
    if not isinstance(page, BasePage) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _publish(request: HttpRequest, page: BasePage, verdict: Verdict, reason: str) -> HttpResponseBase:
    """As "Publish" in the editor does, hooks and all. Raises NoReason if something is in the way."""
    if verdict.refusals:
        waivers.waive(page, verdict.refusals, user=request.user, reason=reason)
    for hook in hooks.get_hooks("before_publish_page"):
        answer = hook(request, page)
        if answer is not None:
            return answer
    page.get_latest_revision().publish(user=request.user)
    live = type(page).objects.get(pk=page.pk)
    for hook in hooks.get_hooks("after_publish_page"):
        answer = hook(request, live)
        if answer is not None:
            return answer
    if not live.live and page.go_live_at:
        messages.success(request, str(sentence("“{page}” is scheduled for publishing.", page=page)))
    return redirect("wagtailadmin_explore", live.get_parent().pk)
