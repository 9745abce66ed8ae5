"""Motifs from what people make: harbours, arches, seals, ledgers, woven cloth, tables, lanterns, pylons."""

from __future__ import annotations

import math
from itertools import pairwise
from random import Random

from .canvas import Canvas, Palette, curve, terrain


def harbour(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """A harbour at dusk in horizontal lines, with three cranes."""
    canvas.disc((1190, 470), 120, colours.accent)
    for y in range(60, 560, 17):
        canvas.line([(0, y), (1600, y)], colours.inks[1], 1 + (y / 560) * 2)
    canvas.box(0, 560, 1600, 1000, colours.inks[1])
    for y in range(570, 1000, 13):
        for _ in range(5):
            x = chance.uniform(-100, 1500)
            near = abs(x - 1130) < 160 + (y - 560) / 3
            canvas.line([(x, y), (x + chance.uniform(60, 260), y)], colours.accent if near else colours.inks[2], 3)
    canvas.area([(0, 600), (0, 540), (980, 540), (1020, 600)], colours.inks[0])
    for foot, size in ((210, 1.0), (480, 1.2), (770, 0.9)):
        _crane(canvas, colours, foot, size)
    for number in range(24):
        left = 20 + number * 39
        height = chance.choice([18, 18, 36])
        canvas.box(left, 540 - height, left + 35, 538, [colours.inks[0], colours.inks[2], colours.inks[3]][number % 3])


def _crane(canvas: Canvas, colours: Palette, foot: float, size: float) -> None:
    top = 540 - 330 * size
    for leg in (-46, 46):
        canvas.line([(foot + leg * size, 540), (foot + leg * 0.7 * size, top)], colours.inks[0], 10 * size)
    canvas.line([(foot - 150 * size, top), (foot + 260 * size, top)], colours.inks[0], 11 * size)
    canvas.line([(foot, top - 90 * size), (foot + 250 * size, top)], colours.inks[0], 4)
    canvas.line([(foot, top - 90 * size), (foot - 140 * size, top)], colours.inks[0], 4)
    canvas.line([(foot, top), (foot, top - 90 * size)], colours.inks[0], 8 * size)
    canvas.line([(foot + 190 * size, top), (foot + 190 * size, top + 150 * size)], colours.inks[0], 3)
    canvas.box(foot + 166 * size, top + 150 * size, foot + 214 * size, top + 176 * size, colours.accent)


def gates(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Arches that open on to one another."""
    inks = [colours.inks[3], colours.ground, colours.inks[2], colours.ground]
    for row, (left, shift) in enumerate(((90, 0), (580, 1), (1070, 2))):
        for depth in range(7):
            inset = depth * 27
            ink = colours.accent if depth == 6 else inks[(depth + shift) % 4]
            _arch(canvas, left + inset, 200 + inset * 1.5 + row * 18, left + 440 - inset, 900, ink)
            _arch_line(canvas, left + inset, 200 + inset * 1.5 + row * 18, left + 440 - inset, 900, colours.inks[0])
    canvas.box(0, 900, 1600, 1000, colours.inks[1])
    for x in range(0, 1600, 26):
        canvas.line([(x, 916 + 60 * chance.random()), (x + 18, 916 + 60 * chance.random())], colours.inks[2], 2)


def _arch(canvas: Canvas, left: float, top: float, right: float, bottom: float, ink: str) -> None:
    canvas.area(_arch_points(left, top, right, bottom), ink)


def _arch_line(canvas: Canvas, left: float, top: float, right: float, bottom: float, ink: str) -> None:
    canvas.line(_arch_points(left, top, right, bottom), ink, 1.6)


def _arch_points(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    middle, spring = (left + right) / 2, top + (right - left) * 0.62
    rise = curve((left, spring), (left, top + (right - left) * 0.14), (middle, top))
    fall = curve((middle, top), (right, top + (right - left) * 0.14), (right, spring))
    return [(left, bottom), *rise, *fall, (right, bottom)]


def seals(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """The impressions of several seals, one over another."""
    for x, y, radius, ink in (
        (560, 470, 290, colours.inks[1]),
        (930, 540, 250, colours.accent),
        (760, 700, 210, colours.inks[0]),
        (1130, 380, 180, colours.inks[2]),
    ):
        canvas.wash_disc((x, y), radius, ink, 0.2)
        for ring in range(5):
            canvas.ring((x, y), radius - ring * ring * 9, ink, 5 - ring * 0.8)
        teeth = int(radius / 5)
        for tooth in range(teeth):
            angle = tooth / teeth * math.tau
            near, far = radius - 40, radius - 62 - 22 * chance.random()
            canvas.line(
                [
                    (x + near * math.cos(angle), y + near * math.sin(angle)),
                    (x + far * math.cos(angle), y + far * math.sin(angle)),
                ],
                ink,
                3,
            )
    for row in range(6):
        canvas.line([(150, 120 + row * 34), (390 - 50 * (row == 5), 120 + row * 34)], colours.inks[3], 5)


def ledger(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Ruled lines with two columns of marks."""
    for row in range(24):
        y = 70 + row * 38
        canvas.line([(70, y), (1530, y)], colours.inks[3], 1.6)
        for left, right in ((150, 700), (860, 1400)):
            x = float(left)
            while x < right - 60 and chance.random() > 0.12:
                stroke = chance.uniform(14, 70)
                canvas.line(
                    curve((x, y - 10), (x + stroke / 2, y - 10 - chance.uniform(-16, 22)), (x + stroke, y - 10), 8),
                    colours.inks[0] if chance.random() > 0.25 else colours.inks[1],
                    4,
                )
                x += stroke + chance.uniform(10, 26)
        if row in (6, 13, 20):
            canvas.box(1290, y - 28, 1440, y - 8, colours.accent)
    for x in (760, 800, 1470):
        canvas.line([(x, 40), (x, 960)], colours.accent, 2)


def weave(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Threads that cross over and under each other."""
    inks = [colours.accent, colours.inks[0], colours.inks[3], colours.inks[1], colours.inks[2]]
    breadth, pitch = 34, 50
    columns = [inks[chance.randrange(5)] for _ in range(33)]
    rows = [inks[chance.randrange(5)] for _ in range(21)]
    for number, ink in enumerate(columns):
        canvas.box(number * pitch, 0, number * pitch + breadth, 1000, ink)
    for down, ink in enumerate(rows):
        y = down * pitch
        for across in range(33):
            if (across + down * (1 + down // 7)) % (2 + (down // 7) % 2):
                canvas.box(across * pitch - (pitch - breadth), y, across * pitch + pitch, y + breadth, ink)
    for number in range(33):
        canvas.line([(number * pitch + breadth, 0), (number * pitch + breadth, 1000)], colours.ground, 1)


def round_table(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Seats in rings about an empty middle."""
    canvas.disc((800, 500), 250, colours.inks[3])
    canvas.disc((800, 500), 205, colours.ground)
    for ring, (radius, seats) in enumerate(((320, 26), (400, 36), (470, 48), (560, 60), (660, 74), (780, 90))):
        for seat in range(seats):
            angle = seat / seats * math.tau + ring * 0.06
            x, y = 800 + radius * math.cos(angle), 500 + radius * math.sin(angle)
            away = 1 if chance.random() < 0.08 else 0
            ink = colours.accent if away else colours.inks[min(3, ring // 2 + chance.randrange(2))]
            size = 22 - ring * 2
            turn = [
                (x + size * math.cos(angle + t) * f, y + size * math.sin(angle + t) * f)
                for t, f in ((0.7, 1), (2.44, 1), (3.84, 0.8), (5.58, 0.8))
            ]
            canvas.area(turn, ink)


def lanterns(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Points of warm light on a dark slope, mirrored in water."""
    slope = [(x, 640 - 190 * math.sin(x / 620) - 50 * math.sin(x / 170)) for x in range(0, 1601, 10)]
    canvas.area([(0, 760), *slope, (1600, 760)], colours.inks[1])
    canvas.box(0, 760, 1600, 1000, colours.inks[0])
    for _ in range(90):
        x = chance.uniform(40, 1560)
        crest = 640 - 190 * math.sin(x / 620) - 50 * math.sin(x / 170)
        y = chance.uniform(crest + 12, 752)
        radius = 2.4 + 5 * (y - 380) / 380
        canvas.wash_disc((x, y), radius * 3.4, colours.accent, 0.16)
        canvas.disc((x, y), radius, colours.accent)
        depth = 770 + (760 - y) * 0.6
        canvas.line([(x - radius * 2, depth), (x + radius * 2, depth)], colours.inks[3], 2)
    for _ in range(70):
        canvas.disc((chance.uniform(0, 1600), 380 * chance.random()), chance.uniform(0.6, 1.8), colours.inks[3])


def pylons(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Slender masts joined by sagging lines over layered hills."""
    for depth, ink in enumerate((colours.inks[3], colours.inks[2], colours.inks[1])):
        phase = chance.uniform(0, 6)
        hill = [(x, 620 + depth * 120 - 80 * math.sin(x / 380 + phase)) for x in range(0, 1601, 10)]
        canvas.area([(0, 1000), *hill, (1600, 1000)], ink)
    feet = [
        (-160, 900, 1.1),
        (240, 860, 1.0),
        (600, 820, 0.86),
        (920, 790, 0.74),
        (1200, 764, 0.62),
        (1440, 742, 0.5),
        (1640, 726, 0.42),
    ]
    for x, y, size in feet:
        top = y - 560 * size
        for side in (-1, 1):
            canvas.line([(x + side * 62 * size, y), (x + side * 9 * size, top)], colours.inks[0], 4 * size + 1)
        for arm, reach in ((0.06, 96), (0.2, 120), (0.34, 96)):
            canvas.line(
                [(x - reach * size, top + arm * 560 * size), (x + reach * size, top + arm * 560 * size)],
                colours.inks[0],
                4 * size + 1,
            )
    for (x, y, size), (nx, ny, nsize) in pairwise(feet):
        for arm, reach in ((0.06, 96), (0.2, 120), (0.34, 96)):
            for side in (-1, 1):
                start = (x + side * reach * size, y - 560 * size * (1 - arm))
                end = (nx + side * reach * nsize, ny - 560 * nsize * (1 - arm))
                bend = ((start[0] + end[0]) / 2, max(start[1], end[1]) + 66 * size)
                canvas.line(curve(start, bend, end), colours.accent if arm == 0.2 else colours.inks[0], 1.8)


def grid(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """A warped grid, with some of its cells filled in."""
    field = terrain(chance, 4)

    def at(column: float, row: float) -> tuple[float, float]:
        x, y = column / 32, row / 20
        return 1600 * x + 34 * field(x, y), 1000 * y + 30 * field(y, x)

    for column in range(-2, 35):
        for row in range(-2, 23):
            if chance.random() < 0.11:
                cell = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)]
                canvas.area(cell, chance.choice([colours.accent, colours.inks[2], colours.inks[3], colours.inks[1]]))
    for column in range(-2, 36):
        canvas.line([at(column, row / 2) for row in range(-4, 48)], colours.inks[0], 1.3)
    for row in range(-2, 24):
        canvas.line([at(column / 2, row) for column in range(-4, 72)], colours.inks[0], 1.3)


def containers(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Boxes stacked in a yard, seen from the side."""
    inks = [colours.accent, colours.inks[0], colours.inks[1], colours.inks[2], colours.inks[3]]
    for column in range(9):
        height = chance.choice([3, 4, 5, 6, 6, 7])
        for level in range(height):
            left, bottom = 20 + column * 175, 930 - level * 112
            ink = inks[chance.randrange(5)]
            canvas.box(left, bottom - 106, left + 168, bottom, ink)
            for rib in range(1, 14):
                canvas.line([(left + rib * 12, bottom - 98), (left + rib * 12, bottom - 8)], colours.ground, 0.8)
            canvas.line([(left + 84, bottom - 106), (left + 84, bottom)], colours.ground, 1.4)
    canvas.box(0, 932, 1600, 1000, colours.inks[1])
    canvas.line([(0, 962), (1600, 962)], colours.inks[3], 4)


def soundings(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Depth rings about two coasts, with the dots of a survey between them."""
    inks = [colours.inks[3], "#cfdedd", colours.inks[2], "#a9c4c7"]
    for number, spread in enumerate(range(640, 60, -58)):
        for cx, cy, turn in ((150, 980, 0.4), (1500, 40, 2.2)):
            coast = [
                (
                    cx + (spread + 46 * math.sin(3 * a + turn) + 24 * math.sin(7 * a + turn)) * 1.15 * math.cos(a),
                    cy + (spread + 46 * math.sin(3 * a + turn) + 24 * math.sin(7 * a + turn)) * math.sin(a),
                )
                for a in (step / 120 * math.tau for step in range(120))
            ]
            canvas.area(coast, colours.inks[1] if spread < 120 else inks[number % 4])
            canvas.line([*coast, coast[0]], colours.inks[1], 1.4)
    for row in range(12):
        for column in range(20):
            x, y = 60 + column * 80 + 20 * (row % 2), 60 + row * 80
            for dot in range(chance.randrange(1, 4)):
                canvas.disc((x + dot * 11, y), 3, colours.inks[0])
    for step in range(12):
        canvas.line([(470 + step * 56, 720 - step * 37), (500 + step * 56, 700 - step * 37)], colours.accent, 6)


def signals(canvas: Canvas, colours: Palette) -> None:
    """A square: a lamp by the water, and what is heard of it going out in rings."""
    lamp = (420.0, 700.0)
    canvas.disc(lamp, 660, colours.inks[1])
    for ring in range(1, 8):
        canvas.ring(lamp, 110.0 * ring, colours.inks[3], 3 + 9 * (ring in (3, 5, 6)))
    canvas.box(0, 1010, 1400, 1400, colours.inks[0])
    for row in range(11):
        y = 1046 + row * 34
        canvas.line([(40 + 70 * row % 190, y), (1360 - 90 * row % 230, y)], colours.inks[2], 2)
    canvas.area([(372, 1010), (394, 742), (446, 742), (468, 1010)], colours.inks[3])
    canvas.disc(lamp, 58, colours.accent)
