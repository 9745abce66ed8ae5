"""What a form of publication is: what it has of its own, and what must not be missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from communique.content.divisions import Division
    from communique.content.gate import Finding
    from communique.content.gate.draft import Draft

Rule = Callable[["Draft"], "Iterator[Finding]"]


@dataclass(frozen=True)
class Form:
    """A form: its name, what editors call it, where it is listed, and which of an article's own fields it has.

    One with fields has a template part of its name below `templates/articles/forms`, which prints `before` the text
    and `after` it.
    """

    name: str
    label: _StrPromise
    place: int
    """Where it stands among the others at the desk, and among the lists of a section."""
    division: Division
    """The list of its own in each section: where that is, and what it is called."""
    fields: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    """What the gate looks at besides."""
    has_pdf: bool = False
    """Whether it may be had as a PDF of its own, set by somebody for paper."""
    counts_as_research: bool = True
    """Whether it stands in its section's list and among the newest articles. Other lists have all, and name it."""
    cited: bool = True
    """Whether catalogues of scholarship are told how to cite it."""
    needs_contributors: bool = True
    """Whether somebody must be named; if not, the organisation itself may speak."""

    @property
    def template(self) -> str:
        """Its template part; "" for one without fields of its own."""
        return f"articles/forms/{self.name}.html" if self.fields else ""
