"""Charts whose rows lie below one another: bars, stacked bars, dots. They grow from where a line of text begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from communique.text import numbers

from . import lettering
from .data import Data
from .pen import Pen
from .scales import Scale, scale

BESIDE = 480
"""From this width on the labels stand beside their rows, below it above them."""

_LEAST = 40.0  # room for bars
_GAP = 10.0  # between rows
_BREADTH = {1: 20.0, 2: 15.0}
_THIN = 12.0
_SHARE = 0.34  # of the width that labels beside the rows may take
_AWAY = 6.0  # words from what they belong to


@dataclass(frozen=True, slots=True)
class Field:
    """Where numbers are drawn: from a place on, so wide, by a scale."""

    start: float
    width: float
    scale: Scale

    def place(self, value: Decimal) -> float:
        """Where a number stands across."""
        return self.start + self.width * self.scale.place(value)


Row = Callable[[int, float, Field], None]
"""Draws the numbers of a row (by its place) from a height on."""


def bars(data: Data, width: float, language: str) -> Pen:
    """A bar for each number, its value at its end."""
    pen = Pen(width, language)
    breadth = _BREADTH.get(len(data.series), _THIN)
    step = max(breadth + 3, pen.letters.size + 2) if len(data.series) > 1 else breadth
    told = [[_written(value, language) for value in one.values] for one in data.series]

    def draw(row: int, top: float, field: Field) -> None:
        base = field.place(Decimal(0))
        for series, one in enumerate(data.series):
            value, at = one.values[row], top + series * step
            if value is None:
                continue
            end = field.place(value)
            pen.bar(base, end - base, at, breadth, series)
            middle = at + breadth / 2 + pen.letters.size * 0.35
            if value < 0:
                pen.number(told[series][row], (end - _AWAY, middle), "end")
            else:
                pen.number(told[series][row], (end + _AWAY, middle))

    values = data.numbers
    after = max((_room(pen, text) for one in told for text in one), default=0.0)
    before = after if min(values) < 0 else 0.0
    after = after if max(values) >= 0 else 0.0
    _drawn(pen, data, step * len(data.series), _tight(values), draw, before=before, after=after, axis=False)
    return pen


def stacked(data: Data, width: float, language: str) -> Pen:
    """A bar for each row, in parts; what is less than nothing goes the other way."""
    pen = Pen(width, language)
    breadth = 22.0

    def draw(row: int, top: float, field: Field) -> None:
        ends = {False: Decimal(0), True: Decimal(0)}
        for series, one in enumerate(data.series):
            value = one.values[row]
            if value:
                start = ends[value < 0]
                ends[value < 0] = start + value
                at, end = field.place(start), field.place(start + value)
                pen.bar(at, end - at, top, breadth, series)

    _drawn(pen, data, breadth, scale(_sums(data), from_zero=True, wanted=_wanted(width)), draw, axis=True)
    return pen


def dots(data: Data, width: float, language: str) -> Pen:
    """A mark for each number, those of a row on one line."""
    pen = Pen(width, language)
    breadth = 18.0

    def draw(row: int, top: float, field: Field) -> None:
        told = [(series, value) for series, one in enumerate(data.series) if (value := one.values[row]) is not None]
        middle = top + breadth / 2
        if len(told) > 1:
            places = [field.place(value) for _, value in told]
            pen.line((min(places), middle), (max(places), middle), "span")
        for series, value in told:
            pen.mark((field.place(value), middle), series, 5)

    own = scale(data.numbers, from_zero=False, wanted=_wanted(width))
    _drawn(pen, data, breadth, own, draw, before=6, after=6, axis=True)
    return pen


def _drawn(
    pen: Pen,
    data: Data,
    height: float,
    own: Scale,
    draw: Row,
    *,
    before: float = 0,
    after: float = 0,
    axis: bool,
) -> None:
    """Rows with their labels; an axis with its numbers at the top if there is to be one."""
    beside = pen.width >= BESIDE
    size, leading = pen.letters.size, pen.letters.leading
    column = min(_widest(data.labels, size) + 2 * _AWAY, pen.width * _SHARE) if beside else 0.0
    if axis:
        ends = [_room(pen, numbers.printed(tick, pen.language)) / 2 for tick in (own.first, own.last)]
        before, after = max(before, ends[0]), max(after, ends[1])
    # Where numbers leave bars no room the sheet gets wider, so that all of it is shown a little smaller.
    pen.width = max(pen.width, column + before + after + _LEAST)
    field = Field(column + before, pen.width - column - before - after, own)
    top = leading * 0.8 + _AWAY if axis else 2.0
    rows: list[float] = []
    labels: list[tuple[list[str], float]] = []
    down = top
    for label in data.labels:
        told = lettering.lines(label, (column or pen.width) - (_AWAY if beside else 0), size, 3 if beside else 2)
        words = len(told) * leading
        if beside:
            labels.append((told, down + max(0.0, (height - words) / 2)))
            rows.append(down + max(0.0, (words - height) / 2))
            down += max(height, words) + _GAP
        else:
            labels.append((told, down))
            rows.append(down + words + 2)
            down += words + 2 + height + _GAP
    bottom = down - _GAP
    # Beside the rows lines may run through; where labels stand between the rows they would be struck out.
    runs = [(top - 3, bottom)] if beside else [(at - 3, at + height + 3) for at in rows]
    if axis:
        _axis(pen, field, top - _AWAY - 3, runs)
    for row, at in enumerate(rows):
        draw(row, at, field)
    if own.first <= 0 <= own.last:
        zero = field.place(Decimal(0))
        for begins, ends_at in runs:
            pen.line((zero, begins), (zero, ends_at), "base")
    for told, at in labels:
        for number, line in enumerate(told):
            pen.words(line, (0, at + number * leading + leading * 0.5 + size * 0.33))
    pen.reach(bottom + 2)


def _axis(pen: Pen, field: Field, words: float, runs: Sequence[tuple[float, float]]) -> None:
    for tick in field.scale.ticks:
        at = field.place(tick)
        for begins, ends in runs:
            pen.line((at, begins), (at, ends), "rule")
        pen.number(numbers.printed(tick, pen.language), (at, words), "middle")


def _tight(values: Sequence[Decimal]) -> Scale:
    """From the least to the most, zero among them: bars that say their value need no round ends."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    return Scale(low, high if high > low else low + 1, Decimal(1))


def _sums(data: Data) -> list[Decimal]:
    found: list[Decimal] = []
    for row in range(len(data.labels)):
        values = [value for one in data.series if (value := one.values[row]) is not None]
        found += [sum((value for value in values if value > 0), Decimal(0))]
        found += [sum((value for value in values if value < 0), Decimal(0))]
    return found


def _wanted(width: float) -> int:
    return 6 if width >= BESIDE else 3


def _widest(texts: Sequence[str], size: float) -> float:
    return max((lettering.width(text, size) for text in texts), default=0.0)


def _written(value: Decimal | None, language: str) -> str:
    return "" if value is None else numbers.printed(value, language)


def _room(pen: Pen, text: str) -> float:
    return lettering.width(text, pen.letters.size) + _AWAY
