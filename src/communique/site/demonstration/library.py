"""Hanging the drawings: every picture and portrait into the site's picture library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage
from PIL import Image

from communique.content.models import Picture, Rendition
from communique.content.pictures import WIDTHS, make_renditions, spec

from . import institute
from .pictures import FOLDER, MOTIFS, SMALLER, smaller_name
from .portraits import file_name


@dataclass(frozen=True)
class Library:
    """What hangs where: drawings by name, portraits by the slug of the person."""

    drawings: dict[str, Picture]
    portraits: dict[str, Picture]

    def drawing(self, name: str) -> int:
        """The id of a drawing that a text refers to. Raises LookupError."""
        if name not in self.drawings:
            raise LookupError(f"there is no drawing {name!r}; choose one of {', '.join(self.drawings)}.")
        return int(self.drawings[name].pk)


def hang() -> Library:
    """Bring all pictures in, with the renditions that pages use."""
    descriptions = institute.descriptions()
    drawings = {name: _picture(f"{name}.webp", descriptions[name]) for name in MOTIFS}
    portraits = {
        person.slug: _picture(file_name(person.slug), f"An emblem that stands for {person.texts['en']['name']}")
        for person in institute.people()
    }
    pictures = [*drawings.values(), *portraits.values()]
    # Saving one by one would draw every size anew; most of them lie ready beside the drawings.
    Picture.objects.bulk_create(pictures)
    files = [*(f"{name}.webp" for name in drawings), *(file_name(slug) for slug in portraits)]
    pairs = zip(pictures, files, strict=True)
    Rendition.objects.bulk_create([ready for picture, file in pairs for ready in _renditions(picture, file)])
    for picture in pictures:
        make_renditions(picture)
    return Library(drawings, portraits)


def _picture(file: str, shows: str) -> Picture:
    path = FOLDER / file
    # Told its size and file together, the picture isn't opened again to be measured.
    return Picture(
        title=shows,
        alt_text=shows,
        credit=institute.drawn_by("en"),
        file=_stored(path, Picture().get_upload_to(path.name)),
        file_size=path.stat().st_size,
        **_measured(path),
    )


def _renditions(picture: Picture, file: str) -> Iterator[Rendition]:
    kept = {width: FOLDER / smaller_name(file, width) for width in SMALLER if width < picture.width}
    whole = min(width for width in WIDTHS if width >= picture.width)
    for width, path in {**kept, whole: FOLDER / file}.items():
        name = Rendition(image=picture).get_upload_to(f"{path.stem}.w{width}.webp")
        yield Rendition(
            image=picture,
            filter_spec=spec(width, "webp"),
            focal_point_key="",
            file=_stored(path, name),
            **_measured(path),
        )


def _measured(path: Path) -> dict[str, int]:
    with Image.open(path) as drawing:
        return {"width": drawing.width, "height": drawing.height}


def _stored(path: Path, name: str) -> str:
    """Copy a file into the uploads; gives the name it got there."""
    with path.open("rb") as file:
        return default_storage.save(name, File(file))
