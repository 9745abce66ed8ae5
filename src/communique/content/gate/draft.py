"""A draft as rules look at it: its fields and blocks with their places, what they print, and what they link to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

import orjson
from django.db import models
from modelcluster.models import get_all_child_relations
from selectolax.lexbor import LexborHTMLParser
from wagtail.fields import RichTextField, StreamField

from communique.content.footnotes import notes
from communique.content.labels import label_of
from communique.publishing import declarations
from communique.publishing.rendering import TemplateFailed
from communique.text.plain import lines_of, text_of
from communique.text.sentences import Sentence, sentence

from .findings import WHOLE, Place

if TYPE_CHECKING:
    from communique.content.models import BasePage

NOT_WORDS = {"slug", "guid", "language"}
"""Text columns that readers don't read."""

_LITERAL = re.compile(r"<(code|pre)\b[^>]*>.*?</\1>", re.DOTALL)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')

Value = Any


@dataclass(frozen=True)
class Passage:
    """What readers see of a field, a block or a part of one, as HTML."""

    place: Place
    html: str

    @cached_property
    def lines(self) -> str:
        """Its words, line by line; what is shown letter by letter (code) is left out."""
        return lines_of(_LITERAL.sub(" ", self.html))


@dataclass(frozen=True)
class Block:
    """A block of a body: its place, what it is, what it holds, and what of it is printed."""

    place: Place
    kind: str
    value: Value
    html: str

    @property
    def prints(self) -> bool:
        """Whether a reader sees anything of it."""
        return bool(text_of(self.html)) or "<img" in self.html or "<svg" in self.html or "<hr" in self.html


@dataclass(frozen=True)
class Link:
    """A link in a text, as it is stored."""

    place: Place
    attributes: Mapping[str, str]
    text: str

    @property
    def page(self) -> int | None:
        """The page that it leads to, if it was chosen as one."""
        number = self.attributes.get("id", "")
        return int(number) if self.attributes.get("linktype") == "page" and number.isdigit() else None

    @property
    def document(self) -> int | None:
        """The file of the library that it leads to, if it was chosen as one."""
        number = self.attributes.get("id", "")
        return int(number) if self.attributes.get("linktype") == "document" and number.isdigit() else None

    @property
    def href(self) -> str:
        """The address that was written, as far as one was."""
        return self.attributes.get("href", "").replace("&amp;", "&").strip()


