"""Looking at a site after an import."""

from __future__ import annotations

from typing import Any

from django.db import connection
from wagtail.models import Page

from communique.migration.models import Imported
from communique.publishing.models import Address
from communique.sections.articles.models import ArticlePage


def article(number: int = 1) -> ArticlePage:
    found = Imported.objects.get(kind="post", key=str(number)).page
    assert found is not None
    return found.specific


def current(page: Page) -> str:
    return Address.objects.get(page=page, state="current").address


def leads(address: str) -> str:
    """Where a redirect leads."""
    row = Address.objects.get(address=address, state="old")
    return row.target or current(row.page)


def everything() -> dict[str, Any]:
    """All that the site holds, but for the records of imports themselves."""
    held = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table not in {"migration_importrun", "sqlite_sequence", "django_session"}:
                cursor.execute(f'SELECT * FROM "{table}"')
                held[table] = sorted(map(repr, cursor.fetchall()))
    return held
