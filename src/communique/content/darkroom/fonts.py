"""Fonts for drawing: which of them has which sign, and how they are opened."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont, features

MEASURED = 64
"""The size at which texts are measured; lengths grow with the size."""

REMEMBERED = 20_000
"""So many lengths are kept."""

UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Kinds of signs that have nothing to draw."""


def can_shape() -> bool:
    """Whether texts can be set here: Pillow brings raqm, and raqm wants the FriBiDi of the machine."""
    return bool(features.check_feature("raqm"))


@lru_cache(maxsize=64)
def signs(font: Path) -> frozenset[int]:
    """The signs that a font has, by its own table (`cmap`)."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap() or ())


def missing(text: str, fonts: Iterable[Path]) -> list[str]:
    """The signs of a text that none of these fonts has, each once, in order: they would be shown as empty boxes."""
    had = frozenset().union(*(signs(font) for font in fonts))
    return [
        sign
        for sign in dict.fromkeys(unicodedata.normalize("NFC", text))
        if ord(sign) not in had and unicodedata.category(sign) not in UNSEEN
    ]


class Stack:
    """Fonts in the order in which they are looked through, in one weight."""

    def __init__(self, fonts: tuple[Path, ...], weight: float) -> None:
        self.fonts = fonts
        self.weight = weight
        self._opened: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}
        self._lengths: dict[tuple[str, int, str, str], float] = {}

    def font_of(self, sign: str, before: int | None) -> int | None:
        """Which font a sign is drawn with; None if no font has it. Marks and joiners stay with what they belong to."""
        number = ord(sign)
        if before is not None and (unicodedata.combining(sign) or unicodedata.category(sign) == "Cf"):
            return before
        return next((at for at, font in enumerate(self.fonts) if number in signs(font)), None)

    def length(self, text: str, at: int, direction: str, language: str) -> float:
        """How long a text in one font is, as a multiple of its size: shaping Nastaliq takes milliseconds each time."""
        place = (text, at, direction, language)
        known = self._lengths.get(place)
        if known is None:
            if len(self._lengths) >= REMEMBERED:
                self._lengths.clear()
            font = self.opened(at, MEASURED)
            known = font.getlength(text, direction=direction, language=language) / MEASURED
            self._lengths[place] = known
        return known

    def opened(self, at: int, size: int) -> ImageFont.FreeTypeFont:
        """A font in a size, in the weight of the stack as near as the font comes to it."""
        known = self._opened.get((at, size))
        if known is None:
            known = ImageFont.truetype(self.fonts[at], size, layout_engine=ImageFont.Layout.RAQM)
            self._opened[at, size] = _weighed(known, self.weight)
        return known


def _weighed(font: ImageFont.FreeTypeFont, weight: float) -> ImageFont.FreeTypeFont:
    try:
        axes = font.get_variation_axes()
    except OSError:  # it comes in one weight
        return font
    font.set_variation_by_axes([min(max(weight, axis["minimum"] or 0), axis["maximum"] or weight) for axis in axes])
    return font


@lru_cache(maxsize=16)
def stack(fonts: tuple[Path, ...], weight: float) -> Stack:
    """The stack of these fonts, opened once."""
    return Stack(fonts, weight)
