"""Manuscripts at the desk: a new page from a Word file, and what is pasted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.telepath import JSContext
from wagtail.admin.widgets import Button
from wagtail.models import Page

from communique.content import languages
from communique.content.blocks import Body as BodyBlock
from communique.content.models import BasePage
from communique.publishing.speaking import invalid
from communique.text.sentences import Sentence, counted, in_a_row, sentence

from . import blocks, word
from .library import Shelf
from .passages import passages

LONGEST_PASTE = 5_000_000  # letters

COUNTED: dict[str, Callable[[int], Sentence]] = {
    "paragraph": lambda number: counted("{number} paragraph", "{number} paragraphs", number),
    "heading": lambda number: counted("{number} heading", "{number} headings", number),
    "list": lambda number: counted("{number} list", "{number} lists", number),
    "table": lambda number: counted("{number} table", "{number} tables", number),
    "quote": lambda number: counted("{number} quotation", "{number} quotations", number),
    "note": lambda number: counted("{number} footnote", "{number} footnotes", number),
    "picture": lambda number: counted("{number} picture", "{number} pictures", number),
}
"""What came in, by the kind of passage."""


class FileForm(forms.Form):
    """One Word file."""

    file = forms.FileField(
        label=_("Word file"),
        help_text=_(
            "A .docx file of up to 30 MB. Headings, lists, tables, links, notes and pictures are kept; looks are not."
        ),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where files and pasted texts are taken in."""
    return [
        path("manuscripts/<int:parent_id>/", from_word, name="content_from_word"),
        path("paste/", paste, name="content_paste"),
    ]


@hooks.register("register_page_header_buttons")
def offer(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In a section: a new article from a Word file."""
    kind = _kind(page)
    if kind is not None and view_name == "index" and page.permissions_for_user(user).can_add_subpage():
        yield Button(_new(kind), url=reverse("content_from_word", args=[page.pk]), icon_name="upload", priority=15)


@require_http_methods(["GET", "POST"])
def from_word(request: HttpRequest, parent_id: int) -> HttpResponseBase:
    """Take a Word file in as a draft. Nothing is kept of one that can't be read."""
    parent = get_object_or_404(Page, pk=parent_id).specific
    kind = _kind(parent)
    if kind is None:
        raise Http404
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            page, told = _draft(parent, kind, file, request.user)
        except word.NotAManuscript as refused:
            form.add_error("file", invalid(refused.said))
        else:
            messages.success(request, told)
            return redirect("wagtailadmin_pages:edit", page.pk)
    return render(request, "content/desk/from_word.html", {"form": form, "parent": parent, "title": _new(kind)})


def _new(kind: type[BasePage]) -> str:
    return str(sentence("New {kind} from a Word file", kind=kind._meta.verbose_name))


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """What was pasted, as blocks that the editor puts in place."""
    if len(request.body) > LONGEST_PASTE:
        told = gettext("Too long to paste. Save it as a Word file, and upload that.")
        return JsonResponse({"blocks": [], "told": told})
    try:
        html = str(json.loads(request.body)["html"])
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"blocks": [], "told": ""}, status=400)
    made = blocks.body(passages(html))
    stream = BodyBlock()
    packed = JSContext().pack(stream.get_form_state(stream.to_python(made.blocks)))
    return JsonResponse({"blocks": packed, "told": _told(made, pasted=True)})


def _kind(parent: Page) -> type[BasePage] | None:
    """The kind of page with a body that can be made below this one, if there is exactly one."""
    kinds = [
        kind
        for kind in type(parent.specific).creatable_subpage_models()
        if issubclass(kind, BasePage) and kind.needs_a_body and kind.can_create_at(parent)
    ]
    return kinds[0] if len(kinds) == 1 else None


def _draft(parent: Page, kind: type[BasePage], file: Any, user: Any) -> tuple[BasePage, str]:
    manuscript = word.read(file, file.name, file.size)
    with transaction.atomic():
        shelf = Shelf(manuscript.pictures, file.name)
        made = blocks.body(manuscript.passages, shelf.place)
        page = kind(title=manuscript.title, live=False, owner=user)
        page.language = getattr(parent, "language", "") or languages.default()
        page.body = made.blocks
        if hasattr(page, "standfirst"):
            page.standfirst = manuscript.standfirst
        parent.add_child(instance=page)
        page.save_revision(user=user, log_action=True, clean=False)
    return page, _told(made, undescribed=shelf.undescribed)


def _told(made: blocks.Body, *, pasted: bool = False, undescribed: int = 0) -> str:
    """What came in, in a sentence; and what did not, or needs a hand."""
    counts: Counter[str] = made.counts.copy()
    counts["picture"] -= made.left_out
    parts = [said(counts[kind]) for kind, said in COUNTED.items() if counts[kind] > 0] or [sentence("nothing")]
    told = [
        sentence("Pasted: {parts}.", parts=parts) if pasted else sentence("Taken in as a draft: {parts}.", parts=parts)
    ]
    if undescribed:
        told.append(
            counted(
                "{number} of the pictures has no description yet: say what it shows before publishing.",
                "{number} of the pictures have no description yet: say what they show before publishing.",
                undescribed,
            )
        )
    if made.left_out and pasted:
        told.append(
            counted(
                "{number} picture was left out: add it from the library.",
                "{number} pictures were left out: add them from the library.",
                made.left_out,
            )
        )
    elif made.left_out:
        told.append(
            counted(
                "{number} picture was left out: it is in a format that browsers don't show, or damaged.",
                "{number} pictures were left out: they are in a format that browsers don't show, or damaged.",
                made.left_out,
            )
        )
    return str(in_a_row(told))


@hooks.register("insert_editor_js")
def take_pastes() -> str:
    """What is pasted into a body from a word processor becomes blocks."""
    return format_html('<script type="module" src="{}"></script>', static("content/desk/paste.js"))
