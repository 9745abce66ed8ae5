"""Drawings of charts: for a page, a telephone and large letters, in the same words; what a kind of chart can't show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from communique.text.sentences import Sentence, counted, sentence

from .data import Data, Fault
from .lines import lines
from .pen import Pen, shape
from .rows import bars, dots, stacked

LINE, BARS, STACKED, DOTS = "line", "bars", "stacked", "dots"
SMALL, NARROW, WIDE = 230.0, 340.0, 640.0
"""Widths in units, of which letters take 14 or 15: the smaller the sheet, the larger they are in the same column."""

MOST_BARS = 60
MOST_LYING = 40

Draw = Callable[[Data, float, str], Pen]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart: what editors choose it for, and how it is drawn."""

    says: Sentence
    draw: Draw


KINDS: Mapping[str, Kind] = {
    LINE: Kind(sentence("Line: how something changed, year after year"), lines),
    BARS: Kind(sentence("Bars: how much each has; several columns stand side by side"), bars),
    STACKED: Kind(sentence("Stacked bars: what a whole is made of"), stacked),
    DOTS: Kind(sentence("Dots: how far apart numbers of one row are"), dots),
}


def faults(data: Data, kind: str) -> Iterator[Fault]:
    """Why a chart of a kind can't be drawn from data that can be read."""
    rows, columns = len(data.labels), len(data.series)
    if kind == LINE:
        if rows < 2:
            said = sentence("One row is a point, not a line.")
            yield Fault(0, 0, said, sentence("Add the other years, or choose bars."))
        return
    if kind == BARS and rows * columns > MOST_BARS:
        said = counted(
            "It would be {number} bar; {most} are the most that can be looked at.",
            "It would be {number} bars; {most} are the most that can be looked at.",
            rows * columns,
            most=MOST_BARS,
        )
        yield Fault(0, 0, said, sentence("Choose a line or dots, or take the largest few."))
    elif rows > MOST_LYING:
        said = counted(
            "There is {number} row; {most} are the most in a chart of this kind.",
            "There are {number} rows; {most} are the most in a chart of this kind.",
            rows,
            most=MOST_LYING,
        )
        yield Fault(0, 0, said, sentence("Choose a line, or take the largest few."))


def drawn(data: Data, kind: str, language: str) -> dict[str, Pen]:
    """The drawing in each width, by name."""
    widths = {"small": SMALL, "narrow": NARROW, "wide": WIDE}
    return {name: KINDS[kind].draw(data, width, language) for name, width in widths.items()}


def key(series: int, kind: str) -> str:
    """The sign by which a column is known in the drawing, to stand beside its name."""
    size = 'viewBox="0 0 28 14" width="28" height="14"'
    if kind in (BARS, STACKED):
        inside = f'<rect class="chart__mark chart__mark--{series + 1}" x="7" y="0" width="14" height="14"/>'
    else:
        line = f'<path class="chart__line chart__line--{series + 1}" d="M0 7H28" fill="none" stroke="currentColor"/>'
        inside = (line if kind == LINE else "") + shape(14, 7, series, 4.5)
    return f'<svg class="chart__key" {size} aria-hidden="true" focusable="false">{inside}</svg>'
