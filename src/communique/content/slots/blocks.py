"""The slots that an editor may put on a home or landing page, one below the other."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from communique.content import cards
from communique.content.blocks import PARAGRAPH
from communique.publishing import declarations

MOST_PLACES = 12


def kinds() -> list[tuple[str, str]]:
    """The kinds of pages that stand in lists of the newest, as editors call them."""
    found = [apps.get_model(kind) for kind in cards.newest_kinds()]
    named = [(kind._meta.label_lower, str(kind._meta.verbose_name_plural)) for kind in found]
    return sorted((kind, name[:1].upper() + name[1:]) for kind, name in named)


def offers() -> list[tuple[str, str]]:
    """What sections offer to home pages by themselves, named by their addresses: "Recent articles"."""
    return [(offer.address, named(offer.address)) for offer in declarations.home_fragments]


def named(address: str) -> str:
    """An offer in words: "~recent-articles/{language}" is "Recent articles"."""
    return address.removeprefix("~").partition("/")[0].replace("-", " ").capitalize()


class PageWithACard(blocks.PageChooserBlock):
    """A page of a kind that can be shown in a list."""

    @cached_property
    def target_models(self) -> list[Any]:
        """Every kind that offers its cards."""
        return [apps.get_model(kind) for kind in cards.kinds()]


class KindsBlock(blocks.MultipleChoiceBlock):
    """Kinds of pages; none chosen stands for all of them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=kinds, required=False, widget=CheckboxSelectMultiple, **options)


class PickBlock(blocks.StructBlock):
    """A page that an editor puts somewhere, for a while or for good."""

    page = PageWithACard(required=False, label=_("Page"), help_text=_("Left empty, the newest stands here."))
    until = blocks.DateBlock(
        required=False,
        label=_("Last day"),
        help_text=_("After it the newest takes its place, by itself. Empty: it stays."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Pick")


class LeadBlock(PickBlock):
    """One page before all others, in large."""

    kinds = KindsBlock(
        label=_("If nothing is picked, the newest of"),
        help_text=_("It also stands here when the page picked was withdrawn. None marked: of every kind."),
    )

    class Meta:
        icon = "pick"
        label = _("Lead")


class RowBlock(blocks.StructBlock):
    """Pages beside one another."""

    heading = blocks.CharBlock(required=False, label=_("Heading"), max_length=120)
    picks = blocks.ListBlock(PickBlock(), min_num=1, max_num=MOST_PLACES, label=_("Picks, in order"))
    kinds = KindsBlock(
        label=_("Where nothing is picked, the newest of"),
        help_text=_("They also stand where a page that was picked has been withdrawn. None marked: of every kind."),
    )

    class Meta:
        icon = "grip"
        label = _("Row of picks")
        label_format = "{heading}"


class NewestBlock(blocks.StructBlock):
    """The newest pages of some kinds, about a topic or about anything. Each kind is listed by its own date."""

    heading = blocks.CharBlock(required=False, label=_("Heading"), max_length=120)
    kinds = KindsBlock(label=_("Kinds"), help_text=_("None marked: every kind."))
    topic = SnippetChooserBlock(
        "content.Topic", required=False, label=_("Topic"), help_text=_("Only what is about this. May be empty.")
    )
    count = blocks.IntegerBlock(label=_("How many"), default=4, min_value=1, max_value=MOST_PLACES)

    class Meta:
        icon = "date"
        label = _("Newest")
        label_format = "{heading}"


class CalloutBlock(blocks.StructBlock):
    """A few words of our own, with a way on."""

    heading = blocks.CharBlock(required=False, label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(features=PARAGRAPH, required=False, label=_("Text"))
    page = blocks.PageChooserBlock(required=False, label=_("Leads to"))
    label = blocks.CharBlock(
        required=False, max_length=120, label=_("Words of the link"), help_text=_("If not the title of the page.")
    )

    class Meta:
        icon = "comment"
        label = _("Text")
        label_format = "{heading}"


class TopicsBlock(blocks.StructBlock):
    """Topics to go on to. One that nothing stands in yet is left out."""

    heading = blocks.CharBlock(required=False, label=_("Heading"), max_length=120)
    topics = blocks.ListBlock(SnippetChooserBlock("content.Topic"), label=_("Topics, in order"), max_num=30)

    class Meta:
        icon = "tag"
        label = _("Topics")
        label_format = "{heading}"


class OfferedBlock(blocks.StructBlock):
    """What a section puts on home pages by itself."""

    offer = blocks.ChoiceBlock(choices=offers, label=_("What"))

    class Meta:
        icon = "cogs"
        label = _("From a section")
        label_format = "{offer}"


class Slots(blocks.StreamBlock):
    """All slots of a page."""

    lead = LeadBlock(group=_("Pages"))
    row = RowBlock(group=_("Pages"))
    newest = NewestBlock(group=_("Pages"))
    offered = OfferedBlock(group=_("Pages"))
    callout = CalloutBlock(group=_("Besides"))
    topics = TopicsBlock(group=_("Besides"))

    class Meta:
        max_num = 30
