"""Opening an export: a plain file, a gzip or a zip with one file in it, always as a stream of bytes."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from .refusals import NotThere, Refused

CHUNK = 1 << 16
LARGEST = 8 << 30
# WordPress' XML packs about 1:10; what unpacks a thousandfold was made to fill a disk.
LARGEST_RATIO = 400
_RATIO_COUNTS_FROM = 64 << 20


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of an export in pieces, unpacked. Raises Refused for what can't be opened as one."""
    if path.is_dir():
        raise NotThere(f"{path} is a folder; name the .xml file that WordPress wrote under Tools, Export.")
    if not path.is_file():
        raise NotThere(f"{path} is not there; name the .xml file that WordPress wrote under Tools, Export.")
    packed = path.stat().st_size
    try:
        with path.open("rb") as file:
            start = file.read(4)
        yield from _guarded(_pieces(path, start), packed, path)
    except (gzip.BadGzipFile, zipfile.BadZipFile, EOFError, zlib.error) as fault:
        raise Refused(
            f"{path.name} is packed, but the packing is damaged ({fault}); unpack or copy it again."
        ) from None


def _pieces(path: Path, start: bytes) -> Iterator[bytes]:
    if start.startswith(b"\x1f\x8b"):
        with gzip.open(path, "rb") as unpacked:
            yield from iter(lambda: unpacked.read(CHUNK), b"")
    elif start.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(path) as archive, archive.open(_only_export(archive, path)) as member:
            yield from iter(lambda: member.read(CHUNK), b"")
    else:
        with path.open("rb") as file:
            yield from iter(lambda: file.read(CHUNK), b"")


def _only_export(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    inside = [
        entry for entry in archive.infolist() if not entry.is_dir() and not entry.filename.startswith("__MACOSX/")
    ]
    exports = [entry for entry in inside if entry.filename.lower().endswith(".xml")]
    if len(exports) != 1:
        raise Refused(f"{path.name} holds {len(exports)} XML files; unpack it and name the exports one by one.")
    if exports[0].flag_bits & 1:
        raise Refused(f"{path.name} is locked with a password; unpack it first.")
    return exports[0]


def _guarded(pieces: Iterator[bytes], packed: int, path: Path) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > LARGEST or (total > _RATIO_COUNTS_FROM and total > packed * LARGEST_RATIO):
            raise Refused(f"{path.name} unpacks to far more than an export holds; it may be made to do harm.")
        yield piece
