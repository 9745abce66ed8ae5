"""The press's explanations in lines of plain English, for whoever runs the site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings

from communique.press import explaining
from communique.press.explaining import Explanation, Printing
from communique.press.store import StoreReader

from . import declarations
from .newsroom import SiteNewsroom

WIDTH = 11


def of_address(address: str) -> list[str]:
    """What is known of an address; nothing where nothing is printed.

    Raises NoLedger.
    """
    newsroom = SiteNewsroom()
    with newsroom.snapshot() as snapshot:
        found = explaining.explain(_folder(), snapshot, newsroom.now(), address)
    if found is None:
        return []
    lines = [
        found.address,
        _line("Sheet", f"{found.sheet} {found.key}".rstrip()),
        _line("Since", _edition(found.since)),
    ]
    lines += _why(found.printing)
    for fragment, since in found.fragments:
        lines.append(_line("Fragment", f"{fragment}, since {_edition(since)}"))
    lines += [_line("File", file) for file in found.files] + [_line("Shown by", page) for page in found.shown_by]
    return lines + _questions(found)


def of_edition(number: int | None) -> list[str]:
    """What was printed in an edition (None: the last one) and why; nothing where it is not kept. Raises NoLedger."""
    reader = StoreReader.open(_folder())
    editions = {one.number: one for one in reader.editions()}
    reader.close()
    known = editions.get(number or max(editions, default=0))
    if known is None:
        return []
    lines = [f"Edition {known.number}, {_moment(known.made)} ({known.cause})"]
    lines += [_line("Changed", row) for row in explaining.changes_before(_folder(), known.number)]
    for reason, addresses in explaining.told_of_edition(_folder(), known.number):
        lines += [_line("Because", reason), *(_line("", address) for address in addresses)]
    return lines


def of_whole_tables() -> list[str]:
    """The questions that read a whole table, a line each. Raises NoLedger."""
    found = sorted(explaining.of_whole_tables(_folder(), declarations.tables))
    return [f"{question} reads all of {table}" for question, table in found] or ["No question reads a whole table."]


def _folder() -> Path:
    return Path(settings.COMMUNIQUE.press_folder)


def _line(name: str, said: str) -> str:
    return f"  {name:<{WIDTH}}{said}"


def _edition(number: int | None) -> str:
    return "no edition: it is not printed now" if number is None else f"edition {number}"


def _why(printing: Printing | None) -> list[str]:
    if printing is None:
        return [_line("Because", "everything was printed")]
    lines = [_line("Because", f"{reason} (edition {printing.edition})") for reason in printing.because]
    return lines + [_line("Changed", row) for row in printing.changes]


def _questions(found: Explanation) -> list[str]:
    lines = []
    for asked in found.asked:
        until = f" (until {_moment(asked.until)})" if asked.until else ""
        lines.append(_line("Asked", asked.question + until))
        lines += [_line("", f"  {read}") for read in asked.read]
    return lines


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S} UTC"
