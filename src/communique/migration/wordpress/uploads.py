"""A folder of uploads: which file in it a name or an address of the former site means, and never one outside of it."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .providers import host_of

PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)

_BELOW = re.compile(r"(?:^|/)(?:uploads|files)/(?P<name>[^?#]+)")
_DATED = re.compile(r"(?:^|/)(?P<name>\d{4}/\d{2}/[^/?#]+\.[A-Za-z0-9]{2,5})(?:[?#]|$)")
_OF_SITE = re.compile(r"^(?:blogs\.dir|sites)/(?P<site>\d{1,9})/(?:files/)?")
# Sizes and turned copies are made of a file; an edited copy is what readers saw in its place.
_SIZE = re.compile(r"(?:-(?:\d{1,5}x\d{1,5}|scaled|rotated))+(?=\.[A-Za-z0-9]+$)")
_VARIANT = re.compile(r"(?:-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{10,}))+(?=\.[A-Za-z0-9]+$)")
_RESIZER = re.compile(r"i\d\.wp\.com")
_MOST_FILES = 1_000_000


def name_in(address: str) -> str:
    """What a file is called below the folder of uploads, by its address; nothing if it isn't an upload's."""
    try:
        path = unquote(urlsplit(address if "//" in address else f"//-/{address.lstrip('/')}").path)
    except ValueError:
        return ""
    if _RESIZER.fullmatch(host_of(address)):
        path = "/" + path.lstrip("/").partition("/")[2]
    found = _BELOW.search(path) or _DATED.search(path)
    return found["name"] if found else ""


def plain(name: str) -> str:
    """The name of a file without what only tells its size, or which site of several it is of."""
    return _VARIANT.sub("", _OF_SITE.sub("", name.strip().lstrip("/")))


class Uploads:
    """The files of one folder: a copy of wp-content/uploads, or one that such a copy lies in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        below = (self.folder / "uploads", self.folder / "wp-content" / "uploads")
        self._roots = [self.folder, *(root for root in below if root.is_dir())]
        self._by_own_name: dict[str, list[Path]] | None = None

    def file(self, name: str) -> Path | None:
        """The file that a name means: the original if it is there, else the size that is named."""
        for wanted in self._candidates(name):
            path = self._safe(wanted)
            if path is not None:
                return path
        return self._only_one_called(name)

    def _candidates(self, name: str) -> Iterator[Path]:
        bare = name.strip().lstrip("/")
        alone = _OF_SITE.sub("", bare)
        for wanted in dict.fromkeys((_SIZE.sub("", bare), bare, _SIZE.sub("", alone), alone, plain(bare))):
            yield from (root / wanted for root in self._roots)

    def _safe(self, path: Path) -> Path | None:
        try:
            real = path.resolve()
            return real if real.is_relative_to(self.folder) and real.is_file() else None
        except (OSError, ValueError):
            return None  # a name that no file can have

    def _only_one_called(self, name: str) -> Path | None:
        """The file of that name wherever it lies, if there is no second one: months are lost when copies are made."""
        if self._by_own_name is None:
            self._by_own_name = defaultdict(list)
            for path in self._all():
                self._by_own_name[_own_name(path.name)].append(path)
        found = self._by_own_name.get(_own_name(name), [])
        originals = [path for path in found if not _VARIANT.search(path.name)] or found
        return self._safe(originals[0]) if len(originals) == 1 else None

    def _all(self) -> Iterator[Path]:
        number = 0
        for folder, _, names in os.walk(self.folder):
            for name in names:
                number += 1
                if number > _MOST_FILES:
                    return
                yield Path(folder) / name


def _own_name(name: str) -> str:
    return plain(name.rpartition("/")[2]).casefold()
