"""Hanging the drawings: every picture and portrait into the site's picture library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage
from PIL import Image

from communique.content.models import Picture, Rendition
from communique.content.pictures import BEGUN, mark

from . import institute
from .pictures import COVER, FOLDER, MOTIFS, ready, rendition_name
from .portraits import file_name


@dataclass(frozen=True)
class Library:
    """What hangs where: drawings by name, portraits by the slug of the person, and the cover of the show."""

    drawings: dict[str, Picture]
    portraits: dict[str, Picture]
    cover: Picture

    def drawing(self, name: str) -> int:
        """The id of a drawing that a text refers to. Raises LookupError."""
        if name not in self.drawings:
            raise LookupError(f"there is no drawing {name!r}; choose one of {', '.join(self.drawings)}.")
        return int(self.drawings[name].pk)


def hang() -> Library:
    """Bring all pictures in with the renditions that lie ready; the others the worker makes when it begins."""
    descriptions = institute.descriptions()
    drawings = {name: _picture(f"{name}.webp", descriptions[name]) for name in MOTIFS}
    portraits = {
        person.slug: _picture(file_name(person.slug), f"An emblem that stands for {person.texts['en']['name']}")
        for person in institute.people()
    }
    cover = _picture(COVER, institute.cover())
    pictures = [*drawings.values(), *portraits.values(), cover]
    # Saving one by one would make every size anew.
    Picture.objects.bulk_create(pictures)
    files = [*(f"{name}.webp" for name in drawings), *(file_name(slug) for slug in portraits), COVER]
    pairs = zip(pictures, files, strict=True)
    Rendition.objects.bulk_create([ready for picture, file in pairs for ready in _renditions(picture, file)])
    return Library(drawings, portraits, cover)


def _picture(file: str, shows: str) -> Picture:
    path = FOLDER / file
    stored = _stored(path, Picture().get_upload_to(path.name))
    # Told its size and file together, the picture isn't opened again to be measured.
    return Picture(
        title=shows,
        alt_text=shows,
        credit=institute.drawn_by("en"),
        file=stored,
        developed=mark(stored),
        rendered=BEGUN,
        file_size=path.stat().st_size,
        **_measured(path),
    )


def _renditions(picture: Picture, file: str) -> Iterator[Rendition]:
    for spec in ready(picture.width):
        path = FOLDER / rendition_name(file, spec)
        name = Rendition(image=picture).get_upload_to(f"{path.stem}.w{spec.width}.{spec.suffix}")
        yield Rendition(
            image=picture,
            filter_spec=str(spec),
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
