"""The upload folder as files are written into it: what an editor is told is kept outlasts a power cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

from communique.press.disk import bring_to_the_disk


class UploadFolder(FileSystemStorage):
    """Files are on the disk, with the folders they lie in, before the row that names them is committed."""

    def _save(self, name: str, content: Any) -> str:
        """Write a file, whole or not at all; gives its name. Raises OSError."""
        was_there = self.exists(name)
        try:
            kept = str(super()._save(name, content))  # type: ignore[misc]  # Django's own, which the stubs leave out
            self._settle(Path(self.path(kept)))
        except OSError:
            if not was_there:
                Path(self.path(name)).unlink(missing_ok=True)
            raise
        return kept

    def _settle(self, file: Path) -> None:
        top = Path(self.location)
        for place in (file, *(folder for folder in file.parents if folder == top or top in folder.parents)):
            bring_to_the_disk(place)
