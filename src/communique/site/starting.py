"""What a new site begins with besides its homes: legal pages as drafts, for its editors to finish."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from communique.content.models import HomePage, LegalPage

TEXTS = Path(__file__).with_suffix("").with_name("starting_texts.toml")


@cache
def texts() -> dict[str, dict[str, dict[str, Any]]]:
    """The texts by role and language."""
    return tomllib.loads(TEXTS.read_text("utf-8"))


def legal_page(role: str, language: str) -> LegalPage:
    """A legal page with its starting text."""
    told = texts()[role][language]
    body: Any = [block for title, text in told["sections"] for block in _section(title, text)]
    plain = {name: told[name] for name in ("title", "slug", "standfirst")}
    return LegalPage(role=role, language=language, live=False, body=body, **plain)


def draft_legal_pages(home: HomePage, original: HomePage | None) -> None:
    """The drafts below a home; those of another language are their translations."""
    for role in texts():
        page = legal_page(role, home.language)
        if original is not None:
            page.original = LegalPage.objects.child_of(original).filter(role=role).first()
        home.add_child(instance=page)
        page.save_revision()


def _section(title: str, text: str) -> list[dict[str, Any]]:
    heading = {"text": title, "level": 2, "anchor": ""}
    return [
        {"type": "heading", "value": heading, "id": str(uuid4())},
        {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid4())},
    ]
