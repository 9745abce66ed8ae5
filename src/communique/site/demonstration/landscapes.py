"""Motifs from the land: contours, passes, strata, rivers, terraces, roads of iron and of light."""

from __future__ import annotations

import math
from random import Random

from .canvas import Canvas, Palette, Point, contour, curve, dashed, terrain


def contours(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """A map's contour lines, and one dashed route across them."""
    field = terrain(chance)
    for number, level in enumerate(range(-24, 25, 3)):
        ink = colours.inks[1] if number % 4 == 0 else colours.inks[2]
        for first, second in contour(field, level / 10):
            canvas.line([_spread(canvas, first), _spread(canvas, second)], ink, 3 if number % 4 == 0 else 1.6)
    route = curve((120, 860), (620, 180), (900, 520)) + curve((900, 520), (1130, 820), (1490, 190))
    for stroke in dashed(route, 2, 1):
        canvas.line(stroke, colours.accent, 7)
    for end in (route[0], route[-1]):
        canvas.disc(end, 20, colours.ground)
        canvas.disc(end, 15, colours.accent)


def passes(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Ranges behind one another, with a gap between them and a pale sun."""
    canvas.wash_disc((1010, 330), 150, colours.inks[3], 0.35)
    canvas.disc((1010, 330), 92, colours.inks[3])
    shades = [colours.inks[3], colours.inks[2], colours.inks[1], colours.inks[0]]
    for depth, shade in enumerate(shades):
        base, gap = 430 + depth * 130, 980 - depth * 90
        ridge = [
            (x, _ridge(x, base, gap, depth, chance_phase))
            for chance_phase in [chance.uniform(0, 6)]
            for x in range(0, 1601, 8)
        ]
        canvas.area([(0, 1000), *ridge, (1600, 1000)], shade)
    path = curve((700, 1000), (860, 880), (735, 830)) + curve((735, 830), (640, 780), (790, 715))
    canvas.line(path, colours.accent, 5)


def strata(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Folded layers, as in the side of a cutting."""
    inks = [*colours.inks, colours.accent, colours.ground]
    top = 90.0
    number = 0
    while top < 1080:
        phase, lift = chance.uniform(-0.25, 0.25), 60 + 80 * math.sin(top / 240)
        edge = [
            (x, top - lift * math.sin(x / 310 + phase) - 36 * math.sin(x / 140 + top / 130)) for x in range(0, 1601, 10)
        ]
        canvas.area([(0, 1100), *edge, (1600, 1100)], inks[(number * 2 + number // 3) % len(inks)])
        canvas.line(edge, colours.inks[0], 1.5)
        top += chance.choice([34, 48, 62, 96])
        number += 1


def delta(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """A river that divides on its way to the sea."""

    def flow(at: Point, heading: float, breadth: float, left: int) -> None:
        reach = 120 + 60 * chance.random()
        end = (at[0] + reach * math.sin(heading), at[1] + reach * math.cos(heading) * 0.92)
        bend = ((at[0] + end[0]) / 2 + chance.uniform(-40, 40), (at[1] + end[1]) / 2)
        canvas.line(curve(at, bend, end, 16), colours.inks[3] if breadth > 7 else colours.inks[2], breadth)
        canvas.disc(end, breadth / 2, colours.inks[3] if breadth > 7 else colours.inks[2])
        if not left:
            return
        flow(end, heading * 0.7 + chance.uniform(0.12, 0.5), breadth * 0.72, left - 1)
        if breadth > 2:
            flow(end, heading * 0.7 - chance.uniform(0.12, 0.5), breadth * 0.66, left - 1)

    for row in range(0, 1001, 22):
        canvas.line([(0, row), (1600, row)], colours.inks[1], 0.6)
    flow((800, -40), 0.05, 30, 7)
    canvas.disc((800, 176), 12, colours.accent)
    for mark in range(5):
        canvas.line([(850, 120 + mark * 26), (880 + 26 * (mark % 2), 120 + mark * 26)], colours.accent, 4)


def terraces(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Stepped bands, as fields are seen from a height."""
    field = terrain(chance, 4)
    inks = [colours.inks[3], colours.inks[2], colours.ground, colours.inks[1]]
    for band in range(26):
        base = 60 + band * 40
        edge = [(x, base - 70 * field(x / 1600, band / 60) + 14 * math.sin(x / 60 + band)) for x in range(0, 1601, 10)]
        canvas.area([(0, 1200), *edge, (1600, 1200)], colours.accent if band in (9, 17) else inks[band % len(inks)])
        canvas.line(edge, colours.inks[0], 1.2)


def rails(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Two tracks of different width that run to one horizon."""
    horizon = (820.0, 300.0)
    canvas.box(0, 0, 1600, horizon[1], colours.inks[3])
    canvas.disc((1180, 250), 70, colours.ground)
    canvas.area(
        [(0, 300), (300, 250), (620, 292), (980, 240), (1300, 286), (1600, 250), (1600, 305), (0, 305)], colours.inks[2]
    )
    for centre, gauge, ink in ((420, 260, colours.inks[0]), (1160, 300, colours.accent)):
        for tie in range(1, 34):
            share = (tie / 34) ** 2.4
            y = horizon[1] + 760 * share
            middle = horizon[0] + (centre - horizon[0]) * share
            half = gauge * 0.72 * share
            canvas.line([(middle - half, y), (middle + half, y)], colours.inks[1], 1 + 15 * share)
        for side in (-1, 1):
            foot = centre + side * gauge / 2
            canvas.area([(foot - 13, 1062), (foot + 13, 1062), (horizon[0] + 1, 300), (horizon[0] - 1, 300)], ink)
    for _ in range(160):
        x, share = chance.uniform(0, 1600), chance.random() ** 2
        canvas.disc((x, 310 + 690 * share), 0.8 + 2 * share, colours.inks[2])


def isobars(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """Lines that flow past two hidden centres."""
    centres = [(470 + chance.uniform(-30, 30), 430.0, 150), (1120 + chance.uniform(-30, 30), 610.0, 120)]
    for number in range(-4, 36):
        y, points = number * 32.0, []
        for x in range(-20, 1621, 10):
            push = sum(
                force * math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / 110000) * math.tanh((y - cy) / 50)
                for cx, cy, force in centres
            )
            points.append((x, y + push + 12 * math.sin(x / 260 + number / 6)))
        marked = number in (12, 20)
        canvas.line(points, colours.accent if marked else colours.inks[number % 3], 7 if marked else 3)
    for cx, cy, _ in centres:
        canvas.disc((cx, cy), 9, colours.inks[0])


def bridge(canvas: Canvas, colours: Palette, chance: Random) -> None:
    """The fans of a cable-stayed bridge over still water."""
    canvas.box(0, 680, 1600, 1000, colours.inks[2])
    canvas.area(
        [(0, 560), (260, 500), (560, 600), (900, 540), (1250, 610), (1600, 530), (1600, 690), (0, 690)], colours.inks[3]
    )
    for tower in (480, 1120):
        for cable in range(1, 17):
            for side in (-1, 1):
                canvas.line([(tower, 150 + cable * 9), (tower + side * cable * 20, 640)], colours.inks[1], 1.4)
        canvas.area([(tower - 13, 900), (tower - 6, 120), (tower + 6, 120), (tower + 13, 900)], colours.inks[0])
    canvas.box(0, 634, 1600, 652, colours.inks[0])
    canvas.box(0, 655, 1600, 660, colours.accent)
    for _ in range(130):
        x, y = chance.uniform(0, 1600), 690 + 310 * chance.random()
        canvas.line([(x, y), (x + chance.uniform(20, 130), y)], colours.inks[3], 2)


def _ridge(x: float, base: float, gap: float, depth: int, phase: float) -> float:
    rough = 46 * math.sin(x / 97 + phase) + 28 * math.sin(x / 41 + phase * 2) + 12 * math.sin(x / 17 + phase)
    return base - 210 * (1 - math.exp(-(((x - gap) / 330) ** 2))) + rough * (0.6 + depth * 0.12)


def _spread(canvas: Canvas, point: Point) -> Point:
    return point[0] * canvas.width, point[1] * canvas.height
