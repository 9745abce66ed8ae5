"""Line charts: columns followed along a row of years, or of anything that has an order.

They run from left to right in every language, as numbers do and as printed statistics in Arabic and Urdu do; the
numbers of the scale stand where a line of text begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from communique.text import numbers
from communique.text.numbers import NotANumber
from communique.text.scripts import direction

from . import lettering
from .data import Data
from .pen import Pen, Point
from .scales import scale

MARKED = 24
"""Up to so many rows each number has its mark."""

_HIGH = {True: 300.0, False: 240.0}
_EDGE = 8.0
_BETWEEN = 4.0  # around each label below
_AWAY = 8.0  # numbers of the scale from its lines


def lines(data: Data, width: float, language: str) -> Pen:
    """A line for each column; where a number is missing it is broken."""
    pen = Pen(width, language, mirrored=False)
    wide = width >= 480
    own = scale(data.numbers, from_zero=False, wanted=5 if wide else 4)
    ticks = [numbers.printed(tick, language) for tick in own.ticks]
    column = max(lettering.width(tick, pen.letters.size) for tick in ticks) + _AWAY
    rtl = direction(language) == "rtl"
    left, right = (0.0, width - column) if rtl else (column, width)
    top, bottom = pen.letters.leading * 0.6, pen.letters.leading * 0.6 + _HIGH[wide]

    def height(value: Decimal) -> float:
        return bottom - (bottom - top) * own.place(value)

    base = Decimal(0) if own.first <= 0 <= own.last else own.first
    for tick, told in zip(own.ticks, ticks, strict=True):
        at = height(tick)
        pen.line((left, at), (right, at), "base" if tick == base else "rule")
        pen.number(
            told, (right + _AWAY if rtl else left - _AWAY, at + pen.letters.size * 0.35), "start" if rtl else "end"
        )
    across = _across(data.labels, left + _EDGE, right - _EDGE)
    for series, one in enumerate(data.series):
        told_of = zip(across, one.values, strict=True)
        points = [(x, height(value)) if value is not None else None for x, value in told_of]
        for run in _runs(points):
            if len(run) > 1:
                pen.path(run, series)
            for point in run if len(data.labels) <= MARKED or len(run) == 1 else ():
                pen.mark(point, series, 4)
    _labels(pen, data.labels, across, bottom)
    return pen


def _across(labels: Sequence[str], left: float, right: float) -> list[float]:
    """Where each row stands: as far apart as their numbers are, if they are years or other numbers that rise."""
    places = _risen(labels) or [Decimal(place) for place in range(len(labels))]
    first, last = min(places), max(places)
    if first == last:
        return [(left + right) / 2 for _ in places]
    return [left + (right - left) * float((place - first) / (last - first)) for place in places]


def _risen(labels: Sequence[str]) -> list[Decimal] | None:
    """The labels as numbers, if all are and each is larger (or each smaller) than the one before."""
    try:
        read = [numbers.read(label) for label in labels]
    except NotANumber:
        return None
    found = [value for value in read if value is not None]
    if len(found) < len(labels) or not found:
        return None
    rises = all(a < b for a, b in pairwise(found))
    falls = all(a > b for a, b in pairwise(found))
    return found if rises or falls else None


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """The points between gaps."""
    run: list[Point] = []
    for point in points:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _labels(pen: Pen, labels: Sequence[str], across: Sequence[float], bottom: float) -> None:
    """Labels below the scale: the first, the last, and as many between as have room."""
    size = pen.letters.size
    down = bottom + pen.letters.leading * 0.6 + size * 0.4
    order = sorted(range(len(labels)), key=lambda place: across[place])
    most = pen.width / 2 - _EDGE
    told = {place: lettering.lines(labels[place], most, size, 1)[0] for place in order}
    spans: dict[int, tuple[float, float]] = {}
    for place in (order[0], order[-1], *_between(order)):
        half = lettering.width(told[place], size) / 2
        middle = min(max(across[place], half), pen.width - half)
        span = middle - half - _BETWEEN, middle + half + _BETWEEN
        if all(span[1] <= start or end <= span[0] for start, end in spans.values()):
            spans[place] = span
    for place, (start, end) in sorted(spans.items()):
        pen.line((across[place], bottom), (across[place], bottom + 5), "base")
        middle = (start + end) / 2
        if numbers.is_number(told[place]):
            pen.number(told[place], (middle, down), "middle")
        else:
            pen.words(told[place], (middle, down), "middle")


def _between(order: Sequence[int]) -> list[int]:
    """Those between the ends, in an order that leaves even gaps where not all have room."""
    inner = len(order) - 2
    for step in (1, 2, 5, 10, 20, 50, 100):
        if inner / step <= 12:
            return list(order[step:-1:step])
    return []
