"""The lists that articles stand in by their form, besides those that all pages have."""

from __future__ import annotations

KIND = "form"


def of_form(section_id: int, form: str) -> str:
    """The articles of a form in a section."""
    return f"{KIND}:{section_id}:{form}"
