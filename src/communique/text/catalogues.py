"""Catalogues: what the interface says in each language, read from gettext files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

import polib


class MissingString(LookupError):
    """A language has no words for something the interface says."""


class Catalogues:
    """The interface's words by language, from folders of `<language>.po`; earlier folders are asked first.

    A missing string is refused when `strict`; otherwise it is said in the language of the templates.
    """

    def __init__(self, folders: Iterable[Path], *, strict: bool = True) -> None:
        self.folders = tuple(folders)
        self.strict = strict
        self._languages: dict[str, NullTranslations] = {}
        self._said: dict[tuple[str, str], str] = {}

    def gettext(self, language: str, message: str) -> str:
        """A message in a language."""
        said = self._said.get((language, message))
        if said is None:  # a dozen catalogues may be asked for it in turn
            said = self._said[language, message] = self._language(language).gettext(message)
        return said

    def ngettext(self, language: str, singular: str, plural: str, number: int) -> str:
        """A message about a number of things, in the form that the language has for that number."""
        return self._language(language).ngettext(singular, plural, number)

    def languages(self) -> list[str]:
        """The languages that any folder has a catalogue for."""
        return sorted({path.stem for folder in self.folders for path in folder.glob("*.po")})

    def _language(self, language: str) -> NullTranslations:
        known = self._languages.get(language)
        if known is None:
            known = self._languages[language] = self._read(language)
        return known

    def _read(self, language: str) -> NullTranslations:
        last: NullTranslations = _Refusing(language) if self.strict else NullTranslations()
        for folder in reversed(self.folders):
            for code in (language.split("-")[0], language):
                path = folder / f"{code}.po"
                if path.is_file() and (code == language or not (folder / f"{language}.po").is_file()):
                    catalogue = GNUTranslations(BytesIO(_of(path)))
                    catalogue.add_fallback(last)
                    last = catalogue
        return last


def _of(path: Path) -> bytes:
    try:
        return _compiled(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OSError(f"{path}: {error}") from error


@lru_cache(maxsize=256)
def _compiled(text: str) -> bytes:
    """A catalogue as gettext reads it. To take one apart costs more than to read a hundred files."""
    return bytes(polib.pofile(text).to_binary())


class _Refusing(NullTranslations):
    """Stands after the last catalogue: what gets here is in none."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def gettext(self, message: str) -> str:
        raise MissingString(f"There is nothing in {self.language!r} for {message!r}; add it to {self.language}.po.")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1)
