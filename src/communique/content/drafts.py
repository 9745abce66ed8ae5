"""Reading for previews: the desk's own database as readers would see it, with one draft in place of its live page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import orjson
from django.db import connection
from django.db.models import Model
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.fields import StreamField

from communique.press.questions import Ask, K, Key, Plain, Question, Row, Unanswered
from communique.press.reading import WindowReading
from communique.press.statements import POSTGRESQL, SQLITE, Dialect
from communique.press.tables import Table
from communique.publishing import declarations
from communique.publishing.window import views

from .models import BasePage

T = TypeVar("T")

PAGES = declarations.PAGES
NEW = 0
"""What stands for the number of a page that was never saved."""


class DeskWindow:
    """What the press's window shows, on a connection that could see more."""

    def __init__(self) -> None:
        self.tables: Mapping[str, Table] = declarations.tables
        own = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
        self.dialect = Dialect(own.name, "%s", own.bytewise)
        self._schema = "main" if own.name == "sqlite" else "public"

    def select(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Rows of the window: each table's name stands for what of it is public."""
        name = sql.partition(' FROM "')[2].partition('"')[0]
        with connection.cursor() as cursor:
            cursor.execute(f'WITH "{name}" AS ({views.public(self.tables[name], self._schema)}) {sql}', params)
            return list(cursor.fetchall())


class Line:
    """A row of a draft: its columns as attributes."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)

    def __getattr__(self, column: str) -> Any:
        raise AttributeError(column)


class DraftReading(WindowReading):
    """A `Reading` in which one page is its draft, live, at the address that it has or would get."""

    def __init__(self, page: BasePage, now: datetime) -> None:
        super().__init__(DeskWindow(), now)
        self.page_id = page.pk or NEW
        self._lines = lines(page, self.page_id)

    def keyed(self, table: str, keys: Iterable[Key], *, columns: Sequence[str] | None = None) -> dict[Any, Row]:
        """The draft's own rows, then the others."""
        wanted = list(keys)
        key = self.window.tables[table].key if table in self.window.tables else "id"
        drafted = {getattr(line, key): line for line in self._lines.get(table, ())}
        found = super().keyed(table, [one for one in wanted if one not in drafted], columns=columns)
        return {one: drafted.get(one) or found[one] for one in wanted if one in drafted or one in found}

    def rows(
        self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] | None = None, **equal: Plain
    ) -> list[Row]:
        """As stored, but what belongs to the page is as drafted."""
        if table not in self._lines:
            return super().rows(table, order=order, columns=columns, **equal)
        owner = _owner(table)
        found = super().rows(table, order=order, columns=None, **equal)
        stored = [row for row in found if getattr(row, owner) != self.page_id]
        drafted = [
            line for line in self._lines[table] if all(getattr(line, name) == value for name, value in equal.items())
        ]
        return [*stored, *drafted]

    def span(self, table: str, order: Sequence[str], **options: Any) -> list[Row]:
        """As stored: in lists the page stands where its live version does, and never beside itself."""
        found = super().span(table, order, **options)
        owner = _owner(table)
        return [row for row in found if getattr(row, owner, None) != self.page_id or table == PAGES]


class Asking:
    """An `ask` that answers from a reading, once for each question."""

    def __init__(self, reading: WindowReading) -> None:
        self._reading = reading
        self._answers: dict[tuple[str, tuple[Any, ...]], Any] = {}

    def __call__(self, question: Question[..., T], *args: Any) -> T:
        """The answer. Raises Unanswered."""
        place = (question.name, args)
        if place not in self._answers:
            self._reading.begin()
            try:
                self._answers[place] = question.reads(self._reading, *args)
            except Exception as error:
                raise Unanswered(question.name) from error
            finally:
                self._reading.end()
        answer: T = self._answers[place]
        return answer

    def once(self, make: Callable[[Ask, K], T], key: K) -> T:
        """What `make(ask, key)` gives."""
        return make(self, key)  # type: ignore[arg-type]  # its arguments are looser, because they come from any sheet


def lines(page: BasePage, page_id: int) -> dict[str, list[Line]]:
    """The rows that a draft would have if it were published, by table."""
    own = page._meta.db_table
    top = _columns(page) | {"id": page_id, "live": True, "expire_at": None}
    drafted = {
        PAGES: [Line(top)],
        own: [Line(_columns(page) | {"page_ptr_id": page_id})],
        "publishing_address": [
            Line({"id": -1, "address": page.address, "page_id": page_id, "state": "current", "target": ""})
        ],
        "content_listing": [
            Line(
                {
                    **{"page_id": page_id, "kind": page._meta.label_lower, "shelf": shelf},
                    **{"language": page.language, "published": page.dated},
                }
            )
            for shelf in page.shelves()
        ],
    }
    for relation in get_all_child_relations(page):
        table = relation.related_model._meta.db_table
        children = getattr(page, relation.get_accessor_name()).all()
        drafted[table] = [
            Line(_columns(child) | {"id": child.pk or -place, relation.field.column: page_id, "sort_order": place})
            for place, child in enumerate(children, start=1)
        ]
    for field in get_all_child_m2m_relations(page):
        chosen = getattr(page, field.name).all()
        drafted[field.m2m_db_table()] = [
            Line({"id": -place, field.m2m_column_name(): page_id, field.m2m_reverse_name(): other.pk})
            for place, other in enumerate(chosen, start=1)
        ]
    return drafted


def _columns(thing: Model) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in thing._meta.concrete_fields:
        value = getattr(thing, field.attname)
        if isinstance(field, StreamField):
            value = orjson.dumps(list(value.get_prep_value())).decode()
        values[str(field.column)] = value
    return values


def _owner(table: str) -> str:
    """The column that names the page a row belongs to."""
    if table == PAGES:
        return "id"
    if table == "publishing_address":
        return "page_id"
    guard = declarations.tables[table].guard
    return guard[1] if guard else "id"
