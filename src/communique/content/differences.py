"""What readers would see changed: a live page beside the version that is to take its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from django.db.models import Field
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from communique.publishing import declarations
from communique.text.plain import text_of

if TYPE_CHECKING:
    from .models import DatedPage

# What a block carries besides what is read: fixed at publication, or only its name.
_UNREAD = {"id", "anchor"}
_KEY = re.compile(r' data-block-key="[^"]*"')
_NOTHING: tuple[Any, ...] = ("", "False", [], {})


@dataclass(frozen=True)
class Difference:
    """Something that reads otherwise: what it is, and the words before and after ("" where there are none)."""

    what: str
    before: str = ""
    after: str = ""


def between(before: DatedPage, after: DatedPage) -> list[Difference]:
    """What readers would find changed, in the order of the page; nothing if they would notice nothing."""
    found = (
        []
        if before.title == after.title
        else [Difference(str(after._meta.get_field("title").verbose_name), before.title, after.title)]
    )
    for field in _read(after):
        old, new = getattr(before, field.attname), getattr(after, field.attname)
        if isinstance(field, StreamField):
            found += _passages(str(field.verbose_name), _blocks(old), _blocks(new))
        elif _readable(old) != _readable(new):
            found.append(Difference(str(field.verbose_name), *(_words(field, value) for value in (old, new))))
    for relation in get_all_child_relations(after):
        rows = [_rows(page, relation) for page in (before, after)]
        if rows[0] != rows[1]:
            found.append(Difference(str(relation.related_model._meta.verbose_name_plural)))
    return found


def _read(page: DatedPage) -> Iterator[Field]:
    """The columns of a page's own table that are printed of it."""
    public = set(declarations.tables[page._meta.db_table].columns) - set(page.filing)
    for field in page._meta.local_concrete_fields:
        if field.column in public and not field.primary_key:
            yield field


def _words(field: Field, value: Any) -> str:
    return text_of(value) if isinstance(value, str) else ""


def _blocks(body: Any) -> list[Any]:
    return [_readable(block) for block in body.get_prep_value()] if body else []


def _readable(value: Any) -> Any:
    """A value without what only forms and editors' programs add: keys of paragraphs, seconds lost, empty fields."""
    if isinstance(value, Mapping):
        read = {name: _readable(inner) for name, inner in value.items() if name not in _UNREAD}
        return {name: inner for name, inner in read.items() if inner not in _NOTHING}
    if isinstance(value, list | tuple):
        return [_readable(inner) for inner in value]
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0)
    written = _KEY.sub("", str(value)).replace("\r\n", "\n").strip() if value is not None else ""
    # A caption is kept as a line or as the one paragraph that the editor makes of it.
    return written[3:-4] if written.startswith("<p>") and written.find("</p>") == len(written) - 4 else written


def _passages(what: str, before: list[Any], after: list[Any]) -> Iterator[Difference]:
    """Passage by passage: what stood there and what stands there now."""
    old_names, new_names = ([repr(block) for block in blocks] for blocks in (before, after))
    for tag, a, b, c, d in SequenceMatcher(None, old_names, new_names, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for at in range(max(b - a, d - c)):
            old, new = before[a:b][at : at + 1], after[c:d][at : at + 1]
            yield Difference(what, _told(old), _told(new))


def _told(blocks: Sequence[Any]) -> str:
    return text_of(" ".join(_strings([block["value"] for block in blocks])))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str) and not value.isdigit():  # a level, the number of a picture
        yield value


def _rows(page: DatedPage, relation: Any) -> list[list[Any]]:
    """The rows of a child relation in order, without what only names them."""
    children = getattr(page, relation.get_accessor_name()).all()
    unread = {"id", "sort_order", relation.field.attname}
    return [
        [
            _readable(getattr(child, field.attname))
            for field in child._meta.concrete_fields
            if field.editable and field.attname not in unread  # what isn't is worked out when it is published
        ]
        for child in children
    ]
