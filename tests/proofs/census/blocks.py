"""A block of every kind that a body or the slots of a page can have, a word in each place of it that takes words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from wagtail import blocks
from wagtail.blocks import Block
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from .words import NEVER, Purse

FOR_EDITORS = ("imported.note", "unresolved.")
"""What stands in a body and is for editors alone."""

CHART = "Year,{word}\n2019,1\n2020,3"


class NotUnderstood(TypeError):
    """A block that nobody said anything of here."""


def every(stream: blocks.BaseStreamBlock, purse: Purse) -> Iterator[dict[str, Any]]:
    """One of each kind, as it is stored."""
    for kind, block in stream.child_blocks.items():
        yield {"type": kind, "value": value(block, purse, kind), "id": str(uuid4())}


def value(block: Block, purse: Purse, where: str) -> Any:
    """What is stored of it. Raises NotUnderstood."""
    if isinstance(block, blocks.BaseStructBlock):
        return {name: value(inner, purse, f"{where}.{name}") for name, inner in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock):
        return list(every(block, purse.within(where)))
    if isinstance(block, blocks.ListBlock):
        inner = value(block.child_block, purse, f"{where}.item")
        return [{"type": "item", "value": inner, "id": str(uuid4())}]
    if isinstance(block, BaseTypedTableBlock):
        return _table(block, purse, where)
    return _leaf(block, purse, where)


def texts(block: Block, where: str = "") -> Iterator[str]:
    """The places in it that take words, by their names."""
    if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        for name, inner in block.child_blocks.items():
            yield from texts(inner, f"{where}.{name}" if where else name)
    elif isinstance(block, blocks.ListBlock):
        yield from texts(block.child_block, f"{where}.item")
    elif isinstance(block, BaseTypedTableBlock):
        yield from (f"{where}.{name}" for name in ("caption", *block.child_blocks))
    elif isinstance(block, WORDED):
        yield where


WORDED = (blocks.RichTextBlock, blocks.RawHTMLBlock, blocks.URLBlock, blocks.CharBlock, blocks.TextBlock)


def _table(block: BaseTypedTableBlock, purse: Purse, where: str) -> dict[str, Any]:
    kinds = block.child_blocks.items()
    columns = [{"type": kind, "heading": purse.word(f"{where}.heading of {kind}")} for kind, _ in kinds]
    cells = [value(inner, purse, f"{where}.{kind}") for kind, inner in kinds]
    return {"columns": columns, "rows": [{"values": cells}], "caption": purse.word(f"{where}.caption")}


def _leaf(block: Block, purse: Purse, where: str) -> Any:
    seen = NEVER if where.startswith(FOR_EDITORS) else None
    if isinstance(block, blocks.ChooserBlock):
        return _chosen(block, purse, where)
    if isinstance(block, blocks.MultipleChoiceBlock):
        return []
    if isinstance(block, blocks.ChoiceBlock):
        return _first(block.field.choices)
    if isinstance(block, blocks.RichTextBlock | blocks.RawHTMLBlock):
        return f"<p>{purse.word(where, seen)}</p>"
    if isinstance(block, blocks.URLBlock):
        return f"https://example.org/{purse.word(where, seen)}"
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        word = purse.word(where, seen)
        return CHART.format(word=word) if where == "chart.data" else word
    if isinstance(block, blocks.BooleanBlock | blocks.IntegerBlock | blocks.DateBlock | blocks.StaticBlock):
        return None if isinstance(block, blocks.DateBlock | blocks.StaticBlock) else block.get_default()
    raise NotUnderstood(f"{where} is a {type(block).__name__}; say in tests/proofs/census/blocks.py how it is filled.")


def _first(choices: Any) -> str:
    """The first that isn't empty; of choices in groups the first group's."""
    for key, said in choices:
        if isinstance(said, list | tuple):
            return _first(said)
        if key:
            return str(key)
    return ""


def _chosen(block: blocks.ChooserBlock, purse: Purse, where: str) -> Any:
    from . import rows  # it fills rows, whose bodies have such blocks

    return rows.chosen(block.model_class, purse.within(where)).pk
