"""Whether what lies in the store is still what was put there: every body is read and reckoned again."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it comes without types

from ..composing import Impression, impression_of, inflated, name_of, parts_of
from ..objects import Printed
from ..sqlite import DatabaseError, is_damage
from .entries import Entry, Place
from .layout import FILE, open_for_reading
from .packs import StoreIsDamaged
from .reading import StoreReader

# An object that doesn't lie within its pack: what is printed next would be written over it.
_BEYOND = """
SELECT pack FROM objects LEFT JOIN packs ON number = pack
WHERE packs.length IS NULL OR start + objects.length > packs.length
"""

_UNREADABLE = (zlib.error, struct.error, ValueError, KeyError, TypeError, brotli.error)


def damaged(reader: StoreReader) -> Iterator[Entry]:
    """The entries of the current edition whose bodies are no longer what their names say."""
    found: dict[bytes, bool] = {}
    for entry in sorted(reader.entries.values(), key=lambda one: (one.pack, one.start)):
        if entry.object not in found:
            found[entry.object] = _is_whole(reader, entry)
        if not found[entry.object]:
            yield entry


def unreadable(folder: Path) -> str:
    """Why the store can't be read at all; "" where it can be, or where nothing was printed yet."""
    try:
        StoreReader.open(folder).close()
        if said := _contradiction(folder):
            return f"{folder / FILE} contradicts itself ({said})."
    except StoreIsDamaged as error:
        return str(error)
    except DatabaseError as error:
        if not is_damage(error):
            raise
        return f"{folder / FILE} can't be read ({error})."
    return ""


def set_aside(folder: Path, now: datetime) -> Path:
    """Move the files of a store that nobody holds into a folder beside them; gives that folder."""
    place = folder / f"damaged-{now:%Y%m%dT%H%M%S-%f}"
    place.mkdir()
    for file in (*folder.glob("*.pack"), *folder.glob(f"{FILE}*")):
        file.rename(place / file.name)
    return place


def _contradiction(folder: Path) -> str:
    """What the file says that can't be; "" for nothing."""
    connection = open_for_reading(folder)
    if connection is None:
        return ""
    with closing(connection):
        (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if said != "ok":
            return str(said).splitlines()[-1]
        beyond = connection.execute(_BEYOND).fetchone()
    return f"pack {beyond[0]} is said to end before what lies in it" if beyond else ""


def _is_whole(reader: StoreReader, entry: Entry) -> bool:
    try:
        impression = impression_of(reader.record(Place(entry.pack, entry.start, entry.length)))
        name = name_of(Printed(entry.address, parts_of(impression), entry.media_type))
        return name == entry.object and _adds_up(impression) and _has_its_brotli(impression)
    except _UNREADABLE:
        return False


def _adds_up(impression: Impression) -> bool:
    """Whether length and check sum of each segment are those that composed pages are sent with."""
    for part in impression.parts:
        if not isinstance(part, str):
            text = inflated(part) if impression.pressed else part.stored
            if (len(text), zlib.crc32(text)) != (part.length, part.crc):
                return False
    return True


def _has_its_brotli(impression: Impression) -> bool:
    if impression.brotli is None:
        return True
    text = b"".join(inflated(part) for part in impression.parts if not isinstance(part, str))
    return bool(brotli.decompress(bytes(impression.brotli)) == text)
