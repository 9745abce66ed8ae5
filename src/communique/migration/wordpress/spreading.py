"""Spreading: an element of a line that holds whole blocks is put into each of them instead."""

from __future__ import annotations

from .tree import Element, Node, is_block

# What these mean applies to each block as it did to all together; any other is only a wrapper.
_MEANT = frozenset({"a", "b", "strong", "i", "em", "cite", "s", "del", "strike", "sub", "sup", "code", "abbr", "bdo"})
_FRAMEWORKS = frozenset(
    {"ul", "ol", "menu", "dir", "dl", "table", "thead", "tbody", "tfoot", "tr", "figure", "details"}
)
_WHOLE = frozenset(
    {"pre", "hr", "iframe", "video", "audio", "select", "textarea", "embed", "col", "colgroup", "#block"}
)


def spread(nodes: list[Node]) -> list[Node]:
    """The same nodes, with no block inside an element of a line."""
    return [part for node in nodes for part in _spread(node)]


def _spread(node: Node) -> list[Node]:
    if isinstance(node, str) or is_block(node):
        return [node]
    children = spread(node.children)
    if not any(is_block(child) for child in children):
        return [node if len(children) == len(node.children) else node.copy_with(children)]
    return _around(node, children)


def _around(wrapper: Element, children: list[Node]) -> list[Node]:
    """The children, with the wrapper around each run of a line and inside each block."""
    out: list[Node] = []
    run: list[Node] = []

    def end_run() -> None:
        if run:
            out.extend(_wrapped(wrapper, run))
            run.clear()

    for child in children:
        if isinstance(child, Element) and is_block(child):
            end_run()
            out.append(_inside(wrapper, child))
        else:
            run.append(child)
    end_run()
    return out


def _inside(wrapper: Element, block: Element) -> Element:
    if wrapper.tag not in _MEANT or block.tag in _WHOLE:
        return block
    if block.tag in _FRAMEWORKS:
        children: list[Node] = [
            _inside(wrapper, child) if isinstance(child, Element) and is_block(child) else child
            for child in block.children
        ]
        return block.copy_with(children)
    return block.copy_with(_around(wrapper, spread(block.children)))


def _wrapped(wrapper: Element, run: list[Node]) -> list[Node]:
    blank = all(isinstance(node, str) and not node.strip() for node in run)
    if blank or wrapper.tag not in _MEANT:
        return list(run)
    return [wrapper.copy_with(list(run))]
