"""What parts declare to the press: their sheets, and which of their tables and columns are public.

A table that nobody declares is closed: it can't be read while printing. A part declares in `AppConfig.ready`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models

from communique.press.sheets import Sheet
from communique.press.tables import Kind, Table

PAGES = "wagtailcore_page"

_KINDS: tuple[tuple[type[models.Field], Kind], ...] = (
    (models.BooleanField, Kind.TRUTH),
    (models.DateTimeField, Kind.INSTANT),
    (models.DateField, Kind.DAY),
    (models.IntegerField, Kind.INTEGER),
    (models.CharField, Kind.TEXT),
    (models.TextField, Kind.TEXT),
)


class NotDeclarable(ValueError):
    """A declaration names a column that the model doesn't have."""


@dataclass(frozen=True)
class Offer:
    """A fragment that a section offers to other pages: an address with `{language}` in it, and where it stands."""

    address: str
    weight: int


tables: dict[str, Table] = {}
sheets_declared: list[Sheet] = []
home_fragments: list[Offer] = []
sidebar_fragments: list[Offer] = []


def sheets(*declared: Sheet) -> None:
    """Declare kinds of published files. Declaring one again (by name) replaces it."""
    for sheet in declared:
        sheets_declared[:] = [other for other in sheets_declared if other.name != sheet.name] + [sheet]


def home_fragment(address: str, weight: int) -> None:
    """Offer a fragment to the home page; lighter ones come first."""
    _offer(home_fragments, Offer(address, weight))


def sidebar_fragment(address: str, weight: int) -> None:
    """Offer a fragment to the sidebar of all other pages; lighter ones come first. It is empty where it has nothing."""
    _offer(sidebar_fragments, Offer(address, weight))


def _offer(offers: list[Offer], offered: Offer) -> None:
    if offered not in offers:
        offers.append(offered)
        offers.sort(key=lambda one: (one.weight, one.address))


def whole(model: type[models.Model], *, columns: Sequence[str], indexes: Sequence[str] = ()) -> Table:
    """Open these columns of all rows. `indexes` are what questions may read by equality or in order."""
    return _open(model, columns, indexes)


def filtered(
    model: type[models.Model], *, columns: Sequence[str], indexes: Sequence[str] = (), condition: str
) -> Table:
    """Open the rows for which a condition over their own columns holds (SQL that both databases understand)."""
    return _open(model, columns, indexes, condition=condition)


def page_rows(
    model: type[models.Model],
    *,
    columns: Sequence[str],
    indexes: Sequence[str] = (),
    page: str = "page_ptr_id",
    condition: str = "",
) -> Table:
    """Open the rows of public pages: those where the page named by `page` is live and under no private page.

    A `condition` over their own columns, which must be among `indexes`, hides some of them.
    """
    return _open(model, columns, indexes, guard=(PAGES, page), condition=condition)


def pages(model: type[models.Model], *, columns: Sequence[str], indexes: Sequence[str] = ()) -> Table:
    """Open the table of pages itself."""
    return _open(model, columns, indexes, condition="live", guards_by=("live", "path"))


def hides_all(model: type[models.Model]) -> Table:
    """Declare a closed table whose changes may show or hide anything (what is private): a full run follows them."""
    return _open(model, [], [], condition="1 = 0", everything=True)


def _open(
    model: type[models.Model],
    columns: Sequence[str],
    indexes: Sequence[str],
    *,
    condition: str = "",
    guard: tuple[str, str] | None = None,
    guards_by: tuple[str, ...] = (),
    everything: bool = False,
) -> Table:
    fields = {field.column or field.name: field for field in model._meta.local_concrete_fields}
    key = next(name for name, field in fields.items() if field.primary_key)
    public = tuple(dict.fromkeys((key, *columns)))
    told = tuple(dict.fromkeys((*indexes, *([guard[1]] if guard else []))))
    unknown = [name for name in (*public, *told, *guards_by) if name not in fields]
    if unknown:
        raise NotDeclarable(
            f"{model.__name__} has no column {', '.join(unknown)}; its columns are {', '.join(fields)}."
        )
    kinds = {name: _kind(fields[name]) for name in (*public, *told, *guards_by)}
    table = Table(model._meta.db_table, key, public, told, kinds, condition, guard, guards_by, everything)
    tables[table.name] = table
    return table


def _kind(field: models.Field) -> Kind:
    while isinstance(field, models.ForeignKey | models.OneToOneField):
        field = field.target_field
    if isinstance(field, models.JSONField):
        return Kind.OTHER
    return next((kind for sort, kind in _KINDS if isinstance(field, sort)), Kind.OTHER)
