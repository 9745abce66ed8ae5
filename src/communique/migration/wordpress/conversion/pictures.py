"""Pictures of a text: found in the library, or kept for editors with what was said below them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..marks import Gallery, Unresolved
from ..tree import Node, has_text, parse
from ..uploads import PICTURE, name_in
from .body import Body
from .inline import RichText
from .lifting import Image, Lifted, lift
from .surroundings import Link, Surroundings

NAMES = ("picture", "[gallery]")
"""By which pictures are counted that could not be brought."""


def shown(body: Iterable[Mapping[str, Any]]) -> int:
    """How many pictures a body shows."""
    return sum(1 for block in body if block["type"] == "figure" and block["value"].get("picture"))


@dataclass(frozen=True, slots=True)
class Pictures:
    """Puts pictures into a body. What stands in a caption and is no caption is given back."""

    body: Body
    rich: RichText
    surroundings: Surroundings

    def show(self, shown: Image, caption: list[Node]) -> Lifted:
        """One picture. Where its file is missing, its caption is still said, and editors see what it was."""
        lifted = lift(caption)
        said = self.rich.said(lifted.nodes)
        picture = self.surroundings.picture(shown.wordpress_id, shown.address)
        if picture is None:
            self._missing(shown)
        if picture is not None or said:
            self.body.figure(picture, alt=shown.alt, caption=said, link=self._link(shown))
        return lifted

    def caption(self, caption: list[Node]) -> Lifted:
        """What is said below something that is no picture."""
        lifted = lift(caption)
        if any(has_text(node) for node in lifted.nodes):
            self.body.figure(None, caption=self.rich.said(lifted.nodes))
        return lifted

    def gallery(self, gallery: Gallery) -> None:
        """The pictures of a gallery, one after another."""
        chosen = self.surroundings.gallery(gallery.ids, gallery.exclude)
        found = [(each, self.surroundings.picture(each.wordpress_id, each.address)) for each in chosen]
        self.body.pictures_missing += [each.address for each, picture in found if picture is None]
        if not found or any(picture is None for _, picture in found):
            self.body.unresolved(Unresolved("[gallery]", gallery.attributes, gallery.original))
        for each, picture in found:
            if picture is not None:
                self.body.figure(picture, alt=each.alt, caption=self.rich.said(parse(each.caption).children))

    def _link(self, shown: Image) -> Link | None:
        """Where a picture leads. To itself in large, it needn't."""
        if not shown.link or name_in(shown.link) or PICTURE.search(shown.link):
            return None
        link = self.rich.target(shown.link)
        return link if link and (link.page is not None or link.address.startswith(("http://", "https://"))) else None

    def _missing(self, shown: Image) -> None:
        self.body.pictures_missing.append(shown.address)
        kept = {"address": shown.address, "alt": shown.alt, "link": shown.link, "number": shown.wordpress_id}
        attributes = json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False)
        self.body.unresolved(Unresolved("picture", attributes))
