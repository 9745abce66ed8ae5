"""Addresses of outlets, in each language."""

from __future__ import annotations

from unicodedata import normalize

from communique.content import languages


def outlet_address(slug: str, language: str) -> str:
    """The newest page of what an outlet had of us: /outlets/harbour-news/, /ur/outlets/harbour-news/."""
    return normalize("NFC", f"{languages.start(language)}outlets/{slug}/")
