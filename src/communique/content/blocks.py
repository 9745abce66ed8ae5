"""The blocks a body is made of: each says what a passage is, and none how it looks."""

from __future__ import annotations

from typing import Any

from django.forms import Field, Textarea, TextInput
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from communique.text import sanitise
from communique.text.charts import data as readings
from communique.text.charts import drawing

from . import tables

INLINE = ["bold", "italic", "link", "document-link", "superscript", "subscript", "strikethrough", "code"]
PARAGRAPH = [*INLINE, "ol", "ul"]
NOTED_INLINE = [*INLINE, "footnote"]
NOTED_PARAGRAPH = [*PARAGRAPH, "footnote"]
"""In a body there can be footnotes as well: what stands outside of one has no place to put them."""

LEVELS = [(2, "Section"), (3, "Part of a section"), (4, "Part of a part")]
NEVER_CREATED = ("imported", "unresolved", "places")
"""Blocks that only an import makes: an editor may keep, convert or delete them."""


class HeadingBlock(blocks.StructBlock):
    """A heading. Its anchor is fixed when it is first published, so that links to it last."""

    text = blocks.CharBlock(label="Heading", max_length=300)
    level = blocks.ChoiceBlock(choices=LEVELS, default=2, label="Level")
    anchor = blocks.CharBlock(
        required=False,
        label="Anchor",
        max_length=120,
        widget=TextInput(attrs={"readonly": True}),
        help_text="Links lead here by #anchor. It is given when the page is first published, and stays.",
    )

    class Meta:
        icon = "title"
        label = "Heading"
        label_format = "{text}"
        form_layout = blocks.BlockGroup(children=["text", "level"], settings=["anchor"])
        form_attrs = {"class": "heading-block"}


class QuoteBlock(blocks.StructBlock):
    """Words of someone else, set apart."""

    text = blocks.RichTextBlock(features=NOTED_INLINE, label="Quotation")
    attribution = blocks.CharBlock(required=False, max_length=300, help_text="Who said or wrote it, and where.")

    class Meta:
        icon = "openquote"
        label = "Quotation"


class PullQuoteBlock(blocks.StructBlock):
    """Words of the text itself, said again in large letters."""

    text = blocks.CharBlock(
        label="Words",
        max_length=300,
        widget=Textarea(attrs={"rows": 2}),
        help_text="A sentence that stands in the text as well. For words of someone else there is the quotation.",
    )
    attribution = blocks.CharBlock(required=False, max_length=300, help_text="Who says it, if not the author.")

    class Meta:
        icon = "openquote"
        label = "Pull quote"


class FigureBlock(blocks.StructBlock):
    """A picture with what has to be said about it."""

    picture = ImageChooserBlock(required=False)
    alt = blocks.CharBlock(
        required=False,
        max_length=500,
        label="Description",
        help_text="For those who can't see the picture, if not the one kept with the picture.",
    )
    decorative = blocks.BooleanBlock(
        required=False, help_text="The picture adds nothing to the text, so it needs no description."
    )
    caption = blocks.RichTextBlock(required=False, features=NOTED_INLINE)
    credit = blocks.CharBlock(required=False, max_length=300, help_text="Who took or drew it.")
    source = blocks.CharBlock(required=False, max_length=300, help_text="Where it comes from: a publication, data.")
    page = blocks.PageChooserBlock(required=False, label="Leads to a page")
    link = blocks.URLBlock(
        required=False, label="or to an address", help_text="On another site, say a partner's, if to no page of ours."
    )

    class Meta:
        icon = "image"
        label = "Picture"


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

    title = blocks.CharBlock(max_length=200, help_text="What the chart shows, or better what one learns from it.")
    kind = blocks.ChoiceBlock(
        choices=[(name, kind.says) for name, kind in drawing.KINDS.items()], default=drawing.BARS, label="Kind"
    )
    data = DataBlock(
        label="Data",
        max_length=readings.MOST_SIGNS,
        rows=8,
        help_text="Paste it from a spreadsheet, or write commas between the columns. The first row names the columns, "
        "the first column the rows.",
    )
    unit = blocks.CharBlock(required=False, max_length=120, help_text="Of the numbers: million tonnes, per cent.")
    summary = blocks.TextBlock(
        required=False,
        max_length=1000,
        label="Description",
        rows=2,
        help_text="What one sees in it, in a sentence or two, for those who can't see it.",
    )
    caption = blocks.RichTextBlock(required=False, features=NOTED_INLINE)
    source = blocks.CharBlock(required=False, max_length=300, help_text="Where the numbers come from.")
    credit = blocks.CharBlock(required=False, max_length=300, help_text="Who gathered or reckoned them, if not we.")
    anchor = blocks.CharBlock(
        required=False,
        label="Anchor",
        max_length=120,
        widget=TextInput(attrs={"readonly": True}),
        help_text="Links lead here by #anchor, and its file is named for it. It is given when the page is first "
        "published, and stays.",
    )

    class Meta:
        icon = "chart"
        label = "Chart"
        label_format = "{title}"
        form_layout = blocks.BlockGroup(
            children=["title", "kind", "data", "unit", "summary", "caption", "source", "credit"], settings=["anchor"]
        )


