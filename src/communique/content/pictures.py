"""Renditions of pictures: the sizes that pages use, made when a picture is saved and freed of all metadata."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from PIL import Image as Drawing
from PIL import ImageOps

from communique.text import slugs

if TYPE_CHECKING:
    from .models import Picture

WIDTHS = (480, 960, 1600)
FALLBACK = "width-1200|format-jpeg"
_QUALITY = {"webp": 80, "jpeg": 82}

log = logging.getLogger(__name__)


def spec(width: int, form: str) -> str:
    """The name of a rendition, as Wagtail writes its filters."""
    return f"width-{width}|format-{form}"


SPECS = (*(spec(width, "webp") for width in WIDTHS), FALLBACK)


def wanted(original_width: int) -> list[str]:
    """The renditions of a picture so wide: never enlarged, and no two of the same size."""
    widths = [width for width in WIDTHS if width < original_width]
    if len(widths) < len(WIDTHS):
        widths.append(WIDTHS[len(widths)])
    return [*(spec(width, "webp") for width in widths), FALLBACK]


def make_renditions(picture: Picture) -> None:
    """Make those of a picture's renditions that are missing. A file that is no picture is logged and left."""
    from .models import Rendition

    made = set(Rendition.objects.filter(image=picture, filter_spec__in=SPECS).values_list("filter_spec", flat=True))
    missing = [name for name in wanted(picture.width) if name not in made]
    if not missing or not picture.file:
        return
    try:
        drawing = _opened(picture)
    except (OSError, ValueError) as error:
        log.warning("Picture %s (%s) has no renditions: %s", picture.pk, picture.title, error)
        return
    for name in missing:
        width, form = _parsed(name)
        Rendition.objects.create(
            image=picture,
            filter_spec=name,
            focal_point_key="",
            file=ContentFile(_drawn(drawing, width, form), name=_file_name(picture, width, form)),
        )


def _opened(picture: Picture) -> Drawing.Image:
    with picture.open_file() as file:
        drawing = Drawing.open(file)
        drawing.load()
    upright = ImageOps.exif_transpose(drawing)
    return upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")


def _drawn(drawing: Drawing.Image, width: int, form: str) -> bytes:
    if drawing.width > width:
        drawing = drawing.resize(
            (width, max(1, round(drawing.height * width / drawing.width))), Drawing.Resampling.LANCZOS
        )
    if form == "jpeg" and drawing.mode == "RGBA":
        ground = Drawing.new("RGB", drawing.size, "white")
        ground.paste(drawing, mask=drawing.getchannel("A"))
        drawing = ground
    # A copy made from the bare pixels: what the camera wrote (place, device, time) stays behind.
    bare = Drawing.frombytes(drawing.mode, drawing.size, drawing.tobytes())
    file = BytesIO()
    bare.save(file, form.upper(), quality=_QUALITY[form], **({"method": 4} if form == "webp" else {"optimize": True}))
    return file.getvalue()


def _parsed(name: str) -> tuple[int, str]:
    size, form = name.split("|")
    return int(size.removeprefix("width-")), form.removeprefix("format-")


def _file_name(picture: Picture, width: int, form: str) -> str:
    # From what readers are told anyway: what the uploaded file was called is the editors' business.
    stem = slugs.slug(picture.alt_text, fallback="picture", longest=60)
    return f"{stem}-{picture.pk}.w{width}.{'jpg' if form == 'jpeg' else form}"
