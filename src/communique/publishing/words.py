"""Words of the interface that are said outside templates: in bodies, feeds and files.

A word is looked up where templates look: in the site's catalogues, then the parts', then the theme's. What is said is
written as a call of `say` with the words themselves, so that it can be gathered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from communique import themes
from communique.text.catalogues import Catalogues

from .assets import part_folders

_PLACE = re.compile(r"\{(\w+)\}")


class Say(Protocol):
    """Says a message in one language, its {places} filled with the values given. What comes out is plain text."""

    def __call__(self, message: str, **values: object) -> str:
        """The message, said."""


def in_language(language: str) -> Say:
    """The words of the site that this process works for, in a language."""
    return partial(_said, of_site(), language)


@cache
def of_site() -> Catalogues:
    """The catalogues of the site that this process works for. A missing word is said in English."""
    from django.conf import settings

    return catalogues(part_folders("templates"), settings.COMMUNIQUE.folder, themes.folder(), strict=False)


def catalogues(template_folders: Sequence[Path], site_folder: Path | None, theme: Path, *, strict: bool) -> Catalogues:
    """The catalogues of a site: its own are asked first, then those beside the parts' templates, then the theme's."""
    own = [site_folder / "locale"] if site_folder else []
    return Catalogues(
        [*own, *(folder.parent / "locale" for folder in template_folders), theme / "locale"], strict=strict
    )


def _said(words: Catalogues, language: str, message: str, **values: object) -> str:
    text = words.gettext(language, message)
    return _PLACE.sub(lambda place: str(values[place[1]]), text) if values else text
