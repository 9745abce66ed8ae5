"""Examining a site: what is well, what could be better, what is wrong, and what would help."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.db import connection
from django.utils import timezone

from communique.press.sqlite import OLDEST
from communique.press.store import StoreReader
from communique.publishing.window import install

from . import schema
from .configuration import Configuration

LITTLE_SPACE = 512 * 1024 * 1024  # bytes
LONG_FOR_A_MAIL = timedelta(minutes=30)  # three tries have been in vain by then


class State(Enum):
    """How one thing stands."""

    WELL = "ok"
    BETTER = "warning"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    state: State
    said: str


def findings(site: Configuration) -> Iterator[Finding]:
    """Everything that is worth knowing about a site, as it is found."""
    for look in _LOOKS:
        try:
            yield from look(site)
        except Exception as error:  # what can't be looked at is a finding, too
            yield Finding(State.WRONG, f"{(look.__doc__ or '').rstrip('.')}: {error}")


def _python(site: Configuration) -> Iterator[Finding]:
    """Python."""
    version = sys.version.split()[0]
    yield Finding(State.WELL if sys.version_info >= (3, 11) else State.WRONG, f"Python {version}")


def _library(site: Configuration) -> Iterator[Finding]:
    """SQLite."""
    import pysqlite3

    good = tuple(pysqlite3.sqlite_version_info) >= OLDEST
    yield Finding(State.WELL if good else State.WRONG, f"SQLite {pysqlite3.sqlite_version}")


def _space(site: Configuration) -> Iterator[Finding]:
    """The disk."""
    free = shutil.disk_usage(site.data_folder).free
    state = State.WELL if free > LITTLE_SPACE else State.BETTER
    yield Finding(state, f"{free // (1024 * 1024)} MB free for {site.data_folder}")


def _folders(site: Configuration) -> Iterator[Finding]:
    """The folders of the site can be written."""
    from .processes import make_folders

    make_folders(site)
    yield Finding(State.WELL, f"{site.data_folder} can be written")


def _database(site: Configuration) -> Iterator[Finding]:
    """The database."""
    schema.refuse_unless_current()
    yield Finding(State.WELL, f"The database ({connection.vendor}) is up to date")
    if connection.vendor == "postgresql" and not install.has_role(connection):
        yield Finding(
            State.BETTER,
            "This PostgreSQL user may not make roles, so only the window's schema keeps the press from drafts; "
            "let a superuser run: ALTER ROLE … CREATEROLE",
        )


def _print(site: Configuration) -> Iterator[Finding]:
    """What is printed."""
    store = StoreReader.open(site.press_folder)
    if store.edition is None:
        yield Finding(State.BETTER, "Nothing has been printed yet; `communique serve` or `communique press run` does")
        return
    yield Finding(State.WELL, f"Readers have edition {store.edition.number} of {store.edition.made:%Y-%m-%d %H:%M} UTC")
    for failure in store.failures():
        yield Finding(State.WRONG, f"{failure.address} could not be printed: {failure.said.english}")


def _address(site: Configuration) -> Iterator[Finding]:
    """The address."""
    if not site.site.address:
        yield Finding(State.BETTER, f"The site calls itself {site.address}; set [site] address before readers come")
    elif not site.address.startswith("https:"):
        yield Finding(State.BETTER, f"{site.address} is not encrypted; put a server with https in front")
    else:
        yield Finding(State.WELL, site.address)


def _mail(site: Configuration) -> Iterator[Finding]:
    """Mail."""
    if site.mail.host:
        yield Finding(State.WELL, f"Mail goes through {site.mail.host}")
    else:
        yield Finding(State.BETTER, "No mail is sent: set [mail] host, or who loses a password has no way back")


def _outbox(site: Configuration) -> Iterator[Finding]:
    """The outbox."""
    from communique.mail import outbox

    now = outbox.standing()
    if now.oldest is None:
        yield Finding(State.WELL, "No mail is waiting")
    elif timezone.now() - now.oldest < LONG_FOR_A_MAIL:
        yield Finding(State.WELL, f"Mails on their way: {now.waiting}")
    else:
        said = f"; the server said: {now.trouble}" if now.trouble else "; does `communique worker` run?"
        yield Finding(
            State.WRONG, f"Mails waiting: {now.waiting}, the oldest since {now.oldest:%Y-%m-%d %H:%M} UTC{said}"
        )
    if now.refused:
        yield Finding(
            State.BETTER,
            f"Mails given up on within {outbox.KEPT_FOR.days} days: {now.refused}; the desk says why by each letter",
        )


def _legal(site: Configuration) -> Iterator[Finding]:
    """Legal pages."""
    from communique.content import legal

    lacks = legal.lacking()
    if not lacks:
        yield Finding(State.WELL, "Readers find what is kept about them, and how accessible the site is")
    for lack in lacks:
        yield Finding(
            State.BETTER, f"There is no page “{lack.name}” in {lack.language}; the desk says where to write it"
        )


_LOOKS: tuple[Callable[[Configuration], Iterator[Finding]], ...] = (
    _python,
    _library,
    _folders,
    _space,
    _database,
    _print,
    _address,
    _mail,
    _outbox,
    _legal,
)
