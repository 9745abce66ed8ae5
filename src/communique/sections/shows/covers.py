"""The cover of a show, as directories want it: a square JPEG of 1400 to 3000 pixels, kept beside the library."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from communique.content.darkroom.masters import bare
from communique.content.models import Picture
from communique.text.sentences import Sentence, sentence

if TYPE_CHECKING:
    from .models import ShowPage

FOLDER = "kept_covers"
LEAST, MOST = 1400, 3000


def wrong(picture: Picture) -> Sentence | None:
    """Why a picture is no cover; None for one that is."""
    if picture.width != picture.height:
        return sentence(
            "The cover is {width:,} pixels wide and {height:,} high, and has to be a square.",
            width=picture.width,
            height=picture.height,
        )
    if picture.width < LEAST:
        return sentence(
            "The cover is {width:,} pixels wide, and has to have {least:,} or more.", width=picture.width, least=LEAST
        )
    return None


def keep(show: ShowPage) -> None:
    """Keep the cover as it is now, under a name made of what is in it; what is no cover leaves the show without one."""
    if show.cover is None or wrong(show.cover) is not None:
        show.cover_file, show.cover_of = "", None
    elif show.cover_of != show.cover_id or not show.cover_file:
        show.cover_file, show.cover_of = _kept(show.cover), show.cover_id


def _kept(picture: Picture) -> str:
    with picture.file.open("rb") as file, Image.open(file, formats=("JPEG", "PNG", "WEBP")) as opened:
        image = bare(opened.convert("RGB"))
    image.thumbnail((MOST, MOST))
    made = BytesIO()
    image.save(made, "JPEG", quality=85, optimize=True)
    place = f"{FOLDER}/{sha256(made.getvalue()).hexdigest()[:20]}/cover.jpg"
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(made.getvalue()))
    return place
