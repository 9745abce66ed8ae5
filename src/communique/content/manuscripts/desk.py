"""Manuscripts at the desk: a new page from a Word file, and what is pasted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.telepath import JSContext
from wagtail.admin.widgets import Button
from wagtail.models import Page

from communique.content import languages
from communique.content.blocks import Body as BodyBlock
from communique.content.models import BasePage

from . import blocks, word
from .library import Shelf
from .passages import passages

LONGEST_PASTE = 5_000_000  # letters

NAMES = {
    "paragraph": ("paragraph", "paragraphs"),
    "heading": ("heading", "headings"),
    "list": ("list", "lists"),
    "table": ("table", "tables"),
    "quote": ("quotation", "quotations"),
    "note": ("footnote", "footnotes"),
    "picture": ("picture", "pictures"),
}


class FileForm(forms.Form):
    """One Word file."""

    file = forms.FileField(
        label="Word file",
        help_text=(
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
        label = f"New {kind._meta.verbose_name} from a Word file"
        yield Button(label, url=reverse("content_from_word", args=[page.pk]), icon_name="upload", priority=15)


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
            form.add_error("file", str(refused))
        else:
            messages.success(request, told)
            return redirect("wagtailadmin_pages:edit", page.pk)
    title = f"New {kind._meta.verbose_name} from a Word file"
    return render(request, "content/desk/from_word.html", {"form": form, "parent": parent, "title": title})


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """What was pasted, as blocks that the editor puts in place."""
    if len(request.body) > LONGEST_PASTE:
        return JsonResponse({"blocks": [], "told": "Too long to paste. Save it as a Word file, and upload that."})
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
    counted: Counter[str] = made.counts.copy()
    counted["picture"] -= made.left_out
    parts = [f"{counted[kind]} {names[counted[kind] != 1]}" for kind, names in NAMES.items() if counted[kind] > 0]
    told = f"{'Pasted' if pasted else 'Taken in as a draft'}: {', '.join(parts) or 'nothing'}."
    if undescribed:
        told += f" {undescribed} of the pictures have no description yet: say what they show before publishing."
    if made.left_out:
        why = "add them from the library" if pasted else "they are in a format that browsers don't show, or damaged"
        told += f" {made.left_out} pictures were left out: {why}."
    return told


@hooks.register("insert_editor_js")
def take_pastes() -> str:
    """What is pasted into a body from a word processor becomes blocks."""
    return format_html('<script type="module" src="{}"></script>', static("content/desk/paste.js"))