class Draft:
    """A page that is to be published, and what its readers would see."""

    def __init__(self, page: BasePage, now: datetime) -> None:
        from communique.content.drafts import DraftReading  # it needs the models, which need the gate

        page.prepare_for_print()
        self.page = page
        self.now = now
        self.language = page.language
        self.reading = DraftReading(page, now)

    def field(self, name: str) -> Place:
        """The place of a field of the page's own, as its form calls it."""
        return Place(name, label_of(self.page._meta.get_field(name).verbose_name))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that is written for readers: fields, blocks, and what stands in rows of the page's own."""
        found = [Passage(place, self.set(value, rich)) for place, value, rich in self._fields()]
        found += [Passage(block.place, block.html) for block in self.blocks]
        return tuple(passage for passage in found if passage.html)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the page's bodies in order, each set as the press would set it."""
        found: list[Block] = []
        for name, field in self._streams():
            stored = getattr(self.page, name)
            labels = {key: label_of(block.label) for key, block in field.stream_block.child_blocks.items()}
            seen: dict[str, int] = {}
            for raw in list(stored.get_prep_value()):
                kind = raw["type"]
                seen[kind] = seen.get(kind, 0) + 1
                html = self._printed(raw)
                named = _begins(_numbered(labels.get(kind) or label_of(kind), seen[kind]), html)
                found.append(Block(Place(f"{name}.{raw.get('id')}", named), kind, raw["value"], html))
        return tuple(found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links in all that is written, as they are stored: printing leaves out those that lead nowhere."""
        found = [link for place, value, rich in self._fields() if rich for link in _links(place, value)]
        for block in self.blocks:
            found += _links(block.place, block.value)
        for slot in getattr(self.page, "slots", None) or ():
            found += _links(Place(f"slots.{slot.id}", label_of(slot.block.label)), slot.get_prep_value()["value"])
        return tuple(found)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The paths of all places, as they stand on the page."""
        return tuple(place.path for place, _, _ in self._fields()) + tuple(block.place.path for block in self.blocks)

    @cached_property
    def whole(self) -> Passage:
        """The page as it would be printed, without what it shares with others: menu, lists, ways on."""
        return Passage(WHOLE, self._page[0])

    @property
    def failure(self) -> str:
        """Why it can't be printed; empty if it can."""
        return self._page[1]

    @cached_property
    def _page(self) -> tuple[str, str]:
        from communique.content import previews

        try:
            text = previews.own_text(self.page, self.now)
        except TemplateFailed as error:
            return "", str(error)
        main = LexborHTMLParser(text).css_first("main")
        if main is None:
            return "", ""
        for shared in main.css("nav, .card, .pager, .related, .part-of"):
            shared.decompose()
        return main.html or "", ""

    def set(self, value: str, rich: bool) -> str:
        """A field's text as HTML."""
        from communique.content import richtext

        return richtext.printed(value, self.address_of, self.document_page) if rich else escape(value, quote=False)

    def address_of(self, page_id: int) -> str | None:
        """Where readers find a page; None if they can't."""
        from communique.publishing.addresses import address_of

        self.reading.begin()
        try:
            return address_of.reads(self.reading, page_id)
        finally:
            self.reading.end()

    def document_page(self, number: int) -> str | None:
        """Where readers find a file of the library; None if they can't."""
        from communique.content import library

        self.reading.begin()
        try:
            paper = library.published(self.reading, number, self.language)
        finally:
            self.reading.end()
        return paper.page if paper else None

    def _printed(self, raw: Mapping[str, Any]) -> str:
        from communique.content.bodies import body

        self.reading.begin()
        try:
            return body(self.reading, orjson.dumps([raw]).decode(), self.language).html
        finally:
            self.reading.end()

    def _fields(self) -> list[tuple[Place, str, bool]]:
        found = list(_texts(self.page, ""))
        for relation in get_all_child_relations(self.page):
            if relation.related_model._meta.db_table not in declarations.tables:
                continue
            accessor = relation.get_accessor_name()
            label = label_of(relation.related_model._meta.verbose_name)
            for number, child in enumerate(getattr(self.page, accessor).all(), start=1):
                path, row = f"{accessor}.{child.pk or number}", _numbered(label, number)
                for place, value, rich in _texts(child, ""):
                    named = sentence("{whole}, {part}", whole=row, part=place.name)
                    found.append((Place(f"{path}.{place.path}", named), value, rich))
        return found

    def _streams(self) -> Iterator[tuple[str, StreamField]]:
        for field in self.page._meta.concrete_fields:
            if isinstance(field, StreamField) and field.name == "body":
                yield field.name, field


def _texts(thing: models.Model, prefix: str) -> Iterator[tuple[Place, str, bool]]:
    """The texts that readers may see of a row: those in its public columns."""
    for field in thing._meta.concrete_fields:
        table = declarations.tables.get(field.model._meta.db_table)
        public = table is not None and field.column in table.columns
        if not public or field.name in NOT_WORDS or field.choices or isinstance(field, StreamField):
            continue
        if isinstance(field, models.CharField | models.TextField) and getattr(thing, field.attname):
            place = Place(f"{prefix}{field.name}", label_of(field.verbose_name))
            yield place, str(getattr(thing, field.attname)), isinstance(field, RichTextField)


def _links(place: Place, value: Value, path: str = "") -> Iterator[Link]:
    if isinstance(value, str):
        noted = "".join(note.text for note in notes(value))
        for attributes, text in _LINK.findall(value + noted) if "<a" in value + noted else ():
            yield Link(place.within(path) if path else place, dict(_ATTRIBUTE.findall(attributes)), text_of(text))
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _links(place, part, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for part in value:
            yield from _links(place, part, path)


def _numbered(label: Sentence, number: int) -> Sentence:
    return Sentence("{label} {number}", {"label": label, "number": number})


def _begins(block: Sentence, html: str) -> Sentence:
    """A block's name with its first words, so that it is found by eye."""
    words = text_of(html).split()
    begins = " ".join(words[:6])[:60]
    if not begins:
        return block
    return sentence("{block} (“{begins}”)", block=block, begins=f"{begins}…" if len(words) > 6 else begins)
