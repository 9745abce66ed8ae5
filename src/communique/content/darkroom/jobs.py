"""The jobs of the darkroom: what it is asked by a line of JSON, and what it answers. Pictures go by files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import masters, renditions
from .renditions import Spec
from .share_card import Card, Type, drawn


def master(source: str, into: str, still: bool) -> dict[str, Any]:
    """Make the master of a file, into a folder."""
    content, suffix = masters.master(Path(source), still=still)
    path = Path(into) / f"master.{suffix}"
    path.write_bytes(content)
    return {"path": str(path), "suffix": suffix}


def render(source: str, into: str, specs: list[str]) -> list[dict[str, Any]]:
    """Make renditions of a master, into a folder."""
    wanted = [Spec.parsed(name) for name in specs]
    made = []
    for spec, (content, width, height) in zip(wanted, renditions.rendered(Path(source), wanted), strict=True):
        path = Path(into) / f"w{spec.width}.{spec.suffix}"
        path.write_bytes(content)
        made.append({"spec": str(spec), "path": str(path), "width": width, "height": height})
    return made


def card(into: str, card: dict[str, Any]) -> str:
    """Draw a share card, into a folder."""
    types = {name: Type(**{**card[name], "fonts": tuple(card[name]["fonts"])}) for name in ("titles", "labels")}
    shown = Card(**{**card, **types, "focus": tuple(card["focus"])})
    path = Path(into) / ("card.jpg" if shown.picture else "card.png")
    path.write_bytes(drawn(shown))
    return str(path)


JOBS: dict[str, Callable[..., Any]] = {"master": master, "render": render, "card": card}
