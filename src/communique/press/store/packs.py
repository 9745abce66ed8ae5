"""Packs: the files in which the bodies lie, one after the other, never changed.

A pack file is longer than what is in it (it grows by doubling, and what is not yet written takes no space on the disk),
so that readers need not map it anew for each edition. How much of it counts is said by the store's file alone; whatever
lies behind that was left by a run that didn't end well, and is written over.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Mapping
from pathlib import Path

from ..disk import bring_to_the_disk
from .entries import Place

MIB = 1 << 20
FULL = 512 * MIB


class StoreIsDamaged(RuntimeError):
    """A file of the store is missing or too short."""


def path_of(folder: Path, pack: int) -> Path:
    """The file of a pack."""
    return folder / f"{pack:06}.pack"


def refuse_cut_short(folder: Path, lengths: Mapping[int, int]) -> None:
    """Raise StoreIsDamaged if a pack is missing or shorter than what the store says is in it."""
    for pack, length in lengths.items():
        path = path_of(folder, pack)
        if not path.exists() or path.stat().st_size < length:
            raise _too_short(path)


class PackWriter:
    """Appends the objects of one edition. Nothing it writes counts before the edition's transaction says so."""

    def __init__(self, folder: Path, lengths: Mapping[int, int]) -> None:
        self._folder = folder
        self._lengths = dict(lengths)
        self._files: dict[int, int] = {}
        self._made_a_file = False
        self._pack = max(lengths, default=1)

    def append(self, *pieces: bytes) -> Place:
        """Write a record, given in pieces, behind the others. A film's are written as they are, and never joined."""
        length = sum(len(piece) for piece in pieces)
        if self._lengths.get(self._pack, 0) + length > FULL and self._lengths.get(self._pack):
            self._pack += 1
        start = end = self._lengths.setdefault(self._pack, 0)
        file = self._file(start + length)
        for piece in pieces if length > MIB else [b"".join(pieces)]:
            _write(file, piece, end)
            end += len(piece)
        self._lengths[self._pack] = end
        return Place(self._pack, start, length)

    def settle(self) -> dict[int, int]:
        """Bring all that was appended to the disk; the packs that grew, with their lengths."""
        for file in self._files.values():
            os.fsync(file)
        if self._made_a_file:
            bring_to_the_disk(self._folder)
        return {pack: self._lengths[pack] for pack in self._files}

    def close(self) -> None:
        """Let go of the files, whatever became of them."""
        while self._files:
            os.close(self._files.popitem()[1])

    def _file(self, end: int) -> int:
        """The current pack, open and at least `end` long."""
        if self._pack not in self._files:
            path = path_of(self._folder, self._pack)
            self._made_a_file |= not path.exists()
            self._files[self._pack] = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        file = self._files[self._pack]
        if os.fstat(file).st_size < end:
            os.ftruncate(file, max(MIB, 1 << (end - 1).bit_length()))
        return file


class PackReader:
    """Maps the packs into memory. Bodies are views into the maps, so nothing is copied and workers share the pages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._maps: dict[int, memoryview] = {}

    def follow(self, lengths: Mapping[int, int]) -> None:
        """Map what is new and let go of what is no longer in the store; views handed out stay good."""
        for pack, length in lengths.items():
            if pack not in self._maps or len(self._maps[pack]) < length:
                self._maps[pack] = self._map(pack, length)
        for pack in self._maps.keys() - lengths.keys():
            del self._maps[pack]

    def view(self, place: Place) -> memoryview:
        """The bytes at a place."""
        pack, start, length = place
        return self._maps[pack][start : start + length]

    def _map(self, pack: int, length: int) -> memoryview:
        path = path_of(self._folder, pack)
        try:
            with path.open("rb") as file:
                mapped = memoryview(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        except (FileNotFoundError, ValueError) as error:
            raise _too_short(path) from error
        if len(mapped) < length:
            raise _too_short(path)
        return mapped


def _too_short(path: Path) -> StoreIsDamaged:
    return StoreIsDamaged(f"{path} is missing or cut short; move the store away and print the site anew.")


def _write(file: int, record: bytes, start: int) -> None:
    view = memoryview(record)
    while view:
        written = os.pwrite(file, view, start)
        view, start = view[written:], start + written
