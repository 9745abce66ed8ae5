"""Themes: the skeleton of every page, shared components, styles, fonts and words. One folder each."""

from __future__ import annotations

from pathlib import Path

STANDARD = "standard"


def folder(name: str = STANDARD) -> Path:
    """The folder of a theme: templates, css, assets and locale are in it."""
    place = Path(__file__).parent / name
    if not (place / "templates" / "base.html").is_file():
        raise LookupError(f"There is no theme {name!r}; there is {', '.join(names())}.")
    return place


def names() -> list[str]:
    """The themes there are."""
    return sorted(base.parent.parent.name for base in Path(__file__).parent.glob("*/templates/base.html"))
