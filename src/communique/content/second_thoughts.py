"""Second thoughts at the desk: undo a publication, put a deleted page back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from communique.text.sentences import counted, in_a_row, sentence

from . import trash, undoing
from .labels import day
from .models import BasePage, Discarded

LAST = 1_000
"""What readers have is remembered when nothing stands in the way of publishing any more."""
NAMED = 3


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where second thoughts are sent to."""
    return [
        path("undo/<int:page_id>/", undo, name="content_undo"),
        path("trash/<int:page_id>/put-back/", put_back, name="content_put_back"),
    ]


@hooks.register("before_publish_page", order=LAST)
def remember(request: HttpRequest, page: Page) -> None:
    """Keep what readers have."""
    if isinstance(page, BasePage):
        undoing.remember(page)


def undo_button(request: HttpRequest, page: Page) -> SafeString:
    """A button that undoes the publication of a page, for the word that it is live."""
    if undoing.of(page) is None:
        return SafeString("")
    return _button(request, reverse("content_undo", args=[page.pk]), gettext("Undo"))


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Ask, and undo the last publication of a page."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage) or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    former = undoing.of(page)
    if request.method == "GET" and former is not None:
        return render(request, "content/desk/undo.html", {"page": page, "former": former})
    try:
        shown = undoing.undo(page, user=request.user)
    except undoing.TooLate as late:
        messages.warning(request, str(late))
    else:
        told = (
            gettext("Undone. Readers see the former version again. What you wrote is kept.")
            if shown
            else gettext("Undone. It is a draft again; readers don't see it. What you wrote is kept.")
        )
        messages.success(request, told)
    return redirect("wagtailadmin_pages:edit", page_id)


@hooks.register("before_delete_page")
def into_the_trash(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Deleting is asked for once more by Wagtail; then the page waits in the trash. From there it goes for good."""
    if request.method != "POST" or trash.within(page):
        return None
    parent = page.get_parent()
    try:
        trash.discard(page, user=request.user)
    except trash.NotForTheTrash as refused:
        messages.error(request, str(refused))
        return redirect("wagtailadmin_pages:edit", page.pk)
    _tell_of_trash(request, [page])
    return redirect("wagtailadmin_explore", parent.pk)


@hooks.register("before_bulk_action")
def several_into_the_trash(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponseBase | None:
    """The same for several; of a branch only what stands highest is put there by itself."""
    pages = [one for one in objects if isinstance(one, Page) and not trash.within(one)]
    if action_type != "delete" or not pages:
        return None
    tops = [page for page in pages if not any(page.is_descendant_of(other) for other in pages)]
    try:
        for page in tops:
            trash.discard(Page.objects.get(pk=page.pk), user=request.user)
    except trash.NotForTheTrash as refused:
        messages.error(request, str(refused))
    else:
        _tell_of_trash(request, tops)
    return redirect(action.next_url)


@require_http_methods(["POST"])
def put_back(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Put a page back to where it stood."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied
    try:
        shown = trash.put_back(page, user=request.user)
    except trash.NoPlace as gone:
        messages.warning(request, str(gone))
        return redirect("wagtailadmin_pages:move", page_id)
    told = [sentence("“{page}” is back where it stood.", page=page)]
    if shown:
        told.append(counted("Readers see {number} page again.", "Readers see {number} pages again.", shown))
    messages.success(request, str(in_a_row(told)))
    return redirect("wagtailadmin_explore", Page.objects.get(pk=page_id).get_parent().pk)


@hooks.register("register_page_header_buttons")
def ways_back(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In a page's own menu: undo the last publication; in the trash: put it back."""
    if view_name == "edit" and undoing.of(page) is not None and page.permissions_for_user(user).can_publish():
        address = reverse("content_undo", args=[page.pk])
        yield Button(gettext("Undo the last publication"), url=address, icon_name="undo", priority=80)


@hooks.register("before_edit_page")
def say_that_it_is_in_the_trash(request: HttpRequest, page: Page) -> None:
    """Whoever opens a page in the trash is told so, and how to put it back."""
    kept = Discarded.objects.filter(page_id=page.pk).first() if request.method == "GET" else None
    if kept is not None:
        button = _button(request, reverse("content_put_back", args=[page.pk]), gettext("Put it back"))
        said = sentence("This page is in the trash since {day}.", day=day(timezone.localtime(kept.since)))
        messages.warning(request, format_html("{} {}", str(said), button))


@hooks.register("register_log_actions")
def tell_history(actions: Any) -> None:
    """Second thoughts stand in the history too."""
    actions.register_action(undoing.ACTION, _("Undo a publication"), _("Undid the publication"))
    actions.register_action(trash.DISCARD, _("Put into the trash"), _("Put into the trash"))
    actions.register_action(trash.PUT_BACK, _("Put back from the trash"), _("Put back from the trash"))


def _tell_of_trash(request: HttpRequest, pages: list[Page]) -> None:
    for page in pages[:NAMED]:
        button = _button(request, reverse("content_put_back", args=[page.pk]), gettext("Put it back"))
        said = sentence("“{page}” is in the trash, with all that stood below it.", page=page)
        messages.success(request, format_html("{} {}", str(said), button))
    if len(pages) > NAMED:
        more = sentence(
            "And {number} more are in the trash; they can be put back from there.", number=len(pages) - NAMED
        )
        messages.success(request, str(more))


def _button(request: HttpRequest, address: str, label: str) -> SafeString:
    """A button in a message: it posts, so that no link that is followed by chance does anything."""
    return format_html(
        '<form method="post" action="{}" class="second-thought">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button type="submit" class="button button-small button-secondary">{}</button></form>',
        address,
        get_token(request),
        label,
    )
