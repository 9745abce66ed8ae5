"""A small institute to test with: home pages, a section, articles, and what they would print."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page, Site

from communique.content.drafts import Asking, DeskWindow
from communique.content.models import BasePage, HomePage, Person, Picture
from communique.press.reading import WindowReading
from communique.press.sheets import Copy
from communique.publishing import declarations
from communique.sections.articles.models import ArticlePage, ArticlesPage, Contributor

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FIRST = datetime(2024, 1, 1, 12, tzinfo=UTC)


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def heading(text: str, level: int = 2) -> dict[str, Any]:
    return block("heading", {"text": text, "level": level, "anchor": ""})


def home(language: str = "en") -> HomePage:
    page = HomePage.objects.filter(language=language).first()
    if page is None:
        root = Page.objects.get(depth=1)
        page = root.add_child(instance=HomePage(title=f"Home {language}", language=language, slug=f"front-{language}"))
        if not Site.objects.exists():
            Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    return page


def section(title: str = "Research", language: str = "en", **fields: Any) -> ArticlesPage:
    found = ArticlesPage.objects.filter(title=title).first()
    return found or home(language).add_child(instance=ArticlesPage(title=title, **fields))


def article(title: str, *, days: int = 0, author: Person | None = None, topics: Any = (), **fields: Any) -> ArticlePage:
    under = fields.pop("under", None) or section()
    page = ArticlePage(title=title, **{"published": FIRST + timedelta(days=days), **fields})
    page.topics = list(topics)
    if author:
        page.contributors = [Contributor(person=author)]
    return under.add_child(instance=page)


def picture(title: str = "harbour", *, width: int = 700, **fields: Any) -> Picture:
    file = BytesIO()
    Image.new("RGB", (width, width // 2), "navy").save(file, "JPEG", exif=b"Exif\x00\x00taken with TELLTALE")
    made = Picture(title=title, file=ContentFile(file.getvalue(), name=f"{title}.jpg"), **fields)
    made.save()
    return made


def asking(now: datetime = NOW) -> Asking:
    return Asking(WindowReading(DeskWindow(), now))


def copies(name: str, key: Any, now: datetime = NOW) -> list[Copy]:
    """What a sheet would hand in for printing, as readers would see the database now."""
    sheet = next(sheet for sheet in declarations.sheets_declared if sheet.name == name)
    composed = sheet.compose(asking(now), key)
    return [] if composed is None else [composed] if isinstance(composed, Copy) else list(composed)


def copy(name: str, page: BasePage | int | str) -> Copy:
    (only,) = copies(name, page.pk if isinstance(page, BasePage) else page)
    return only
