"""Questions that try to see what isn't public, by every way that Python in the press has to the content."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.db import connections

from communique.press.questions import Reading, question

CLOSED = (
    ("wagtailcore_page", "draft_title"),
    ("wagtailcore_page", "seo_title"),
    ("wagtailcore_revision", "content"),
    ("accounts_user", "email"),
    ("accounts_user", "password"),
    ("content_person", "email"),
    ("content_picture", "title"),
    ("content_picture", "file"),
    ("wagtailcore_comment", "text"),
    ("wagtailcore_pagelogentry", "data"),
    ("wagtailcore_pageviewrestriction", "password"),
    ("wagtaildocs_document", "title"),
    ("content_delay", "reason"),
    ("contact_letter", "text"),
    ("contact_contactsubject", "recipients"),
    ("mail_outgoing", "text"),
    ("content_amendment", "reason"),
)
PAGES = (("wagtailcore_page", "title"), ("articles_articlepage", "body"), ("articles_contributor", "affiliation"))
PAGES += (("content_amendment", "wrong"),)
EVERYTHING = (*CLOSED, *PAGES)

SAID = (
    'SELECT "{column}" FROM "{table}"',
    'SELECT "{column}" FROM main."{table}"',
    'SELECT "{column}" FROM public."{table}"',
    'WITH "{table}" AS (SELECT * FROM {home}."{table}") SELECT "{column}" FROM "{table}"',
    'WITH wagtailcore_page AS (SELECT "{column}" FROM {home}."{table}") SELECT * FROM wagtailcore_page',
    'SELECT * FROM (SELECT "{column}" FROM {home}."{table}") AS wagtailcore_page',
    'SELECT wagtailcore_page."{column}" FROM {home}."{table}" AS wagtailcore_page',
    "SELECT title FROM wagtailcore_page UNION ALL SELECT '{table}' WHERE EXISTS"
    ' (SELECT "{column}" FROM {home}."{table}" WHERE "{column}" IS NOT NULL)',
    "SELECT set_config('role', session_user, false), set_config('search_path', 'public', false),"
    ' (SELECT string_agg("{column}"::text, \' \') FROM public."{table}")',
)
BEFOREHAND = (
    ("RESET ROLE", "SET search_path TO public"),
    ("SET ROLE NONE; SET search_path TO public", "SELECT 1; RESET ROLE; SET search_path TO public"),
    ("SELECT set_config('role', 'none', false)", "SELECT set_config('search_path', 'public', false)"),
    ("RESET SESSION AUTHORIZATION", "DISCARD ALL"),
    ("PRAGMA query_only = OFF", "ATTACH 'content.sqlite3' AS main2"),
    ("CREATE TEMP VIEW mine AS SELECT * FROM wagtailcore_page", "PRAGMA writable_schema = ON"),
)


@question
def places(read: Reading) -> list[int]:
    """What is looked for, by its number."""
    return list(range(len(EVERYTHING)))


def _by_reading(read: Reading, number: int) -> str:
    table, column = EVERYTHING[number]
    return _all(
        lambda: read.rows(table),
        lambda: read.rows(table, columns=(column,)),
        lambda: read.whole(table, columns=(column,)),
        lambda: read.span(table, ("id",), columns=(column,)),
        lambda: read.rows(table, columns=(f'id" , "{column}',)),
        lambda: read.rows(f'{table}" --', columns=(column,)),
        lambda: read.rows("told:" + table),
        lambda: read.rows("publishing_change"),
        lambda: [read.row(table, key) for key in range(1, 60)],
    )


def _by_the_orm(read: Reading, number: int) -> str:
    table, _ = EVERYTHING[number]
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    return _all(*(lambda using=using: list(model._base_manager.using(using).values()) for using in connections))


def _by_raw_cursor(read: Reading, number: int) -> str:
    table, column = EVERYTHING[number]
    return _all(*(lambda using=using: _select(using, table, column) for using in connections))


def _by_the_driver(read: Reading, number: int) -> str:
    table, column = EVERYTHING[number]
    raw: Any = connections["default"].connection
    said = _statements(table, column)
    return _all(*(lambda one=one: raw.execute(one).fetchall() for one in said))


def _by_stepping_out(read: Reading, number: int) -> str:
    table, column = EVERYTHING[number]

    def look(before: tuple[str, ...]) -> Any:
        with connections["default"].cursor() as cursor:
            for statement in before:
                with suppress(Exception):
                    cursor.execute(statement)
            cursor.execute(f'SELECT "{column}" FROM "{table}"')
            return cursor.fetchall()

    return _all(*(lambda first=first: look(first) for first in BEFOREHAND))


def _select(using: str, table: str, column: str) -> str:
    def said(statement: str) -> Any:
        with connections[using].cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()

    return _all(*(lambda one=one: said(one) for one in _statements(table, column)))


def _statements(table: str, column: str) -> list[str]:
    home = "main" if connections["default"].vendor == "sqlite" else "public"
    return [statement.format(table=table, column=column, home=home) for statement in SAID]


def _all(*ways: Callable[[], Any]) -> str:
    """What is seen by those of the ways that lead anywhere."""
    return "\n".join(map(_seen, ways))


def _seen(way: Callable[[], Any]) -> str:
    raw: Any = connections["default"].connection
    on_postgres = connections["default"].vendor == "postgresql"
    if on_postgres:
        raw.execute("SAVEPOINT pry")  # it would refuse all that follows an error
    try:
        return f"{way.__defaults__}: {way()!r}"
    except Exception as refused:
        if on_postgres:
            raw.execute("ROLLBACK TO SAVEPOINT pry")
        return f"({type(refused).__name__})"


QUESTIONS = {
    way.__name__.strip("_"): question(way)
    for way in (_by_reading, _by_the_orm, _by_raw_cursor, _by_the_driver, _by_stepping_out)
}
