"""Portraits without faces: a monogram on a ground of one's own geometry."""

from __future__ import annotations

import math
from pathlib import Path
from random import Random

from PIL import Image, ImageFont

from .canvas import FINENESS, PALETTES, Canvas, Palette

SIDE = 800


def portrait(slug: str) -> Image.Image:
    """The same name always gives the same picture."""
    chance = Random(f"portrait of {slug}")
    colours = PALETTES[chance.randrange(len(PALETTES))]
    canvas = Canvas(SIDE, SIDE, colours.ground)
    chance.choice([_sectors, _bars, _rings, _tiles])(canvas, colours, chance)
    _monogram(canvas, colours, initials(slug))
    return canvas.finished()


def initials(slug: str) -> str:
    """The first letters of the first and the last name."""
    names = slug.split("-")
    return (names[0][0] + names[-1][0]).upper()


def _sectors(canvas: Canvas, colours: Palette, chance: Random) -> None:
    turn = chance.uniform(0, math.tau)
    for number in range(12):
        start, end = turn + number / 12 * math.tau, turn + (number + 1) / 12 * math.tau
        rim = [(400 + 700 * math.cos(a), 400 + 700 * math.sin(a)) for a in (start, (start + end) / 2, end)]
        canvas.area([(400, 400), *rim], colours.inks[chance.randrange(4)])


def _bars(canvas: Canvas, colours: Palette, chance: Random) -> None:
    x = 0.0
    while x < SIDE:
        breadth = chance.choice([16, 28, 44, 70])
        canvas.box(x, 0, x + breadth, SIDE, colours.inks[chance.randrange(4)])
        x += breadth


def _rings(canvas: Canvas, colours: Palette, chance: Random) -> None:
    centre = (chance.uniform(200, 600), chance.uniform(200, 600))
    for number, radius in enumerate(range(760, 0, -54)):
        canvas.disc(centre, radius, colours.inks[(number + chance.randrange(2)) % 4])


def _tiles(canvas: Canvas, colours: Palette, chance: Random) -> None:
    for row in range(8):
        for column in range(8):
            left, top = column * 100, row * 100
            canvas.box(left, top, left + 100, top + 100, colours.inks[chance.randrange(2, 4)])
            corners = [(left, top), (left + 100, top), (left + 100, top + 100), (left, top + 100)]
            corners.pop(chance.randrange(4))
            canvas.area(corners, colours.inks[chance.randrange(4)])


def _monogram(canvas: Canvas, colours: Palette, letters: str) -> None:
    canvas.disc((400, 400), 262, colours.ground)
    canvas.ring((400, 400), 262, colours.accent, 10)
    face = ImageFont.load_default(size=210 * FINENESS)
    middle = (400 * FINENESS, 400 * FINENESS)
    canvas.pen.text(middle, letters, font=face, fill=colours.accent, anchor="mm")


def file_name(slug: str) -> str:
    """Where a portrait is kept, below the folder of drawings."""
    return str(Path("people") / f"{slug}.webp")
