"""Drafts to try rules on: an article that passes, and one thing changed in it."""

from __future__ import annotations

from typing import Any

from communique.content import gate
from communique.content.gate import Finding
from communique.content.models import Person
from communique.sections.articles.models import ArticlePage
from tests.content.stories import NOW, article, block


def words(text: str = "Ports that share a register lose fewer boxes.") -> dict[str, Any]:
    return block("paragraph", f"<p>{text}</p>")


def sound(*blocks: dict[str, Any], **fields: Any) -> ArticlePage:
    """A draft in which only what is given may be wrong."""
    person, _ = Person.objects.get_or_create(name="Amina Rahman")
    fields = {"title": "Ports of the Gulf", "standfirst": "What a register is for.", "live": False, **fields}
    return article(author=person, body=[words(), *blocks], **fields)


def found(page: Any) -> list[Finding]:
    return list(gate.judge(page, NOW).findings)


def names(page: Any) -> set[str]:
    return {finding.rule for finding in found(page)}
