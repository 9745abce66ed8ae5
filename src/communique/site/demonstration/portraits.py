"""Portraits without faces or letters: for everyone an emblem on a ground of their own geometry."""

from __future__ import annotations

import math
from pathlib import Path
from random import Random

from PIL import Image

from .canvas import PALETTES, Canvas, Palette

SIDE = 800


def portrait(slug: str) -> Image.Image:
    """The same name always gives the same picture."""
    chance = Random(f"likeness of {slug}")
    colours = PALETTES[chance.randrange(len(PALETTES))]
    canvas = Canvas(SIDE, SIDE, colours.ground)
    chance.choice([_sectors, _bars, _rings, _tiles])(canvas, colours, chance)
    canvas.disc((400, 400), 290, colours.ground)
    _emblem(canvas, colours, chance)
    return canvas.finished()


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


def _emblem(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Four quarters, each a part of a circle turned its own way."""
    speaking = chance.randrange(4)
    for number, (left, top) in enumerate(((250, 250), (400, 250), (250, 400), (400, 400))):
        ink = colours.accent if number == speaking else colours.inks[chance.randrange(3)]
        turn = chance.randrange(4)
        corner = (left + 150 * (turn % 2), top + 150 * (turn // 2))
        canvas.box(left, top, left + 149, top + 149, chance.choice([colours.ground, colours.inks[3]]))
        canvas.area([corner, *_quarter(corner, turn, 149)], ink)
        if chance.random() < 0.5:
            canvas.area([corner, *_quarter(corner, turn, 74)], colours.ground)


def _quarter(corner: tuple[float, float], turn: int, radius: float) -> list[tuple[float, float]]:
    across, down = (-1 if turn % 2 else 1), (-1 if turn // 2 else 1)
    angles = [step / 40 * math.pi / 2 for step in range(41)]
    return [(corner[0] + across * radius * math.cos(a), corner[1] + down * radius * math.sin(a)) for a in angles]


def file_name(slug: str) -> str:
    """Where a portrait is kept, below the folder of drawings."""
    return str(Path("people") / f"{slug}.webp")
