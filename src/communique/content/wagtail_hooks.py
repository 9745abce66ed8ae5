"""The desk: what stands in its menu, and what it tells editors."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from communique.text.sentences import sentence

from . import announcements, look, noting, second_thoughts
from .desk import changes, charts, front_pages, legal, letters, missed, pressroom
from .early import desk as early
from .gate import desk as gate
from .manuscripts import desk as manuscripts
from .models import Delay, Navigation, Person, Recording, SharedPiece, Topic
from .welcome import Welcome

__all__ = [
    "changes",
    "charts",
    "early",
    "front_pages",
    "gate",
    "legal",
    "letters",
    "look",
    "manuscripts",
    "missed",
    "noting",
    "pressroom",
]  # their hooks stand in files of their own


class ChoosingPeople(SnippetChooserViewSet):
    """Where a contributor is chosen. Who isn't there yet can be added on the spot."""

    form_fields = ["name", "role", "affiliation"]
    create_action_label = _("Add")
    creation_tab_label = _("Someone new")


class People(SnippetViewSet):
    """Who is named in print."""

    model = Person
    icon = "group"
    chooser_viewset_class = ChoosingPeople
    menu_label = _("People")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "role", "affiliation"]
    search_fields = ["name", "affiliation"]
    ordering = ["name"]


class Topics(SnippetViewSet):
    """What articles are about."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["title", "parent"]
    search_fields = ["title"]
    ordering = ["title"]


class Menus(SnippetViewSet):
    """The menu at the top of every page."""

    model = Navigation
    icon = "list-ul"
    menu_label = _("Menus")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["language"]


class SharedPieces(SnippetViewSet):
    """Texts that stand on many pages and are changed in one place."""

    model = SharedPiece
    icon = "copy"
    menu_label = _("Shared pieces")
    menu_order = 235
    add_to_admin_menu = True
    list_display = ["name", "used_on"]
    search_fields = ["name"]


class ChoosingRecordings(SnippetChooserViewSet):
    """Where a recording is chosen. One that isn't there yet can be sent on the spot; captions are added to it later."""

    form_fields = ["title", "file", "language", "transcript"]
    create_action_label = _("Add")
    creation_tab_label = _("A new one")


class Recordings(SnippetViewSet):
    """Sound and film that we keep ourselves."""

    model = Recording
    icon = "media"
    chooser_viewset_class = ChoosingRecordings
    menu_label = _("Recordings")
    menu_order = 203
    add_to_admin_menu = True
    list_display = ["title", "kind", "language"]
    search_fields = ["title"]


register_snippet(Recordings)
register_snippet(SharedPieces)
register_snippet(People)
register_snippet(Topics)
register_snippet(Menus)


@hooks.register("after_publish_page")
def say_when_it_was_out(request: HttpRequest, page: Page) -> None:
    """Once it is committed, "Live at 14:03:05", or what went wrong. Scheduled pages have nothing to tell yet."""
    if page.live:
        transaction.on_commit(partial(_tell_when_it_was_out, request, page), robust=True)


def _tell_when_it_was_out(request: HttpRequest, page: Page) -> None:
    found = announcements.outcome(page)
    if found.live is not None:
        at = timezone.localtime(found.live)
        see = messages.button(page.url, gettext("See it"), new_window=True)
        live = sentence("Live at {time}.", time=f"{at:%H:%M:%S}")
        told = format_html("{} {}", str(live), second_thoughts.undo_button(request, page))
        messages.success(request, told, buttons=[see])
    elif found.failure is not None:
        said = sentence("“{page}” is published but could not be printed: {reason}", page=page, reason=found.failure)
        messages.error(request, str(said))
    else:
        messages.warning(request, gettext("Published. The press has not printed it yet; it will as soon as it can."))


@hooks.register("before_edit_page")
def tell_of_trouble(request: HttpRequest, page: Page) -> None:
    """A page that could not be printed, or not be published when it was due, says so when it is opened."""
    if request.method != "GET":
        return
    for failure in announcements.failures_of(page):
        told = gettext("Readers don’t see the latest version: it could not be printed.")
        messages.error(request, f"{told} {failure.said}")
    for delay in Delay.objects.filter(page_id=page.pk):
        told = gettext("It was due but could not be published or taken down.")
        messages.error(request, f"{told} {delay.said}")


class Troubles(Component):
    """What the desk's home page shows of pages that could not be printed or published."""

    name = "troubles"
    template_name = "content/desk/troubles.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Each page once for each trouble, with a way to it."""
        told = [announcements.trouble(failure) for failure in announcements.failures()]
        told += [
            {"page": delay.page_id, "name": delay.page.title, "reason": delay.said}
            for delay in Delay.objects.select_related("page")
        ]
        return {"troubles": told}


@hooks.register("before_move_page")
def show_moves_to_those_who_may(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks for the right only when it moves; its question before that tells a draft's title to all editors."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied


@hooks.register("construct_homepage_panels")
def begin_the_day(request: HttpRequest, panels: list[Component]) -> None:
    """First of all, what didn't go as it should; then, where to begin."""
    panels[:0] = [Troubles(), Welcome(request.user)]


@hooks.register("insert_global_admin_js")
def scripts_of_the_desk() -> str:
    """What the desk does in the browser beyond Wagtail; each script says it in its first line."""
    names = ("block_choice", "first_words", "many_of", "one_save")
    return format_html_join(
        "", '<script type="module" src="{}"></script>', ([static(f"content/desk/{name}.js")] for name in names)
    )


@hooks.register("insert_global_admin_css")
def look_of_the_desk() -> str:
    """What the desk looks like beyond Wagtail."""
    return format_html('<link rel="stylesheet" href="{}">', static("content/desk/desk.css"))


@hooks.register("construct_main_menu")
def in_editors_words(request: HttpRequest, menu_items: list[Any]) -> None:
    """Call things what editors call them."""
    for item in menu_items:
        if item.name == "images":
            item.label = _("Pictures")
