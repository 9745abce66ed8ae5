"""Changes of live pages at the desk: how they were classed, and classing them anew."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from communique.content import amendments, differences
from communique.content.amendments import Classed
from communique.content.models import Amendment, DatedPage
from communique.content.models.amendments import Kind
from communique.content.models.classing import NOTE, RIGHT, WRONG, kind_field, words_field
from communique.text.sentences import sentence

LOGGED = "communique.class_anew"
TAB = "#tab-what_changed"
ON_A_PAGE = 40


class ClassAnew(forms.Form):
    """What a change is, and why that wasn't said before."""

    kind = kind_field()
    wrong = words_field(_("Was wrong"), WRONG)
    right = words_field(_("Is right"), RIGHT)
    note = words_field(_("Note"), NOTE)
    reason = words_field(_("Why it is classed anew"), _("For the desk only; it stays in the record."))

    def __init__(self, amendment: Amendment, data: Any = None) -> None:
        self.amendment = amendment
        names = ("kind", "wrong", "right", "note")
        super().__init__(data, initial={name: getattr(amendment, name) for name in names})
        if not amendment.kind:
            del self.fields["reason"]

    @property
    def told(self) -> Classed:
        """What the form says of the change."""
        said = {name: str(value or "").strip() for name, value in self.cleaned_data.items() if name != "reason"}
        return Classed(**said)

    def clean(self) -> None:
        """Say all that readers have to know, and why it was said otherwise before."""
        told = self.told
        for name, said in told.missing().items():
            self.add_error(name, _("Choose one.") if name == "kind" else said)
        if "reason" in self.fields and not str(self.cleaned_data.get("reason", "")).strip():
            self.add_error("reason", _("Say why, for those who look at the record later."))


def listing(request: HttpRequest) -> HttpResponse:
    """All changes that went out, the newest first, of the pages that the editor can see."""
    pages = page_permission_policy.explorable_instances(request.user)
    changes = Amendment.objects.filter(standing=True, page__in=pages).select_related("page", "made_by")
    if request.GET.get("kind") in Kind.values:
        changes = changes.filter(kind=request.GET["kind"])
    shown = Paginator(changes.order_by("-published", "-pk"), ON_A_PAGE).get_page(request.GET.get("p"))
    context = {"changes": shown, "kinds": Kind.choices, "chosen": request.GET.get("kind", "")}
    return render(request, "content/desk/changes.html", context)


def class_anew(request: HttpRequest, number: int) -> HttpResponse:
    """The form for it, for those who may publish the page."""
    amendment = get_object_or_404(Amendment.objects.select_related("page"), pk=number, standing=True)
    if not amendment.page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = ClassAnew(amendment, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = str(form.cleaned_data.get("reason", "")).strip()
        made = amendments.class_anew(amendment, form.told, reason=reason, user=request.user)
        data = {"before": amendment.kind, "after": made.kind, "reason": reason}
        log(instance=amendment.page.specific, action=LOGGED, user=request.user, data=data)
        kind = made.get_kind_display().lower()
        said = sentence("The change of “{page}” is now: {kind}.", page=amendment.page, kind=kind)
        messages.success(request, str(said))
        return redirect("content_changes")
    return render(request, "content/desk/class_anew.html", {"form": form, "amendment": amendment})


@hooks.register("before_publish_page")
def ask_first(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A way to publish that has no form leads to it, if readers have seen the page and nobody says what changed."""
    if not _changes_unclassed(page):
        return None
    said = sentence("Not published yet: readers have seen this page. Say what kind of change it is, and publish again.")
    messages.error(request, str(said))
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]) + TAB)


@hooks.register("before_bulk_action")
def refuse_in_bulk(request: HttpRequest, action_type: str, objects: list[Page], _action: object) -> HttpResponse | None:
    """Live pages whose text would change have to be published one by one: each change is of a kind."""
    if action_type != "publish" or request.method != "POST":
        return None
    silent = [page for page in objects if _changes_unclassed(page)]
    if not silent:
        return None
    said = sentence(
        "Nothing was published. Readers have seen these pages, and nobody has said what kind of change it is: {pages}. "
        "Publish each from its own form.",
        pages=[sentence("“{title}”", title=page) for page in silent],
    )
    messages.error(request, str(said))
    return redirect(reverse("wagtailadmin_explore_root"))


def _changes_unclassed(page: Page) -> bool:
    revision = page.get_latest_revision()
    kind = page.specific_class
    if revision is None or kind is None or not issubclass(kind, DatedPage):
        return False
    live = kind.objects.filter(pk=page.pk, live=True).first()
    if live is None:
        return False
    told = amendments.waiting(page)
    if told is not None and told.kind and told.revision_id == revision.pk:
        return False
    return bool(differences.between(live, revision.as_object()))


URLS: list[URLPattern] = [
    path("changes/", listing, name="content_changes"),
    path("changes/<int:number>/", class_anew, name="content_class_anew"),
]


class Unclassed(Component):
    """Changes that went out by a way that asks nothing: a workflow, a script."""

    name = "unclassed"
    template_name = "content/desk/unclassed.html"
    order = 60

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Those of the pages that the editor may publish."""
        user = parent_context["request"].user
        told = [one for one in amendments.unclassed() if one.page.permissions_for_user(user).can_publish()]
        return {"changes": told}


@hooks.register("construct_homepage_panels")
def show_unclassed(request: HttpRequest, panels: list[Component]) -> None:
    """Among the first things, what still has to be said."""
    panels.insert(1, Unclassed())


@hooks.register("insert_editor_js")
def ask_only_what_is_needed() -> str:
    """Of the fields that class a change, show those that its kind needs."""
    return format_html('<script type="module" src="{}"></script>', static("content/desk/classing.js"))


@hooks.register("register_admin_urls")
def changes_of_live_pages() -> list[URLPattern]:
    """How changes were classed, and classing them anew."""
    return URLS


@hooks.register("register_admin_menu_item")
def corrections_in_the_menu() -> MenuItem:
    """The way there."""
    return MenuItem(_("Corrections"), reverse("content_changes"), icon_name="edit", order=240)


@hooks.register("register_log_actions")
def log_what_was_classed_anew(actions: Any) -> None:
    """A page's history tells that a change of it was classed anew."""
    actions.register_action(LOGGED, _("Class a change anew"), _("Classed a change anew"))
