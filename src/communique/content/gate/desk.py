"""The gate at the desk: it stands before every way to publish, and tells what it found in editors' words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from communique.content.desk.speech import in_own_language
from communique.content.models import BasePage
from communique.text.sentences import Sentence, counted, sentence

from . import views, waivers
from .findings import Refused, Verdict
from .judging import judge

FIRST = -100
"""The gate stands before all else that happens at publishing: what it refuses has no consequences."""

MANY = 3


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where findings are read, and let pass."""
    return [
        path("gate/<int:page_id>/", views.gate, name="content_gate"),
        path("gate/<int:page_id>/findings/", views.findings, name="content_gate_findings"),
    ]


@hooks.register("before_publish_page", order=FIRST)
def hold_back(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Publish, schedule and revert end here if the gate refuses. The text is kept as a draft."""
    if not isinstance(page, BasePage):
        return None
    verdict = judge(page.get_latest_revision_as_object())
    if verdict.refusals:
        return turned_back(request, page.pk, verdict)
    warn(request, verdict)
    return None


@hooks.register("before_copy_page")
def hold_back_copies(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """What a reader would see broken isn't published a second time."""
    if request.method != "POST" or not request.POST.get("publish_copies"):
        return None
    several = (
        page.get_descendants(inclusive=True) if request.POST.get("copy_subpages") else Page.objects.filter(pk=page.pk)
    )
    refused = _refused(several.live().specific())
    if not refused:
        return None
    said = sentence("Not copied: {pages} would not pass the checks. Copy without publishing.", pages=_titles(refused))
    messages.error(request, str(said))
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("before_bulk_action")
def hold_back_several(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponseBase | None:
    """Of several pages all are published or none, and the ones that may not be are named."""
    if action_type != "publish" or not all(isinstance(one, Page) for one in objects):
        return None
    drafts = (page.get_latest_revision_as_object() for page in objects)
    refused = _refused(drafts)
    if not refused:
        return None
    said = sentence(
        "Nothing was published: {pages} would not pass the checks. Open each to see why.", pages=_titles(refused)
    )
    messages.error(request, str(said))
    return redirect(action.next_url)


def turned_back(request: HttpRequest, page_id: int, verdict: Verdict) -> HttpResponseBase:
    """Word of what has to be put right, and the way there."""
    said = counted(
        "Not published: one thing has to be put right first. What you wrote is kept as a draft.",
        "Not published: {number} things have to be put right first. What you wrote is kept as a draft.",
        len(verdict.refusals),
    )
    messages.error(request, str(said))
    return redirect("content_gate", page_id)


def warn(request: HttpRequest, verdict: Verdict) -> None:
    """What may be wrong is told, and hinders nobody."""
    for finding in verdict.warnings[:MANY]:
        said = sentence("{place}: {said}", place=finding.place.name, said=finding.said)
        messages.warning(request, f"{said} {finding.remedy}")
    if len(verdict.warnings) > MANY:
        more = sentence("And {number} more to look at, under “Checks”.", number=len(verdict.warnings) - MANY)
        messages.warning(request, str(more))


def _refused(pages: Any) -> list[Page]:
    return [page for page in pages if isinstance(page, BasePage) and judge(page).refusals]


def _titles(pages: list[Page]) -> list[Sentence]:
    named = [sentence("“{title}”", title=page) for page in pages[:MANY]]
    return [*named, sentence("{number} more", number=len(pages) - MANY)] if len(pages) > MANY else named


class TurningBack:
    """Middleware: a way to publish that has no hook (an approval) is turned back all the same, with the same words."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Every request goes through."""
        answer: HttpResponseBase = self.get_response(request)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Only a refusal is answered here."""
        if not isinstance(error, Refused):
            return None
        with in_own_language(request.user):
            return turned_back(request, error.page_id, Verdict(tuple(error.refusals)))


@hooks.register("register_log_actions")
def tell_history(actions: Any) -> None:
    """What was let pass stands in the page's history, and in the site's."""

    @actions.register_action(waivers.ACTION)
    class LetPass(LogFormatter):
        label = _("Let pass at the checks")

        def format_message(self, entry: Any) -> str:
            """Why, and what."""
            return str(waivers.retold(entry.data))


class ForThoseWhoMaySee(MenuItem):
    """The report is for those who may see the site's history."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whoever has rights on pages."""
        return bool(request.user.has_perm("wagtailadmin.access_admin"))


@hooks.register("register_reports_menu_item")
def report() -> MenuItem:
    """What was published against the checks, everywhere."""
    address = f"/desk/reports/site-history/?action={waivers.ACTION}"
    return ForThoseWhoMaySee(_("Let pass at the checks"), address, icon_name="warning", order=950)


@hooks.register("insert_global_admin_js")
def go_to_the_place() -> str:
    """Links to places in the editor, and findings that renew themselves."""
    return format_html('<script type="module" src="{}"></script>', static("content/desk/gate.js"))


@hooks.register("insert_global_admin_css")
def look() -> str:
    """How findings look."""
    return format_html('<link rel="stylesheet" href="{}">', static("content/desk/gate.css"))
