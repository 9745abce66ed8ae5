"""The census of canaries: no word that isn't for readers is in any byte that somebody outside can get."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from communique.content import timetable
from communique.mail.models import WAITING, Outgoing
from communique.press.store import Entry, StoreReader
from communique.readers.contact.models import Letter
from tests.conftest import STAGE
from tests.waiting import free_port, until

from .canaries import CUT
from .census import surfaces
from .census.planting import Census
from .census.states import CHANGE, FOR_ALL, SCHEDULED, SEATS, kinds
from .census.surfaces import NOBODY, Question
from .census.tallies import Tally
from .census.words import ONCE, OPEN, leaked
from .outsiders import Outsider
from .rehearsed import company
from .sites import Site, command, running, whole

pytestmark = [pytest.mark.soak, pytest.mark.database, pytest.mark.together("census")]

SAFE = "/?=&%~:"
WORDS, SURFACES = 10_000, 40

SHOWN_IN = {
    *("published as text/html", "published as application/atom+xml", "published as application/feed+json"),
    *("published as text/calendar", "published as application/rss+xml", "published as application/xml"),
    *("packed with gzip", "packed with brotli", "what has moved", "printed objects"),
}
"""Surfaces in which words for all are found, so that a word that isn't would be."""


@pytest.fixture(scope="module")
def census(django_db_setup, django_db_blocker) -> Iterator[Census]:
    """Planted, printed, and then what was public withdrawn and printed again."""
    with django_db_blocker.unblock():
        made = Census()
        kept = everything()
        made.kept = {word for word in made.canaries.planted if word in kept}
        with company("press") as press:
            press.do("print_once")
        made.withdraw()
        made.log_of_the_press = command(SITE, "press", "run").stderr
        yield made
        STAGE.restore()
    shutil.rmtree(settings.COMMUNIQUE.press_folder)
    shutil.rmtree(settings.COMMUNIQUE.uploads_folder)
    settings.COMMUNIQUE.uploads_folder.mkdir()


SITE = Site(settings.COMMUNIQUE.folder, {})


def everything() -> str:
    """All that stands in the database and in the upload folder, and what files are called there."""
    kept = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            kept.append(repr(cursor.fetchall()))
    files = settings.COMMUNIQUE.uploads_folder.rglob("*.*")
    return "".join(kept) + "".join(f"{path.name}{path.read_bytes()!r}" for path in files)


@contextmanager
def outside(folder: Path) -> Iterator[Outsider]:
    """Somebody at the reader's door, behind which the desk is at work; what both write down is in the folder."""
    with (
        running(SITE, "desk", "--no-worker", log=folder / "desk") as desk,
        running(SITE, "reader", log=folder / "reader", COMMUNIQUE_RUN_DESK_PORT=str(desk)) as port,
    ):
        outsider = Outsider(port)
        until(outsider.is_answered)
        until(lambda: outsider.ask("/-/accounts/login/")[0] == 200)
        yield outsider


def entries() -> list[Entry]:
    with closing(StoreReader.open(settings.COMMUNIQUE.press_folder)) as store:
        assert not store.failures()
        return list(store.entries.values())


def look(census: Census, outsider: Outsider, tally: Tally, asked: Iterable[Question]) -> None:
    for question in asked:
        status, seen = answer(outsider, question)
        found = census.canaries.found_in(seen, told=f"{question.target} {question.form}")
        tally.note(question.surface, found, question.target, real=status in question.real)


def answer(outsider: Outsider, question: Question) -> tuple[int, bytes]:
    target = quote(question.target, safe=SAFE)
    if question.form is None:
        return outsider.ask(target, question.method, question.encoding, **question.headers)
    return outsider.send(target, question.form, from_page="/-/accounts/login/", **question.headers)


