"""Renditions: the sizes and formats that pages show a picture in."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from .masters import bare

RECIPE = "1"
"""Another one makes all renditions anew. To be raised when sizes, formats or qualities change."""

WIDTHS = (480, 960, 1600)
FORMATS = ("avif", "webp")
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

# AVIF at speed 8 takes a quarter of 6's time for files 2 % larger; at 55 it looks like WebP at 80, a third smaller.
_HOW: dict[str, dict[str, object]] = {
    "avif": {"quality": 55, "speed": 8, "max_threads": 2},
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
}


@dataclass(frozen=True, slots=True)
class Spec:
    """One rendition, named as Wagtail writes its filters: "width-480|format-webp"."""

    width: int
    form: str

    @classmethod
    def parsed(cls, name: str) -> Spec:
        """The spec of this name. Raises ValueError."""
        size, _, form = name.partition("|")
        return cls(int(size.removeprefix("width-")), form.removeprefix("format-"))

    def __str__(self) -> str:
        return f"width-{self.width}|format-{self.form}"

    @property
    def suffix(self) -> str:
        """How its file's name ends."""
        return "jpg" if self.form == "jpeg" else self.form


FALLBACK = Spec(1200, "jpeg")
"""For those who know neither AVIF nor WebP, for feeds, mails and other people's link previews."""

EVERY = (*(Spec(width, form) for form in FORMATS for width in WIDTHS), FALLBACK)


def wanted(original_width: int) -> list[Spec]:
    """The renditions of a picture so wide: never enlarged, and no two of the same size."""
    widths = [width for width in WIDTHS if width < original_width]
    if len(widths) < len(WIDTHS):
        widths.append(WIDTHS[len(widths)])
    return [*(Spec(width, form) for form in FORMATS for width in widths), FALLBACK]


def rendered(master: Path, specs: list[Spec]) -> list[tuple[bytes, int, int]]:
    """The bytes, width and height of each rendition of a master."""
    with Image.open(master, formats=("JPEG", "PNG", "WEBP")) as opened:
        image = bare(opened if opened.mode in ("RGB", "RGBA") else opened.convert("RGB"))
    return [_rendered(image, spec) for spec in specs]


def _rendered(image: Image.Image, spec: Spec) -> tuple[bytes, int, int]:
    if image.width > spec.width:
        height = max(1, round(image.height * spec.width / image.width))
        image = image.resize((spec.width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if spec.form == "jpeg" and image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    file = BytesIO()
    image.save(file, spec.form.upper(), **_HOW[spec.form])
    return file.getvalue(), image.width, image.height
