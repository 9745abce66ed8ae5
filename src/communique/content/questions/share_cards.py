"""The card of a page, if it has been drawn."""

from __future__ import annotations

from hashlib import blake2b

import orjson

from communique.content.darkroom.share_card import HEIGHT, WIDTH
from communique.press.questions import Reading, question

from .pictures import Shown, Source

__all__ = ["HEIGHT", "WIDTH", "digest", "drawn", "source"]

Told = tuple[str | int, ...]


@question
def drawn(
    read: Reading,
    look: str,
    language: str,
    kicker: str,
    title: str,
    byline: str,
    name: str,
    logo: str,
    picture: str,
    focus: int,
) -> str | None:
    """The file of the card that shows all this; None if it was never drawn."""
    told = (look, language, kicker, title, byline, name, logo, picture, focus)
    row = read.row("content_sharecard", digest(told), columns=("file",))
    return str(row.file) if row else None


def digest(told: Told) -> str:
    """The key of the card that shows this."""
    return blake2b(orjson.dumps(told), digest_size=16).hexdigest()


def source(picture: Shown | None) -> str:
    """The rendition that a card is drawn with: its number and file, so that another file is another card."""
    one = _rendition(picture) if picture else None
    return f"{one.address.split('/')[2]}:{one.path}" if one else ""


def _rendition(picture: Shown) -> Source:
    """One that is there early and stays: of the middle width."""
    return picture.webp[min(1, len(picture.webp) - 1)] if len(picture.webp) != 1 and picture.webp else picture.small
