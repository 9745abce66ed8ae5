"""A pen for drawings as SVG: it knows the direction of the language, so that what is drawn needn't.

Places across are measured from where a line of text begins: from the left in English, from the right in Urdu. What it
looks like is said by classes; the few attributes beside them are for where no style sheet is.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Literal

from communique.text.scripts import direction

from . import lettering

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

SHAPES = ("circle", "square", "diamond", "triangle", "cross", "ring")
"""The marks of the columns of a chart, so that they can be told apart without their colours."""

_OTHER: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


class Pen:
    """Draws on a sheet of some width that grows downwards."""

    def __init__(self, width: float, language: str, *, mirrored: bool = True) -> None:
        self.width = width
        self.height = 0.0
        self.language = language
        self.letters = lettering.of_language(language)
        self._rtl = direction(language) == "rtl"
        self._mirrored = mirrored and self._rtl
        self._drawn: list[str] = []

    def svg(self, attributes: str = "", inside: str = "") -> str:
        """All that was drawn."""
        size = f'viewBox="0 0 {_n(self.width)} {_n(self.height)}" width="{_n(self.width)}" height="{_n(self.height)}"'
        return f"<svg {size}{attributes}>{inside}{''.join(self._drawn)}</svg>"

    def bar(self, at: float, length: float, top: float, breadth: float, series: int) -> None:
        """A bar from a place on, as long as said (backwards if that is negative)."""
        start = self._x(at), self._x(at + length)
        self._drawn.append(
            f'<rect class="chart__mark chart__mark--{series + 1}" x="{_n(min(start))}" y="{_n(top)}"'
            f' width="{_n(max(abs(length), 0.5))}" height="{_n(breadth)}"/>'
        )
        self._reaches(top + breadth)

    def line(self, start: Point, end: Point, kind: str) -> None:
        """A straight line: "rule" for a scale, "base" for where it begins, "span" between two marks."""
        (a, b), (c, d) = (self._x(start[0]), start[1]), (self._x(end[0]), end[1])
        self._drawn.append(
            f'<line class="chart__{kind}" x1="{_n(a)}" y1="{_n(b)}" x2="{_n(c)}" y2="{_n(d)}" stroke="currentColor"/>'
        )
        self._reaches(max(start[1], end[1]))

    def path(self, points: Sequence[Point], series: int) -> None:
        """The line of a column."""
        told = " ".join(f"{'L' if place else 'M'}{_n(self._x(x))} {_n(y)}" for place, (x, y) in enumerate(points))
        self._drawn.append(
            f'<path class="chart__line chart__line--{series + 1}" d="{told}" fill="none" stroke="currentColor"/>'
        )

    def mark(self, point: Point, series: int, size: float = 4.5) -> None:
        """The mark of a column."""
        self._drawn.append(shape(self._x(point[0]), point[1], series, size))
        self._reaches(point[1] + size)

    def words(self, text: str, at: Point, anchor: Anchor = "start", *, kind: str = "label") -> None:
        """Words in the language of the chart; the point is on their base line."""
        own = anchor if self._rtl == self._mirrored else _OTHER[anchor]
        self._text(text, at, own, "rtl" if self._rtl else "ltr", kind)

    def number(self, text: str, at: Point, anchor: Anchor = "start", *, kind: str = "number") -> None:
        """A number: it runs from left to right in any language."""
        self._text(text, at, _OTHER[anchor] if self._mirrored else anchor, "ltr", kind)

    def reach(self, down: float) -> None:
        """Make the sheet at least so high."""
        self._reaches(down)

    def _text(self, text: str, at: Point, anchor: Anchor, runs: str, kind: str) -> None:
        self._drawn.append(
            f'<text class="chart__{kind}" x="{_n(self._x(at[0]))}" y="{_n(at[1])}" text-anchor="{anchor}"'
            f' direction="{runs}" font-size="{_n(self.letters.size)}">{escape(text, quote=False)}</text>'
        )
        self._reaches(at[1] + self.letters.leading * 0.3)

    def _x(self, at: float) -> float:
        return self.width - at if self._mirrored else at

    def _reaches(self, down: float) -> None:
        self.height = max(self.height, down)


def shape(x: float, y: float, series: int, size: float) -> str:
    """The mark of a column about a point."""
    named = f'class="chart__mark chart__mark--{series + 1}"'
    kind = SHAPES[series % len(SHAPES)]
    if kind in ("circle", "ring"):
        hollow = ' fill="none" stroke="currentColor"' if kind == "ring" else ""
        told = f"chart__mark--hollow {named[7:-1]}" if hollow else named[7:-1]
        return f'<circle class="{told}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}"{hollow}/>'
    turned = {
        "square": f"M{_n(x - size)} {_n(y - size)}h{_n(2 * size)}v{_n(2 * size)}h{_n(-2 * size)}z",
        "diamond": f"M{_n(x)} {_n(y - 1.3 * size)}l{_n(1.3 * size)} {_n(1.3 * size)} {_n(-1.3 * size)} {_n(1.3 * size)}"
        f" {_n(-1.3 * size)} {_n(-1.3 * size)}z",
        "triangle": f"M{_n(x)} {_n(y - 1.2 * size)}l{_n(1.2 * size)} {_n(2.2 * size)}h{_n(-2.4 * size)}z",
        "cross": f"M{_n(x - 0.4 * size)} {_n(y - 1.2 * size)}h{_n(0.8 * size)}v{_n(0.8 * size)}h{_n(0.8 * size)}"
        f"v{_n(0.8 * size)}h{_n(-0.8 * size)}v{_n(0.8 * size)}h{_n(-0.8 * size)}v{_n(-0.8 * size)}h{_n(-0.8 * size)}"
        f"v{_n(-0.8 * size)}h{_n(0.8 * size)}z",
    }
    return f'<path {named} d="{turned[kind]}"/>'


def _n(number: float) -> str:
    """A number in as few figures as the eye needs."""
    return f"{number:.1f}".removesuffix(".0")
