"""Tables of plain rows and columns; others are kept as passages."""

from __future__ import annotations

from typing import Any

from ..paragraphs import plain
from ..tree import Element, Node, find_all, is_block
from .inline import RichText

_LONGEST_HEADING = 255


def written(element: Element, rich: RichText, caption: str = "") -> dict[str, Any] | None:
    """A table as its block's value; None if its cells are joined, or hold more than a line."""
    rows = find_all(element, "tr")
    if not rows or len(find_all(element, "table")) > 1 or find_all(element, "tfoot"):
        return None
    cells = [[cell for cell in row.elements() if cell.tag in {"td", "th"}] for row in rows]
    cells = [row for row in cells if row]
    if not cells or len({len(row) for row in cells}) != 1 or any(_is_joined(cell) for row in cells for cell in row):
        return None
    headings, body = _divided(cells)
    if any(cell.tag == "th" for row in body for cell in row):
        return None
    values = [[_cell(cell, rich) for cell in row] for row in body]
    named = [plain(cell) for cell in headings] if headings else [""] * len(cells[0])
    if any(value is None for row in values for value in row) or any(len(name) > _LONGEST_HEADING for name in named):
        return None
    if any(find_all(cell, "a", "br", "sup", "sub") for cell in headings):
        return None
    return {
        "columns": [{"type": "text", "heading": name} for name in named],
        "rows": [{"values": row} for row in values],
        "caption": caption or _caption(element),
    }


def _divided(cells: list[list[Element]]) -> tuple[list[Element], list[list[Element]]]:
    if all(cell.tag == "th" for cell in cells[0]):
        return cells[0], cells[1:]
    return [], cells


def _caption(element: Element) -> str:
    caption = next((child for child in element.elements() if child.tag == "caption"), None)
    return plain(caption) if caption else ""


def _is_joined(cell: Element) -> bool:
    return any(cell.attributes.get(name, "1").strip() not in {"", "1"} for name in ("colspan", "rowspan"))


def _cell(cell: Element, rich: RichText) -> str | None:
    line: list[Node] = []
    for child in cell.children:
        if isinstance(child, Element) and child.tag == "p" and not line:
            line.extend(child.children)
        elif is_block(child):
            return None
        else:
            line.append(child)
    return rich.write(line)
