"""The blocks a body is made of: each says what a passage is, and none how it looks."""

from __future__ import annotations

from typing import Any

from django.forms import Field
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from communique.text import sanitise
from communique.text.charts import data as readings
from communique.text.charts import drawing

from . import tables
from .shown import ShownLine, ShownReason, ShownText

INLINE = ["bold", "italic", "link", "document-link", "superscript", "subscript", "strikethrough", "code"]
PARAGRAPH = [*INLINE, "ol", "ul"]
NOTED_INLINE = [*INLINE, "footnote"]
NOTED_PARAGRAPH = [*PARAGRAPH, "footnote"]
"""In a body there can be footnotes as well: what stands outside of one has no place to put them."""

LEVELS = [(2, _("Section")), (3, _("Part of a section")), (4, _("Part of a part"))]
NEVER_CREATED = ("imported", "unresolved", "places")
"""Blocks that only an import makes: an editor may keep, convert or delete them."""


class HeadingBlock(blocks.StructBlock):
    """A heading. Its anchor is fixed when it is first published, so that links to it last."""

    text = blocks.CharBlock(label=_("Heading"), max_length=300)
    level = blocks.ChoiceBlock(choices=LEVELS, default=2, label=_("Level"))
    anchor = ShownLine(
        required=False,
        label=_("Anchor"),
        max_length=120,
        help_text=_("Links lead here by #anchor. It is given when the page is first published, and stays."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = "{text}"
        form_layout = blocks.BlockGroup(children=["text", "level"], settings=["anchor"])
        form_attrs = {"class": "heading-block"}


class QuoteBlock(blocks.StructBlock):
    """Words of someone else, set apart."""

    text = blocks.RichTextBlock(features=NOTED_INLINE, label=_("Quotation"))
    attribution = blocks.CharBlock(
        label=_("Attribution"), required=False, max_length=300, help_text=_("Who said or wrote it, and where.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class PullQuoteBlock(blocks.StructBlock):
    """Words of the text itself, said again in large letters."""

    text = blocks.TextBlock(
        label=_("Words"),
        max_length=300,
        rows=2,
        help_text=_("A sentence that stands in the text as well. For words of someone else there is the quotation."),
    )
    attribution = blocks.CharBlock(
        label=_("Attribution"), required=False, max_length=300, help_text=_("Who says it, if not the author.")
    )

    class Meta:
        icon = "openquote"
        label = _("Pull quote")


class FigureBlock(blocks.StructBlock):
    """A picture with what has to be said about it."""

    picture = ImageChooserBlock(label=_("Picture"), required=False)
    alt = blocks.CharBlock(
        required=False,
        max_length=500,
        label=_("Description"),
        help_text=_("For those who can't see the picture, if not the one kept with the picture."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decorative"),
        required=False,
        help_text=_("The picture adds nothing to the text, so it needs no description."),
    )
    caption = blocks.RichTextBlock(label=_("Caption"), required=False, features=NOTED_INLINE)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=300, help_text=_("Who took or drew it."))
    source = blocks.CharBlock(
        label=_("Source"), required=False, max_length=300, help_text=_("Where it comes from: a publication, data.")
    )
    page = blocks.PageChooserBlock(required=False, label=_("Leads to a page"))
    link = blocks.URLBlock(
        required=False,
        label=_("or to an address"),
        help_text=_("On another site, say a partner's, if to no page of ours."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")


class DataBlock(blocks.TextBlock):
    """Rows and columns, as text. A script of the desk looks at them, and offers a table to fill in."""

    @cached_property
    def field(self) -> Field:
        """The field, marked for that script."""
        made: Field = super().field
        made.widget.attrs |= {"data-chart-data": "", "dir": "auto", "spellcheck": "false"}
        return made


class ChartBlock(blocks.StructBlock):
    """Numbers, drawn. Readers get them as a table and as a file, too."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("What the chart shows, or better what one learns from it.")
    )
    kind = blocks.ChoiceBlock(
        choices=[(name, kind.says) for name, kind in drawing.KINDS.items()], default=drawing.BARS, label=_("Kind")
    )
    data = DataBlock(
        label=_("Data"),
        max_length=readings.MOST_SIGNS,
        rows=8,
        help_text=_(
            "Paste it from a spreadsheet, or write commas between the columns. The first row names the columns, "
            "the first column the rows."
        ),
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=120, help_text=_("Of the numbers: million tonnes, per cent.")
    )
    summary = blocks.TextBlock(
        required=False,
        max_length=1000,
        label=_("Description"),
        rows=2,
        help_text=_("What one sees in it, in a sentence or two, for those who can't see it."),
    )
    caption = blocks.RichTextBlock(label=_("Caption"), required=False, features=NOTED_INLINE)
    source = blocks.CharBlock(
        label=_("Source"), required=False, max_length=300, help_text=_("Where the numbers come from.")
    )
    credit = blocks.CharBlock(
        label=_("Credit"), required=False, max_length=300, help_text=_("Who gathered or reckoned them, if not we.")
    )
    anchor = ShownLine(
        required=False,
        label=_("Anchor"),
        max_length=120,
        help_text=_(
            "Links lead here by #anchor, and its file is named for it. It is given when the page is first "
            "published, and stays."
        ),
    )

    class Meta:
        icon = "chart"
        label = _("Chart")
        label_format = "{title}"
        form_layout = blocks.BlockGroup(
            children=["title", "kind", "data", "unit", "summary", "caption", "source", "credit"], settings=["anchor"]
        )


class PreformattedBlock(blocks.StructBlock):
    """Text whose lines and spaces matter: a message, a listing."""

    text = blocks.TextBlock(label=_("Text"))
    language = blocks.CharBlock(
        label=_("Language"), required=False, max_length=40, help_text=_("Of a program's source: python, sql …")
    )

    class Meta:
        icon = "code"
        label = _("Preformatted text")


class EmbedBlock(blocks.StructBlock):
    """Something on another site: a video, a recording, a post."""

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=300, help_text=_("What a reader finds there.")
    )
    transcript = blocks.RichTextBlock(
        label=_("Transcript"),
        required=False,
        features=NOTED_PARAGRAPH,
        help_text=_("Of a recording: what is said in it, for those who can’t hear it. Readers unfold it."),
    )

    class Meta:
        icon = "media"
        label = _("From another site")


class AsideBlock(blocks.StructBlock):
    """A box beside the text."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=300)
    text = blocks.RichTextBlock(label=_("Text"), features=NOTED_PARAGRAPH)

    class Meta:
        icon = "form"
        label = _("Box")


class DetailsBlock(blocks.StructBlock):
    """Something to be unfolded by those who want it."""

    summary = blocks.CharBlock(label=_("Summary"), max_length=300)
    text = blocks.RichTextBlock(label=_("Text"), features=NOTED_PARAGRAPH)

    class Meta:
        icon = "collapse-down"
        label = _("To unfold")


class ImportedBlock(blocks.StructBlock):
    """A passage from the former site that could not be turned into blocks. Readers see it, made safe."""

    html = ShownText(label=_("Passage"), rows=6)
    note = ShownReason(required=False, label=_("Why"))

    class Meta:
        icon = "download"
        label = _("Imported passage")

    def clean(self, value: Any) -> Any:
        """Whatever comes back from a form is made safe again."""
        passage = super().clean(value)
        passage["html"] = sanitise.passage(passage["html"])
        return passage


class PlacesBlock(blocks.StructBlock):
    """Where links lead that go to a place within the page. Readers see nothing of it."""

    names = ShownLine(label=_("What links call it"))

    class Meta:
        icon = "pick"
        label = _("Place that links lead to")
        label_format = "{names}"


class UnresolvedBlock(blocks.StructBlock):
    """Something of the former site that we have no block for yet. Only editors see it."""

    name = ShownLine(label=_("What it was"))
    attributes = ShownText(label=_("What was said of it"), required=False, rows=2)
    original = ShownText(label=_("As it was"), required=False, rows=4)

    class Meta:
        icon = "warning"
        label = _("Not brought over")


class Body(blocks.StreamBlock):
    """The body of an article or page."""

    heading = HeadingBlock(group=_("Text"))
    paragraph = blocks.RichTextBlock(label=_("Paragraph"), features=NOTED_INLINE, icon="pilcrow", group=_("Text"))
    list = blocks.RichTextBlock(label=_("List"), features=NOTED_PARAGRAPH, icon="list-ul", group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    pullquote = PullQuoteBlock(group=_("Beside the text"))
    figure = FigureBlock(group=_("Pictures and data"))
    table = TypedTableBlock(
        [
            ("text", blocks.RichTextBlock(features=NOTED_INLINE, label=_("Text or numbers"))),
            (tables.NAME, blocks.RichTextBlock(features=NOTED_INLINE, label=_("Names of the rows"))),
        ],
        group=_("Pictures and data"),
        label=_("Table"),
        icon="table",
    )
    chart = ChartBlock(group=_("Pictures and data"))
    preformatted = PreformattedBlock(group=_("Text"))
    embed = EmbedBlock(group=_("Elsewhere"))
    recorded = SnippetChooserBlock(
        "content.Recording", group=_("Pictures and data"), icon="media", label=_("Recording of ours")
    )
    document = DocumentChooserBlock(
        label=_("Document"),
        group=_("Elsewhere"),
        icon="doc-full",
        help_text=_(
            "A file that a published document page has among its versions. Readers get the title of that page, with "
            "type and size, and always its newest version."
        ),
    )
    shared = SnippetChooserBlock("content.SharedPiece", group=_("Elsewhere"), icon="copy", label=_("Shared piece"))
    aside = AsideBlock(group=_("Beside the text"))
    details = DetailsBlock(group=_("Beside the text"))
    separator = blocks.StaticBlock(
        admin_text=_("A line between two parts."), icon="horizontalrule", group=_("Beside the text"), label=_("Line")
    )
    places = PlacesBlock(group=_("From the former site"))
    imported = ImportedBlock(group=_("From the former site"))
    unresolved = UnresolvedBlock(group=_("From the former site"))

    class Meta:
        collapsed = False
