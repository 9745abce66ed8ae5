"""What each table shows through the window, as SQL."""

from __future__ import annotations

from collections.abc import Sequence

from communique.press.tables import Table
from communique.publishing.declarations import PAGES

TOLD = "told:"
"""Views of this prefix show the told columns of all rows: only the machinery may read them."""

MACHINERY = {
    "publishing_change": ("id", "table", "before", "after"),
    "publishing_mark": ("id", "identity", "edition"),
}


def public(table: Table, schema: str) -> str:
    """A SELECT of a table's public columns and rows; `schema` is where the tables themselves are."""
    columns = ", ".join(f't."{column}"' for column in dict.fromkeys((*table.columns, *table.told)))
    return f'SELECT {columns} FROM {schema}."{table.name}" t WHERE {_shown(table, schema)}'


def told(table: Table, schema: str) -> str:
    """A SELECT of the told columns of all rows, for what comes and goes with another row."""
    columns = ", ".join(f't."{column}"' for column in table.told)
    return f'SELECT {columns} FROM {schema}."{table.name}" t'


def pointing(columns: Sequence[tuple[Table, str]], mark: str) -> str:
    """A SELECT of one row that says for each of these columns whether some row has a value in it."""
    tests = [f'EXISTS (SELECT 1 FROM "{TOLD}{table.name}" WHERE "{column}" = {mark})' for table, column in columns]
    return f"SELECT {', '.join(tests)}"


def machinery(name: str, schema: str) -> str:
    """A SELECT of one of the press's own tables."""
    columns = ", ".join(f'"{column}"' for column in MACHINERY[name])
    return f'SELECT {columns} FROM {schema}."{name}"'


def _shown(table: Table, schema: str) -> str:
    tests = [f"({table.condition})"] if table.condition else []
    if table.name == PAGES:
        tests.append(_open_to_all("t", schema))
    elif table.guard and table.guard[0] == PAGES:
        tests.append(
            f'EXISTS (SELECT 1 FROM {schema}."{PAGES}" p WHERE p.id = t."{table.guard[1]}" AND p.live'
            f" AND {_open_to_all('p', schema)})"
        )
    return " AND ".join(tests) or "1 = 1"


def _open_to_all(page: str, schema: str) -> str:
    """A page lies under no private page (Wagtail's view restrictions hold for all that is below, by path)."""
    # CROSS JOIN keeps SQLite from going through all pages for each row: there are few restrictions, often none.
    return (
        f'NOT EXISTS (SELECT 1 FROM {schema}."wagtailcore_pageviewrestriction" r CROSS JOIN {schema}."{PAGES}" a'
        f" WHERE a.id = r.page_id AND a.path = substr({page}.path, 1, length(a.path)))"
    )
