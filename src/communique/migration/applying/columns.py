"""Columns: some columns of many rows, written in one prepared statement where Django would make one for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Model


def overwrite(kind: type[Model], names: Sequence[str], rows: Sequence[Model]) -> None:
    """Write some columns of many rows: one prepared statement, where Django would make one for each."""
    if not rows:
        return
    quote = connection.ops.quote_name
    fields: list[Any] = [kind._meta.get_field(name) for name in names]
    key = quote(str(kind._meta.pk and kind._meta.pk.column))
    columns = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quote(kind._meta.db_table)} SET {columns} WHERE {key} = %s",
            [[*(_stored(field, row) for field in fields), row.pk] for row in rows],
        )


def _stored(field: Any, row: Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)
