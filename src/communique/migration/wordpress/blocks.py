"""The block editor's comments: names, attributes, and what each encloses. They mark the text and never hold it."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

Role = Literal["opens", "closes", "stands", "remark"]

_COMMENT = re.compile(r"<!--(?P<inside>.*?)-->", re.DOTALL)
_BLOCK = re.compile(
    r"""\s*(?P<slash>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)
        \s*(?P<attributes>\{.*\})?\s*(?P<single>/)?\s*""",
    re.VERBOSE | re.DOTALL,
)
_UNENDED = re.compile(r"<!--(?!.*-->)\s*(?:/?wp:[a-z][\w/-]*\s*(?:\{[^<]*\})?\s*/?-*)?", re.DOTALL)


@dataclass(slots=True)
class Comment:
    """One comment of a text: the beginning or end of a block, a block by itself, or a remark."""

    role: Role
    name: str
    start: int
    end: int
    written: str = field(default="", repr=False)
    closed_at: int | None = None
    """For one that opens: where its own closing comment begins."""

    @property
    def core(self) -> bool:
        """Whether the block is WordPress' own."""
        return self.name.startswith(("core/", "core-embed/"))

    @property
    def attributes(self) -> dict[str, Any]:
        """The block's attributes; none if they can't be read."""
        try:
            read = json.loads(self.written) if self.written else {}
        except (ValueError, RecursionError):
            return {}
        return read if isinstance(read, dict) else {}


def find(text: str) -> list[Comment]:
    """All comments of a text in order, each block that opens matched with its end where it has one."""
    comments = [_read(found) for found in _COMMENT.finditer(text)] if "<!--" in text else []
    _match(comments)
    return comments


def without_unended(text: str) -> str:
    """A text in which a comment that never ends can't swallow what follows it."""
    at = text.rfind("<!--")
    if at < 0 or "-->" in text[at:]:
        return text
    return text[:at] + _UNENDED.sub("", text[at:])


def are_in(text: str) -> bool:
    """Whether a text was written with the block editor."""
    return "<!-- wp:" in text or any(comment.role != "remark" for comment in find(text))


def _read(found: re.Match[str]) -> Comment:
    block = _BLOCK.fullmatch(found["inside"])
    if block is None:
        return Comment("remark", found["inside"].strip(), found.start(), found.end())
    name = block["name"] if "/" in block["name"] else f"core/{block['name']}"
    role: Role = "closes" if block["slash"] else "stands" if block["single"] else "opens"
    return Comment(role, name, found.start(), found.end(), block["attributes"] or "")


def _match(comments: list[Comment]) -> None:
    """Ends are matched with the nearest beginning of their name; what was left open inside has no end."""
    standing: list[Comment] = []
    waiting: Counter[str] = Counter()
    for comment in comments:
        if comment.role == "opens":
            standing.append(comment)
            waiting[comment.name] += 1
        elif comment.role == "closes" and waiting[comment.name]:
            while (last := standing.pop()).name != comment.name:
                waiting[last.name] -= 1
            waiting[comment.name] -= 1
            last.closed_at = comment.start
