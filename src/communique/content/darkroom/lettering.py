"""Lettering: a text broken into lines that fit a box, each sign with a font that has it, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PIL import ImageDraw

from communique.text.bidi import in_order, levels

from .fonts import REMEMBERED, Stack

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one font and one direction."""

    text: str
    font: int
    level: int


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: fonts, size, language and direction.

    As multiples of the size: `leading` from line to line, and `gap`, what is added to the space between two words.
    """

    stack: Stack
    size: int
    leading: float
    language: str
    rtl: bool = False
    gap: float = 0.0

    def width(self, text: str) -> float:
        """How wide a text is on one line: that of its words, and of the spaces between."""
        words = text.split()
        measured = sum(self._length(run) for word in words for run in self.runs(word))
        spaces = sum(self._length(run) for run in self.runs(" ")) * max(0, len(words) - 1)
        return measured + spaces

    def runs(self, text: str) -> tuple[Run, ...]:
        """The stretches of a line, in reading order. Signs that no font has are left out."""
        return _runs(self.stack, self.rtl, text)

    def draw(self, pen: ImageDraw.ImageDraw, start: float, baseline: float, text: str, ink: str) -> None:
        """Draw a line from its start: its left end, or its right end where one writes from the right."""
        runs = self.runs(text)
        lengths = [self._length(run) for run in runs]
        left = start - sum(lengths) if self.rtl else start
        for place in in_order([run.level for run in runs]):
            run = runs[place]
            font = self.stack.opened(run.font, self.size)
            way = "rtl" if run.level % 2 else "ltr"
            pen.text((left, baseline), run.text, ink, font, "ls", direction=way, language=self.language)
            left += lengths[place]

    @property
    def line(self) -> float:
        """From one baseline to the next."""
        return self.size * self.leading

    @property
    def above(self) -> float:
        """From the top of a line to its baseline; what letters leave of the line is half above and half below them."""
        ascent, descent = self.stack.opened(0, self.size).getmetrics()
        return (self.line - ascent - descent) / 2 + ascent

    def _length(self, run: Run) -> float:
        direction = "rtl" if run.level % 2 else "ltr"
        length = self.stack.length(run.text, run.font, direction, self.language)
        return (length + (self.gap if run.text == " " else 0.0)) * self.size


@lru_cache(maxsize=REMEMBERED)
def _runs(stack: Stack, rtl: bool, text: str) -> tuple[Run, ...]:
    """The same words are measured again and again while a title looks for its size and its lines."""
    fonts: list[int | None] = []
    for sign in text:
        fonts.append(stack.font_of(sign, fonts[-1] if fonts else None))
    signs = zip(text, fonts, levels(text, int(rtl)), strict=True)
    seen = [(sign, font, level) for sign, font, level in signs if font is not None]
    return tuple(
        Run("".join(sign for sign, _, _ in several), font, level)
        for (font, level), several in groupby(seen, key=lambda one: (one[1], one[2]))
    )


def lines(text: str, setting: Setting, width: float, most: int | None = None) -> list[str]:
    """The text in lines no wider than `width`, as even as they can be. What doesn't fit in `most` lines ends in "…"."""
    words = text.split()
    found = list(_filled(words, setting, width))
    if most is not None and len(found) > most:
        return [*found[: most - 1], _cut(" ".join(found[most - 1 :]), setting, width)] if most else []
    if len(found) < 2:
        return found
    low, high = width / 2, width
    for _ in range(6):  # as narrow as gives as many lines
        middle = (low + high) / 2
        low, high = (low, middle) if len(list(_filled(words, setting, middle))) == len(found) else (middle, high)
    return list(_filled(words, setting, high))


def fitting(text: str, settings: Sequence[Setting], width: float, height: float) -> tuple[Setting, list[str]]:
    """The first setting in which the text fits the box, and its lines; in the last one it is cut if it must be.

    A word that is too long for the line has smaller letters than others need, but not the smallest: it is broken.
    """
    for at, setting in enumerate(settings):
        found = list(_filled(text.split(), setting, width))
        whole = 2 * at > len(settings) or all(setting.width(word) <= width for word in text.split())
        if whole and len(found) * setting.line <= height:
            return setting, lines(text, setting, width)
    last = settings[-1]
    return last, lines(text, last, width, max(1, int(height / last.line)))


def _filled(words: Sequence[str], setting: Setting, width: float) -> Iterator[str]:
    line = ""
    for word in words:
        for part in _parts(word, setting, width):
            longer = f"{line} {part}" if line else part
            if line and setting.width(longer) > width:
                yield line
                longer = part
            line = longer
    if line:
        yield line


def _parts(word: str, setting: Setting, width: float) -> Iterator[str]:
    """The word; one that is wider than the line in pieces."""
    if setting.width(word) <= width:
        yield word
        return
    part = ""
    for sign in word:
        if part and setting.width(part + sign) > width:
            yield part
            part = ""
        part += sign
    yield part


def _cut(text: str, setting: Setting, width: float) -> str:
    words = text.split()
    while words and setting.width(f"{' '.join(words)} {ELLIPSIS}") > width:
        words.pop()
    return f"{' '.join(words)} {ELLIPSIS}".strip() if words else next(_parts(text, setting, width))
