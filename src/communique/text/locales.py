"""Locales: a language with the country that those who speak of locales want to hear with it."""

from __future__ import annotations

# Where a language names no country itself, the one that it is spoken in most, or that such lists have for all of them.
_USUAL = {"ar": "ar_AR", "en": "en_GB", "fa": "fa_IR", "ru": "ru_RU", "ur": "ur_PK"}


def locale_of(language: str) -> str:
    """The locale of a language: "ur" is "ur_PK", "pt-br" is "pt_BR"; nothing where no country can be told."""
    primary, *more = language.replace("_", "-").split("-")
    country = next((part.upper() for part in more if len(part) == 2), "")
    return f"{primary.lower()}_{country}" if country else _USUAL.get(primary.lower(), "")
