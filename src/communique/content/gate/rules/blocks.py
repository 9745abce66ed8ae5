"""Blocks that show nothing, and tables that can't be read out."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level
from communique.content.gate.rulebook import rule
from communique.content.tables import without_heading
from communique.text.plain import text_of
from communique.text.sentences import counted, sentence

_REMEDIES = {
    "figure": sentence("Choose a picture, or delete the block."),
    "document": sentence(
        "No published document has this file: put it out as a document page first, or delete the block."
    ),
    "recorded": sentence("Choose a recording, or delete the block."),
    "embed": sentence("Write an address that begins with https://, or delete the block."),
}

# Of charts another rule says why nothing is printed.
_NOT_FOR_READERS = frozenset({"unresolved", "places", "chart"})


@rule
def empty_blocks(draft: Draft) -> Iterator[Finding]:
    """A block that prints nothing: its editor believes that something stands there."""
    for block in draft.blocks:
        if block.kind not in _NOT_FOR_READERS and not block.prints:
            yield Finding(
                block.place,
                sentence("Readers see nothing of this block."),
                _REMEDIES.get(block.kind, sentence("Fill it in, or delete it.")),
            )


@rule
def not_brought_over(draft: Draft) -> Iterator[Finding]:
    """What an import could not bring: readers see nothing of it, by design."""
    for block in draft.blocks:
        if block.kind == "unresolved":
            yield Finding(
                block.place,
                sentence("“{name}” of the former site could not be brought over.", name=block.value.get("name", "")),
                sentence("Put a block of ours in its place, or delete it."),
                Level.WARNS,
            )


@rule
def tables_without_headers(draft: Draft) -> Iterator[Finding]:
    """A table whose columns have no headings."""
    for block in draft.blocks:
        if block.kind == "imported":
            tables = LexborHTMLParser(block.html).css("table")
            bare = any(not any(text_of(header.html or "") for header in table.css("th")) for table in tables)
            without = [0] if bare else []
        else:
            without = without_heading(block.value) if block.kind == "table" else []
        if without and len(without) == len(block.value.get("columns", without)):
            yield Finding(
                block.place,
                sentence("The table's columns have no headings."),
                sentence("Give each column its heading."),
            )
        elif without:
            yield Finding(
                block.place,
                counted(
                    "Column {columns} of the table has no heading.",
                    "Columns {columns} of the table have no headings.",
                    len(without),
                    columns=[at + 1 for at in without],
                ),
                sentence("Give it one, or delete it."),
            )
