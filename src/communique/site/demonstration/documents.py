"""The demonstration's document: figures to take along, with a version before the present one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from communique.sections.documents.models import DocumentPage, DocumentVersion

from . import institute
from .markup import block
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

FIRST, CORRECTED = date(2025, 2, 3), date(2025, 9, 15)


def plant(tree: Tree, add: Callable[..., Any]) -> None:
    """Make the page of every language; `add` puts it into the tree."""
    table = tomllib.loads((institute.FOLDER / "documents.toml").read_text("utf-8"))
    name, rows = table["name"], table["rows"]
    mistaken = [table["mistaken"] if row[0] == table["mistaken"][0] else row for row in rows]
    for language in LANGUAGES:
        said = table[language]
        versions = [
            _version(f"{name}-{language}", said, mistaken, FIRST, said["first"], 0),
            _version(f"{name}-{language}", said, rows, CORRECTED, said["corrected"], 1),
        ]
        body = [block("paragraph", f"<p>{said['body']}</p>", f"{name}/{language}")]
        page = DocumentPage(title=said["title"], slug=said["slug"], standfirst=said["standfirst"], body=body)
        page.versions = versions
        opened = datetime.combine(FIRST, datetime.min.time(), UTC)
        original = tree.documents.get(LANGUAGES[0])
        tree.documents[language] = add(tree, tree.homes[language], page, language, original, opened=opened)


def _version(name: str, said: Any, rows: Iterable[Sequence[str]], day: date, note: str, place: int) -> DocumentVersion:
    lines = "\n".join(",".join(row) for row in (said["head"], *rows))
    document = Document(title=f"{said['title']}, {day}", file=ContentFile(f"{lines}\n".encode(), name=f"{name}.csv"))
    document.save()
    return DocumentVersion(document=document, day=day, note=note, sort_order=place)
