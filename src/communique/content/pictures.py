"""Pictures: what is kept of an upload, and the renditions that pages show, made when a picture is saved.

The darkroom does the work; here its results are put into the library.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from communique.text import slugs

from .darkroom import masters
from .darkroom import renditions as recipes
from .darkroom.refusals import Refused
from .darkroom.renditions import FALLBACK, Spec, wanted
from .darkroom.room import DarkroomFailed, room

if TYPE_CHECKING:
    from .models import Picture, Rendition

log = logging.getLogger(__name__)

AT_ONCE = (Spec(960, "webp"), FALLBACK)
"""What a page can't do without; the others may come later (`in_haste`)."""

DONE, BEGUN, FAILED = recipes.RECIPE, f"{recipes.RECIPE} begun", f"{recipes.RECIPE} failed"
"""What is noted of a picture's renditions: all there, some there, or none can be made."""

_hasty: ContextVar[bool] = ContextVar("hasty", default=False)


@dataclass(frozen=True)
class Made:
    """A rendition, not yet in the library."""

    spec: Spec
    content: bytes
    width: int
    height: int


class Master(ContentFile):
    """A file that came out of the darkroom: it needs no developing."""


@contextmanager
def in_haste() -> Iterator[None]:
    """Pictures saved here get only what pages can't do without; the worker makes the rest."""
    token = _hasty.set(True)
    try:
        yield
    finally:
        _hasty.reset(token)


def developed(file: File, *, still: bool = False) -> Master:
    """The master of an uploaded file: its pixels, without place, device and time. Raises Refused."""
    with TemporaryDirectory(prefix="communique-") as folder:
        source = Path(folder) / "upload"
        with source.open("wb") as copy:
            file.seek(0)
            for piece in file.chunks():
                copy.write(piece)
        made = room.do("master", source=str(source), into=folder, still=still)
        content = Path(made["path"]).read_bytes()
    return Master(content, name=f"{_stem(file.name or '')}.{made['suffix']}")


def develop(picture: Picture, *, still: bool = False) -> None:
    """Put the master in the place of a file that isn't one. Raises Refused. The picture is not saved."""
    if not picture.file or picture.developed == mark(picture.file.name):
        return
    given = picture.file
    raw = given.name if given._committed else ""
    fresh = given.file if isinstance(given.file, Master) else developed(given, still=still)
    fresh.seek(0)
    picture.file_size, picture.file_hash = fresh.size, sha1(fresh.read(), usedforsecurity=False).hexdigest()
    picture.file.save(fresh.name, fresh, save=False)
    picture.developed, picture.rendered = mark(picture.file.name), ""
    if raw and raw != picture.file.name:
        given.storage.delete(raw)


def mark(name: str) -> str:
    """What is noted of a file that was developed; another recipe, or another file, and it isn't."""
    return f"{masters.RECIPE} {name}"


def lacking(picture: Picture) -> list[Spec]:
    """The renditions that a picture should have and has not."""
    have: set[str] = set()
    if picture.pk and picture.rendered in (DONE, BEGUN):
        have.update(picture.renditions.values_list("filter_spec", flat=True))
    return [spec for spec in wanted(picture.width) if str(spec) not in have]


def due(picture: Picture) -> list[Spec]:
    """The renditions to make when a picture is saved."""
    specs = lacking(picture) if picture.file else []
    return [spec for spec in specs if spec in AT_ONCE] if _hasty.get() else specs


def render(picture: Picture, specs: Sequence[Spec]) -> list[Made]:
    """Make renditions of a developed picture. A file that is gone or damaged is logged, and gives none."""
    if not specs:
        return []
    try:
        with TemporaryDirectory(prefix="communique-") as folder:
            source = Path(folder) / "master"
            with picture.open_file() as file:
                source.write_bytes(file.read())
            made = room.do("render", source=str(source), into=folder, specs=[str(spec) for spec in specs])
            return [
                Made(Spec.parsed(one["spec"]), Path(one["path"]).read_bytes(), one["width"], one["height"])
                for one in made
            ]
    except (OSError, Refused, DarkroomFailed) as error:
        log.warning("Picture %s (%s) has no renditions: %s", picture.pk, picture.title, error)
        return []


def put_up(picture: Picture, made: Sequence[Made]) -> None:
    """Put renditions of a saved picture into the library, and note how far it is."""
    from .models import Rendition

    if picture.rendered not in (DONE, BEGUN):
        picture.renditions.all().delete()  # of another file, or by another recipe: nothing of them stands for it
    Rendition.objects.bulk_create([_rendition(picture, one) for one in made])
    if made:
        picture.rendered = BEGUN
    if picture.rendered == BEGUN and not lacking(picture):
        picture.rendered = DONE
    type(picture).objects.filter(pk=picture.pk).update(rendered=picture.rendered)


def _rendition(picture: Picture, made: Made) -> Rendition:
    from .models import Rendition

    one = Rendition(image=picture, filter_spec=str(made.spec), focal_point_key="")
    # From what readers are told anyway: what the uploaded file was called is the editors' business.
    stem = picture.called or slugs.slug(picture.alt_text, fallback="picture", longest=60)
    name = one.get_upload_to(f"{stem}-{picture.pk}.w{made.spec.width}.{made.spec.suffix}")
    # Told its size together with its file, it isn't opened again to be measured.
    one.file, one.width, one.height = default_storage.save(name, ContentFile(made.content)), made.width, made.height
    return one


def _stem(name: str) -> str:
    return slugs.slug(PurePath(name).stem, fallback="picture", longest=60)
