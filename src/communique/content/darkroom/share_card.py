"""The share card: what a link to a page looks like where it is shared. 1200 × 630, in the theme's colours and type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from .fonts import Stack, stack
from .lettering import ELLIPSIS, Setting, fitting, lines

WIDTH, HEIGHT = 1200, 630
DESIGN = "1"
"""Another one draws all cards anew. To be raised when something here changes what they look like."""

EDGE = 68
BAR = 14
PANEL = 430
FOOT = 96
LOGO = (220, 56)

TITLE, LABEL, SMALLEST = 76, 28, 29
STEP = 0.94

FORMATS = ("JPEG", "WEBP", "AVIF", "PNG")


@dataclass(frozen=True)
class Type:
    """Fonts and measures of one kind of text; leading and gap as in `lettering.Setting`."""

    fonts: tuple[str, ...]
    weight: float
    leading: float
    gap: float = 0.0


@dataclass(frozen=True)
class Card:
    """What a card shows. Pictures are files of ours; `focus` is where to look, in tenths."""

    language: str
    rtl: bool
    title: str
    name: str
    titles: Type
    labels: Type
    colours: dict[str, str]
    kicker: str = ""
    byline: str = ""
    capitals: bool = False
    logo: str = ""
    picture: str = ""
    focus: tuple[int, int] = (5, 5)


def drawn(card: Card) -> bytes:
    """The card: a PNG, or a JPEG if it shows a picture.

    A title so long that it would be cut beside a picture has the whole width, and no picture.
    """
    box = _Box(card, bool(card.picture))
    title = box.title()
    if box.pictured and title[1][-1:] and title[1][-1].endswith(ELLIPSIS):
        box = _Box(card, False)
        title = box.title()
    image = Image.new("RGB", (WIDTH, HEIGHT), card.colours["paper"])
    pen = ImageDraw.Draw(image)
    if box.pictured:
        image.paste(_panel(card), (0 if card.rtl else WIDTH - PANEL, 0))
    else:
        pen.rectangle((0, 0, WIDTH, BAR), fill=card.colours["accent"])
    box.write(pen, title)
    _foot(image, pen, box)
    file = BytesIO()
    if card.picture:
        image.save(file, "JPEG", quality=86, subsampling="4:4:4", optimize=True)
    else:
        few = image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)  # a quarter of the time
        few.save(file, "PNG")
    return file.getvalue()


class _Box:
    """The part of the card that is written on: its lines from left to right, and where each text stands."""

    def __init__(self, card: Card, pictured: bool) -> None:
        self.card = card
        self.pictured = pictured
        self.left, self.right = EDGE, WIDTH - EDGE
        if pictured and card.rtl:
            self.left = PANEL + EDGE - 16
        elif pictured:
            self.right = WIDTH - PANEL - EDGE + 16
        self.label = _setting(card, card.labels, LABEL)
        self._kicker_at = BAR + 46
        self._byline_at = HEIGHT - FOOT - round(self.label.line) - 22

    @property
    def start(self) -> int:
        """Where lines begin."""
        return self.right if self.card.rtl else self.left

    @property
    def width(self) -> int:
        """How long a line may be."""
        return self.right - self.left

    def title(self) -> tuple[Setting, list[str]]:
        """The title in the largest letters in which it fits."""
        return fitting(self.card.title, _sizes(self.card), self.width, self._title_to - self._title_from)

    def write(self, pen: ImageDraw.ImageDraw, title: tuple[Setting, list[str]]) -> None:
        """Kicker, title, byline."""
        card = self.card
        if card.kicker:
            kicker = card.kicker.upper() if card.capitals else card.kicker
            self._line(pen, self._kicker_at, kicker, card.colours["accent"])
        setting, found = title
        for number, line in enumerate(found):
            baseline = self._title_from + number * setting.line + setting.above
            setting.draw(pen, self.start, baseline, line, card.colours["ink"])
        if card.byline:
            self._line(pen, self._byline_at, card.byline, card.colours["quiet"])

    @property
    def _title_from(self) -> float:
        return self._kicker_at + (round(self.label.line) + 10 if self.card.kicker else 4)

    @property
    def _title_to(self) -> float:
        return self._byline_at - 8 if self.card.byline else HEIGHT - FOOT - 16

    def _line(self, pen: ImageDraw.ImageDraw, top: float, text: str, ink: str) -> None:
        said = lines(text, self.label, self.width, 1)[0]
        self.label.draw(pen, self.start, top + self.label.above, said, ink)


def _foot(image: Image.Image, pen: ImageDraw.ImageDraw, box: _Box) -> None:
    """The organisation: its logo, or a mark of the theme's, and its name."""
    card, top = box.card, HEIGHT - FOOT
    pen.rectangle((box.left, top, box.right, top + 1), fill=card.colours["rule"])
    middle, mark = top + FOOT // 2 - 4, _logo(card)
    wide = mark.width if mark is not None else 10
    at = box.right - wide if card.rtl else box.left
    if mark is not None:
        image.paste(mark, (at, middle - mark.height // 2), mark)
    else:
        pen.rectangle((at, middle - 13, at + wide, middle + 13), fill=card.colours["accent"])
    start = box.right - wide - 16 if card.rtl else box.left + wide + 16
    said = lines(card.name, box.label, box.width - wide - 16, 1)
    if said:
        box.label.draw(pen, start, middle - box.label.line / 2 + box.label.above, said[0], card.colours["ink"])


def _panel(card: Card) -> Image.Image:
    """The picture, cut to the panel around what an editor has marked."""
    with Image.open(card.picture, formats=FORMATS) as opened:
        picture = opened.convert("RGB")
    times = max(PANEL / picture.width, HEIGHT / picture.height)
    wide, high = PANEL / times, HEIGHT / times
    x, y = card.focus[0] / 10 * picture.width, card.focus[1] / 10 * picture.height
    left = min(max(0.0, x - wide / 2), picture.width - wide)
    top = min(max(0.0, y - high / 2), picture.height - high)
    return picture.resize((PANEL, HEIGHT), Image.Resampling.LANCZOS, box=(left, top, left + wide, top + high))


def _logo(card: Card) -> Image.Image | None:
    if not card.logo:
        return None
    with Image.open(card.logo, formats=FORMATS) as opened:
        logo = opened.convert("RGBA")
    logo.thumbnail(LOGO, Image.Resampling.LANCZOS)
    return logo


def _setting(card: Card, told: Type, size: float) -> Setting:
    return Setting(_stack(told.fonts, told.weight), round(size), told.leading, card.language, card.rtl, told.gap)


@lru_cache
def _stack(fonts: tuple[str, ...], weight: float) -> Stack:
    return stack(tuple(map(Path, fonts)), weight)


def _sizes(card: Card) -> list[Setting]:
    """Settings of the title, from large to small. Scripts that need more room between lines begin smaller."""
    size, found = TITLE * min(1.0, 1.75 / (card.titles.leading + 0.5)), []
    while size > SMALLEST:
        found.append(_setting(card, card.titles, size))
        size *= STEP
    return [*found, _setting(card, card.titles, SMALLEST)]
