"""A body in the making: blocks in order, with what could not be brought counted by name."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..marks import Unresolved
from .surroundings import Link

_FAMILY = uuid.UUID("5f0d9b0e-3c63-5b8e-9a51-6a1f6f6f0c2d")


@dataclass(slots=True)
class Body:
    """Blocks as they are stored. Paragraphs that follow each other are one block."""

    key: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    not_brought: Counter[str] = field(default_factory=Counter)
    pictures_missing: list[str] = field(default_factory=list)

    def add(self, kind: str, value: Any) -> None:
        """One more block at the end."""
        number = uuid.uuid5(_FAMILY, f"{self.key} {len(self.blocks)}")
        self.blocks.append({"type": kind, "value": value, "id": str(number)})

    def paragraph(self, markup: str) -> None:
        """One more paragraph: with the one before it, if that is what stands there."""
        if not markup.strip():
            return
        if self.blocks and self.blocks[-1]["type"] == "paragraph":
            self.blocks[-1]["value"] += f"<p>{markup}</p>"
        else:
            self.add("paragraph", f"<p>{markup}</p>")

    def places(self, names: list[str]) -> None:
        """What links lead to, between two blocks."""
        if names:
            self.add("places", {"names": " ".join(names)})

    def imported(self, html: str, note: str) -> None:
        """A passage kept as it was."""
        if html:
            self.add("imported", {"html": html, "note": note})

    def unresolved(self, mark: Unresolved) -> None:
        """Something for editors only."""
        self.not_brought[mark.name] += 1
        self.add("unresolved", {"name": mark.name, "attributes": mark.attributes, "original": mark.original})

    def figure(self, picture: int | None, *, alt: str = "", caption: str = "", link: Link | None = None) -> None:
        """A picture with what is said below it; without the picture, what was said."""
        value: Mapping[str, Any] = {
            "picture": picture,
            "alt": alt[:500],
            "decorative": False,
            "caption": caption,
            "credit": "",
            "source": "",
            "page": link.page if link else None,
            "link": link.address if link and link.page is None else "",
        }
        self.add("figure", dict(value))