def test_no_answer_to_anybody_holds_what_is_not_for_them(census, tmp_path):
    tally = Tally()
    with outside(tmp_path) as outsider:
        look(census, outsider, tally, surfaces.questions(census, entries()))
    look_at_the_disk(census, tally)
    with running(SITE, "reader", COMMUNIQUE_RUN_DESK_PORT=str(free_port())) as port:
        outsider = Outsider(port)
        until(outsider.is_answered)
        look(census, outsider, tally, surfaces.without_a_desk())
    let_the_worker_work(tmp_path / "worker")
    followed = " ".join(Outgoing.objects.values_list("message_id", flat=True))  # so that a mail can be followed
    for name in ("desk", "reader", "worker"):
        said = (tmp_path / name).read_bytes()
        found = census.canaries.found_in(said, told=followed)
        tally.note(f"what the {name} writes down", found, name, but=())
    said = census.log_of_the_press.encode()
    tally.note("what the press writes down", census.canaries.found_in(said), "press", but=())
    mails = (tmp_path / "desk.out").read_bytes()
    assert NOBODY.encode() not in mails, "strangers can't make us write to anyone"
    tally.note("mails that strangers can cause", census.canaries.found_in(mails), "mail", but=())
    print(f"{len(census.kept):,} words", *tally.in_words(), sep="\n")
    assert not tally.leaks
    assert {kind for kind, _ in census.pages.without_a_seat} == set(SEATS), "all others are in every state"
    assert len(census.kept) >= WORDS
    assert len(tally.real) >= SURFACES
    assert not [surface for surface, answered in tally.real.items() if not answered]
    assert not [surface for surface in SHOWN_IN if not tally.open[surface]]


def test_nothing_is_seen_a_second_before_its_time_and_then_everything_is(census):
    due = census.pages.due
    assert not publish_and_print(due - timedelta(seconds=1))
    before = seen_by_readers(census)
    assert not leaked(before)
    failed = publish_and_print(due)
    after = seen_by_readers(census)
    lost = {
        f"{kind} {state}: {words}"
        for kind in {kind._meta.label for kind in kinds()} - failed
        for state in (SCHEDULED, CHANGE)
        for words in own(before, kind, FOR_ALL) - own(after, kind, state)
    }
    assert failed == {"content.HomePage"}  # the language has one already
    assert not lost


def publish_and_print(now: datetime) -> set[str]:
    """As the worker and the press do at that moment; gives the kinds of which a page could not be published."""
    with time_machine.travel(now, tick=False):
        report = timetable.run_due(now)
    with company("press") as press:
        press.do("print_at", now.isoformat())
    return {Page.objects.get(pk=pk).specific_class._meta.label for pk in report.failed}


def seen_by_readers(census: Census) -> set[str]:
    """All words in all that is published."""
    with running(SITE, "reader", COMMUNIQUE_RUN_DESK_PORT=str(free_port())) as port:
        outsider = Outsider(port)
        until(outsider.is_answered)
        asked = [entry.address for entry in entries() if not entry.address.startswith("~")]
        return set().union(*(census.canaries.found_in(outsider.ask(quote(one, safe=SAFE))[1]) for one in asked))


def own(seen: set[str], kind: str, state: str) -> set[str]:
    """What a page of the kind in that state says itself, as far as it is seen: not what it leads to."""
    found = {where.partition(f": {kind} {state}: ")[2] for where in seen}
    return {words for words in found if words.startswith((f"{kind}.", "wagtailcore.Page.")) and words.count(": ") < 2}


def look_at_the_disk(census: Census, tally: Tally) -> None:
    """The store's files, in which words are that were for all once; and what the current edition is made of."""
    folder = settings.COMMUNIQUE.press_folder
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        pages, *rows = (census.canaries.found_in(piece) for piece in pieces(path))
        whole_words = {where for where in pages if not where.startswith(CUT)}  # as they are where two pages meet
        found = whole_words.union(*rows)
        surface = "the ledger on the disk" if "ledger" in path.name else "the store on the disk"
        tally.note(surface, found, path.name, but=(OPEN, ONCE))
    with closing(StoreReader.open(folder)) as store:
        for entry in store.entries.values():
            seen = repr(entry).encode() + (whole(store, entry) or b"")
            tally.note("printed objects", census.canaries.found_in(seen, told=entry.address), entry.address)


def pieces(path: Path) -> Iterator[bytes]:
    """A file as it is; of a database also the rows."""
    yield path.read_bytes()
    if path.suffix != ".sqlite3":
        return
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                yield from (value for value in row if isinstance(value, bytes))
                yield repr([value for value in row if not isinstance(value, bytes)]).encode()


def let_the_worker_work(log: Path) -> None:
    """Until it has tried to send all mails that are due, by a server that isn't there, and forgotten old letters."""
    variables = os.environ | {"COMMUNIQUE_MAIL_HOST": "127.0.0.1", "COMMUNIQUE_MAIL_PORT": str(free_port())}
    with log.open("wb") as said:
        command = [sys.executable, "-m", "communique", "worker", "--data", str(SITE.folder)]
        worker = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=said)
    try:
        until(lambda: not Outgoing.objects.filter(state=WAITING, due__lte=timezone.now()).exists())
        until(lambda: not Letter.objects.filter(forget_on__lt=timezone.localdate()).exists())
    finally:
        worker.send_signal(signal.SIGTERM)
        worker.wait()
