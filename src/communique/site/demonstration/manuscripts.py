"""Manuscripts: text files with a TOML head between `+++` lines and marked-up paragraphs below it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FENCE = "+++"


class Illegible(ValueError):
    """A manuscript that can't be read; says which file and line, and what would do."""


@dataclass(frozen=True)
class Manuscript:
    """One file, taken apart but not yet understood."""

    path: Path
    head: Mapping[str, Any]
    lines: tuple[str, ...]
    first_line: int  # of the body, counted from 1 as editors count

    @property
    def name(self) -> str:
        """The file's name without its ending; translations of one text share it."""
        return self.path.stem

    @property
    def language(self) -> str:
        """The folder a manuscript lies in is its language."""
        return self.path.parent.name

    def fault(self, message: str, line: int = 1) -> Illegible:
        """What to raise when something on this line can't be read."""
        return Illegible(f"{self.path}:{line}: {message}")

    def line_of(self, key: str) -> int:
        """Where the head names this key; the first line if it doesn't."""
        for number, line in enumerate(self.path.read_text("utf-8").splitlines(), start=1):
            if re.match(rf"(\[\[)?{re.escape(key)}\b", line):
                return number
        return 1

    def hold_to(self, *, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Refuse a head that lacks a key or has one nobody asked for."""
        for key in required:
            if not self.head.get(key):
                raise self.fault(f"the head lacks {key!r}.")
        for key in self.head:
            if key not in {*required, *optional}:
                known = ", ".join((*required, *optional))
                raise self.fault(f"{key!r} is not understood; a head here has {known}.", self.line_of(key))


def read(path: Path) -> Manuscript:
    """Take a file apart into head and body lines."""
    lines = path.read_text("utf-8").splitlines()
    if not lines or lines[0] != FENCE:
        raise Illegible(f"{path}:1: a manuscript opens with a line {FENCE}.")
    try:
        end = lines.index(FENCE, 1)
    except ValueError:
        raise Illegible(f"{path}:1: the head is not closed with a line {FENCE}.") from None
    return Manuscript(path, _head(path, lines[1:end]), tuple(lines[end + 1 :]), end + 2)


def _head(path: Path, lines: Sequence[str]) -> dict[str, Any]:
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        line = int(where.group(1)) + 1 if where else len(lines) + 1  # the fence above the head is a line too
        raise Illegible(f"{path}:{line}: {error}") from None
