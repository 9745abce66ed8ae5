"""Keeping a version's file: copied beside the library, under a name made of what is in it, so that it never changes."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.core.files.storage import default_storage

from communique.text import slugs

from . import kinds

if TYPE_CHECKING:
    from communique.content.models.papers import KeptVersion

FOLDER = "kept_documents"


def keep_all(versions: Any) -> None:
    """Keep each of a page's files, which it has as the rows of this relation."""
    several = list(versions.all())
    if [version for version in several if keep(version)]:
        versions.set(several)


def keep(version: KeptVersion) -> bool:
    """Keep the file of a version that has none yet, or another than before; tells whether something was to be done.

    A file that can't be taken leaves the version without one, and the gate says why.
    """
    document = version.document
    if document is None or version.kept_of == document.pk:
        return False
    version.kept_of, version.file, version.kind, version.size = _as_published(version) or (None, "", "", 0)
    if version.kept_of is not None:
        return True
    try:
        with document.file.open("rb") as file:
            kind = kinds.kind_of(document.file.name, file, document.file.size)
            version.file = _copied(file, version.page.slug, kind)
            version.kept_of, version.kind, version.size = document.pk, kind, document.file.size
    except (kinds.Refused, OSError):
        pass
    return True


def _as_published(version: KeptVersion) -> tuple[int, str, str, int] | None:
    """What was kept of it before: a draft that was begun before it came out doesn't know of that."""
    same = {"page_id": version.page_id, "kept_of": version.document_id, "day": version.day, "note": version.note}
    rows = type(version)._default_manager.filter(**same) if version.page_id else ()
    return next(((row.kept_of, row.file, row.kind, row.size) for row in rows), None)


def _copied(file: File, name: str, kind: str) -> str:
    """Where the copy is, below the upload folder. Readers who save it get this name, so it isn't the library's, which
    has random letters where two files were called alike."""
    seal = sha256()
    for chunk in iter(lambda: file.read(1 << 20), b""):
        seal.update(chunk)
    stem = slugs.slug(name, fallback="document", longest=60)
    place = f"{FOLDER}/{seal.hexdigest()[:20]}/{stem}.{kind}"
    if not default_storage.exists(place):
        file.seek(0)
        default_storage.save(place, File(file))
    return place
