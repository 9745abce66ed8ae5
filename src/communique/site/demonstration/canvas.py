"""Paper and pens for our drawings: a canvas twice as fine as what is kept, and a few quiet palettes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

Point = tuple[float, float]
Field = Callable[[float, float], float]

FINENESS = 2  # drawn twice as large and made smaller: Pillow's lines have no soft edges of their own


@dataclass(frozen=True)
class Palette:
    """A ground, inks from dark to light, and one colour that speaks."""

    ground: str
    inks: tuple[str, ...]
    accent: str


SAND = Palette("#efe7d8", ("#39444f", "#7c7466", "#b9a98c", "#d9cbb0"), "#a8482c")
DUSK = Palette("#22303f", ("#0f1822", "#3c5163", "#6f8798", "#c9c2ad"), "#d9954a")
SEA = Palette("#dde7e6", ("#26444f", "#4d7782", "#8db0b5", "#bdd1d1"), "#bf6a3f")
NIGHT = Palette("#151e2e", ("#0c1320", "#24334b", "#3f5573", "#8295ac"), "#f0bf6a")
CLAY = Palette("#ebdfd3", ("#34404a", "#6d7a83", "#b58a70", "#d2b49c"), "#8b4a35")
SAGE = Palette("#e5e9dd", ("#36433a", "#5d7360", "#92a68a", "#c3cfb8"), "#c2973f")

PALETTES = (SAND, DUSK, SEA, NIGHT, CLAY, SAGE)


class Canvas:
    """A sheet to draw on, measured in the points of the finished picture."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * FINENESS, height * FINENESS), ground)
        self.pen = ImageDraw.Draw(self.image)

    def line(self, points: Iterable[Point], ink: str, breadth: float = 2) -> None:
        """A line through these points, its corners rounded."""
        self.pen.line(self._fine(points), fill=ink, width=max(1, round(breadth * FINENESS)), joint="curve")

    def area(self, points: Iterable[Point], ink: str) -> None:
        """A filled shape."""
        self.pen.polygon(self._fine(points), fill=ink)

    def box(self, left: float, top: float, right: float, bottom: float, ink: str) -> None:
        """A filled rectangle."""
        self.pen.rectangle(self._fine([(left, top), (right, bottom)]), fill=ink)

    def disc(self, centre: Point, radius: float, ink: str) -> None:
        """A filled circle."""
        self.pen.ellipse(self._around(centre, radius), fill=ink)

    def ring(self, centre: Point, radius: float, ink: str, breadth: float = 2) -> None:
        """A circle's line."""
        self.pen.ellipse(self._around(centre, radius), outline=ink, width=max(1, round(breadth * FINENESS)))

    def wash(self, ink: str, strength: float, shape: Callable[[ImageDraw.ImageDraw, int], None]) -> None:
        """Lay a thin colour over what is there; `shape` draws where, on a mask, in fine points."""
        mask = Image.new("L", self.image.size, 0)
        shape(ImageDraw.Draw(mask), round(255 * strength))
        self.image.paste(Image.new("RGB", self.image.size, ink), mask=mask)

    def wash_disc(self, centre: Point, radius: float, ink: str, strength: float) -> None:
        """A translucent circle."""
        self.wash(ink, strength, lambda pen, depth: pen.ellipse(self._around(centre, radius), fill=depth))

    def finished(self) -> Image.Image:
        """The picture in its own size."""
        return self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)

    def _fine(self, points: Iterable[Point]) -> list[Point]:
        return [(x * FINENESS, y * FINENESS) for x, y in points]

    def _around(self, centre: Point, radius: float) -> list[Point]:
        x, y = centre
        return self._fine([(x - radius, y - radius), (x + radius, y + radius)])


def terrain(chance: Random, hills: int = 7) -> Field:
    """A smooth landscape over the unit square: a sum of slow waves."""
    waves = [
        (chance.uniform(-7, 7), chance.uniform(-6, 6), chance.uniform(0, 6.28), chance.uniform(0.4, 1.0))
        for _ in range(hills)
    ]
    return lambda x, y: sum(weight * math.sin(across * x + down * y + phase) for across, down, phase, weight in waves)


def contour(field: Field, level: float, columns: int = 160, rows: int = 100) -> list[tuple[Point, Point]]:
    """The pieces of a line along which the field has this level, over the unit square (marching squares)."""
    heights = [[field(x / columns, y / rows) - level for x in range(columns + 1)] for y in range(rows + 1)]
    pieces: list[tuple[Point, Point]] = []
    for y in range(rows):
        for x in range(columns):
            corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
            found = list(_crossings(corners, heights))
            pieces += [
                ((first[0] / columns, first[1] / rows), (second[0] / columns, second[1] / rows))
                for first, second in zip(found[::2], found[1::2], strict=False)
            ]
    return pieces


def _crossings(corners: Sequence[tuple[int, int]], heights: Sequence[Sequence[float]]) -> Iterable[Point]:
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        here, there = heights[ay][ax], heights[by][bx]
        if (here < 0) != (there < 0):
            part = here / (here - there)
            yield ax + part * (bx - ax), ay + part * (by - ay)


def curve(start: Point, bend: Point, end: Point, steps: int = 40) -> list[Point]:
    """A curve from start to end, drawn towards the bend."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        points.append(
            tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c for a, b, c in zip(start, bend, end, strict=True))
        )
    return [(x, y) for x, y in points]


def dashed(points: Sequence[Point], dash: int = 3, gap: int = 2) -> Iterable[list[Point]]:
    """The strokes of a dashed line, counted in points."""
    for start in range(0, len(points) - dash, dash + gap):
        yield list(points[start : start + dash + 1])
