"""Disks that a proof may harm: one whose power can be cut, and a small one. Only root can have them."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

OUTER, INNER = "1G", "320M"
"""Sizes of the two images; they take no more room than what is written to them."""


class NoSuchDisk(RuntimeError):
    """This machine has no such disk to give; the message says why."""


class CuttableDisk:
    """An ext4 disk. `cut` gives what a cut of its power would leave: what was not brought to the disk isn't there.

    Its image lies on an XFS, which copies a file in a moment, however large: the copy is the disk at that moment.
    What the system still held in memory for the disk isn't in it. The drive itself is taken to be an honest one.
    """

    def __init__(self, folder: Path) -> None:
        self.place = folder / "disk"
        self._outer = folder / "outer"
        self.after = folder / "after"  # always the same place, so that a process may be made ready for it

    def cut(self) -> None:
        """Keep the disk as it is now."""
        _do("cp", "--reflink=always", str(self._outer / "disk.img"), str(self._outer / "cut.img"))

    @contextmanager
    def after_the_cut(self) -> Iterator[Path]:
        """The disk as it was kept, mounted again: ext4 replays its journal."""
        with _mounted(self._outer / "cut.img", self.after):
            yield self.after


@contextmanager
def cuttable_disk(folder: Path) -> Iterator[CuttableDisk]:
    """A disk whose power can be cut, in an empty folder. Raises NoSuchDisk."""
    disk = CuttableDisk(folder)
    _do("truncate", "-s", OUTER, str(folder / "outer.img"))
    _do("mkfs.xfs", "-q", "-m", "reflink=1", str(folder / "outer.img"))
    with _mounted(folder / "outer.img", folder / "outer"):
        image = folder / "outer" / "disk.img"
        _do("truncate", "-s", INNER, str(image))
        _do("mkfs.ext4", "-q", str(image))
        with _mounted(image, disk.place):
            yield disk


class SmallDisk:
    """A disk in memory, with little room."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._filling = place / "filling"

    def fill(self, left: int = 0) -> None:
        """Leave so many bytes."""
        with self._filling.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC
            file.truncate(file.tell() - left)

    def make_space(self) -> None:
        """As much as there was before."""
        self._filling.unlink()

    def protect(self) -> None:
        """Let nobody write to it any more."""
        _do("mount", "-o", "remount,ro", str(self.place))


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[SmallDisk]:
    """A disk with room for so much ("32m"). Raises NoSuchDisk."""
    place.mkdir(parents=True, exist_ok=True)
    _do("mount", "-t", "tmpfs", "-o", f"size={size}", "communique-proof", str(place))
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def or_skip() -> Iterator[None]:
    """Where the machine has no such disk the test is left out, and says why."""
    try:
        yield
    except NoSuchDisk as reason:
        pytest.skip(str(reason))


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    _do("mount", "-o", "loop", str(image), str(place))
    try:
        yield
    finally:
        _leave(place)


def _leave(place: Path) -> None:
    gc.collect()  # what was read by mapping it is held until then
    done = subprocess.run(["umount", str(place)], capture_output=True, text=True)
    if done.returncode:
        subprocess.run(["umount", "--lazy", str(place)])
        raise AssertionError(f"Something of the proof still uses the disk: {done.stderr.strip()}")


def _do(*command: str) -> None:
    if os.geteuid():
        raise NoSuchDisk("Only root can make a disk to try things on.")
    if not shutil.which(command[0]):
        package = {"mkfs.xfs": "xfsprogs", "mkfs.ext4": "e2fsprogs"}.get(command[0], "mount")
        raise NoSuchDisk(f"There is no {command[0]} here: install {package}.")
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise NoSuchDisk(f"{' '.join(command)}: {done.stderr.strip()}")