class PreformattedBlock(blocks.StructBlock):
    """Text whose lines and spaces matter: a message, a listing."""

    text = blocks.TextBlock(label="Text")
    language = blocks.CharBlock(required=False, max_length=40, help_text="Of a program's source: python, sql …")

    class Meta:
        icon = "code"
        label = "Preformatted text"


class EmbedBlock(blocks.StructBlock):
    """Something on another site: a video, a recording, a post."""

    url = blocks.URLBlock(label="Address")
    title = blocks.CharBlock(required=False, max_length=300, help_text="What a reader finds there.")

    class Meta:
        icon = "media"
        label = "From another site"


class AsideBlock(blocks.StructBlock):
    """A box beside the text."""

    title = blocks.CharBlock(required=False, max_length=300)
    text = blocks.RichTextBlock(features=NOTED_PARAGRAPH)

    class Meta:
        icon = "form"
        label = "Box"


class DetailsBlock(blocks.StructBlock):
    """Something to be unfolded by those who want it."""

    summary = blocks.CharBlock(max_length=300)
    text = blocks.RichTextBlock(features=NOTED_PARAGRAPH)

    class Meta:
        icon = "collapse-down"
        label = "To unfold"


class ImportedBlock(blocks.StructBlock):
    """A passage from the former site that could not be turned into blocks. Readers see it, made safe."""

    html = blocks.TextBlock(label="Passage", widget=Textarea(attrs={"readonly": True, "rows": 6}))
    note = blocks.CharBlock(required=False, label="Why", widget=TextInput(attrs={"readonly": True}))

    class Meta:
        icon = "download"
        label = "Imported passage"

    def clean(self, value: Any) -> Any:
        """Whatever comes back from a form is made safe again."""
        passage = super().clean(value)
        passage["html"] = sanitise.passage(passage["html"])
        return passage


class PlacesBlock(blocks.StructBlock):
    """Where links lead that go to a place within the page. Readers see nothing of it."""

    names = blocks.CharBlock(label="What links call it", widget=TextInput(attrs={"readonly": True}))

    class Meta:
        icon = "pick"
        label = "Place that links lead to"
        label_format = "{names}"


class UnresolvedBlock(blocks.StructBlock):
    """Something of the former site that we have no block for yet. Only editors see it."""

    name = blocks.CharBlock(label="What it was", widget=TextInput(attrs={"readonly": True}))
    attributes = blocks.TextBlock(required=False, widget=Textarea(attrs={"readonly": True, "rows": 2}))
    original = blocks.TextBlock(required=False, widget=Textarea(attrs={"readonly": True, "rows": 4}))

    class Meta:
        icon = "warning"
        label = "Not brought over"


class Body(blocks.StreamBlock):
    """The body of an article or page."""

    heading = HeadingBlock(group="Text")
    paragraph = blocks.RichTextBlock(features=NOTED_INLINE, icon="pilcrow", group="Text")
    list = blocks.RichTextBlock(features=NOTED_PARAGRAPH, icon="list-ul", group="Text")
    quote = QuoteBlock(group="Text")
    pullquote = PullQuoteBlock(group="Beside the text")
    figure = FigureBlock(group="Pictures and data")
    table = TypedTableBlock(
        [
            ("text", blocks.RichTextBlock(features=NOTED_INLINE, label="Text or numbers")),
            (tables.NAME, blocks.RichTextBlock(features=NOTED_INLINE, label="Names of the rows")),
        ],
        group="Pictures and data",
        icon="table",
    )
    chart = ChartBlock(group="Pictures and data")
    preformatted = PreformattedBlock(group="Text")
    embed = EmbedBlock(group="Elsewhere")
    document = DocumentChooserBlock(group="Elsewhere", icon="doc-full")
    shared = SnippetChooserBlock("content.SharedPiece", group="Elsewhere", icon="copy", label="Shared piece")
    aside = AsideBlock(group="Beside the text")
    details = DetailsBlock(group="Beside the text")
    separator = blocks.StaticBlock(
        admin_text="A line between two parts.", icon="horizontalrule", group="Beside the text", label="Line"
    )
    places = PlacesBlock(group="From the former site")
    imported = ImportedBlock(group="From the former site")
    unresolved = UnresolvedBlock(group="From the former site")

    class Meta:
        collapsed = False
