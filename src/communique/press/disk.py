"""Disks: when something is on one for good, and when one has no room."""

from __future__ import annotations

import errno
import os
from pathlib import Path

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What the system says of a disk that is full, or whose user may have no more of it."""


def bring_to_the_disk(place: Path) -> None:
    """Return when what a file holds, or which names a folder has, outlasts a power cut. Raises OSError."""
    opened = os.open(place, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
