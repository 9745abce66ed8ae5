"""Footnotes at the desk: a button in rich text, a small form for the note, the mark that stands for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from draftjs_exporter.dom import DOM
from wagtail import hooks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from communique.publishing.speaking import invalid
from communique.text.plain import text_of
from communique.text.sentences import counted

from .footnotes import Note, mark, written

FEATURE, ENTITY = "footnote", "FOOTNOTE"
LONGEST = 5_000
IN_A_NOTE = ["bold", "italic", "link", "superscript", "subscript"]


class NoteForm(forms.Form):
    """What a note says."""

    text = forms.CharField(
        label=_("What the note says"),
        required=False,
        help_text=_(
            "A source, or a remark. An address that is written out can be followed. Readers find it at the end."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Not in the class: the first such widget makes Wagtail gather the features of rich text, this module's too.
        self.fields["text"].widget = DraftailRichTextArea(features=IN_A_NOTE)

    def clean_text(self) -> str:
        """The note as it is kept. One that says nothing, or is an article of its own, is refused."""
        text = written(self.cleaned_data["text"])
        length = len(text_of(text))
        if not length:
            raise forms.ValidationError(_("Write what the note says, or close this without a note."))
        if length > LONGEST:
            said = counted(
                "The note has {number:,} sign; {most:,} are the most. Put the rest into the text.",
                "The note has {number:,} signs; {most:,} are the most. Put the rest into the text.",
                length,
                most=LONGEST,
            )
            raise invalid(said)
        return text


@require_POST
def note(request: HttpRequest) -> HttpResponseBase:
    """The form for a note (`stored` is what it says so far), or the note as it was written."""
    if "stored" in request.POST:
        return JsonResponse({"form": _drawn(NoteForm(initial={"text": request.POST["stored"]}, prefix=FEATURE))})
    form = NoteForm(request.POST, prefix=FEATURE)
    if not form.is_valid():
        return JsonResponse({"form": _drawn(form)}, status=422)
    text = form.cleaned_data["text"]
    return JsonResponse({"note": text, "plain": text_of(text)})


def _drawn(form: NoteForm) -> str:
    return form.render("content/desk/footnote.html")


class FromStored(InlineEntityElementHandler):
    """A stored footnote as the editor has it."""

    mutability = "IMMUTABLE"

    def __init__(self) -> None:
        super().__init__(ENTITY)

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        """What it says, and what tells it from others."""
        text = written(attrs.get("note", ""))
        return {"key": attrs.get("key", ""), "note": text, "plain": text_of(text)}


def to_stored(props: dict[str, Any]) -> Any:
    """A footnote as the editor has it, to be stored. Whatever comes back from a browser is made safe."""
    return DOM.parse_html(mark(Note(str(props.get("key", "")), written(str(props.get("note", ""))))))


@hooks.register("register_rich_text_features")
def offer(features: FeatureRegistry) -> None:
    """Let rich text have footnotes where a field asks for them."""
    told = {
        "type": ENTITY,
        "icon": "footnote",
        "description": _("Footnote"),
        "attributes": ["key", "note", "plain"],
        "address": reverse_lazy("content_footnote"),
    }
    feature = EntityFeature(told, js=["content/desk/footnote.js"], css={"all": ["content/desk/footnote.css"]})
    features.register_editor_plugin("draftail", FEATURE, feature)
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {"footnote": FromStored()},
            "to_database_format": {"entity_decorators": {ENTITY: to_stored}},
        },
    )


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the form for a note is."""
    return [path("footnote/", note, name="content_footnote")]


@hooks.register("register_icons")
def icon(icons: list[str]) -> list[str]:
    """The sign on the button."""
    return [*icons, "content/desk/footnote.svg"]
