"""The press beside the newsroom: its runs, what befalls it, and what it ought to have printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import time_machine
from django.conf import settings
from django.db import connection

from communique.migration import command
from communique.press import fresh_ledger, ledger, run, sqlite
from communique.press.run import LEDGER, Press
from communique.press.store import NextEdition, Store, StoreReader
from communique.publishing.newsroom import SiteNewsroom
from communique.sections.articles.models import ArticlePage
from tests.migration.exports import AUTHOR, post, written

from .newsroom import Newsroom

TEMPLATES = settings.COMMUNIQUE.folder / "templates"
LANGUAGES = (["en", "ur", "ar", "ru"], ["en", "ur"], ["en", "ru", "ur"])
CLASH = "is the address of another page already"


class Died(BaseException):
    """The press ended here."""


class Clocked(SiteNewsroom):
    """The site under the newsroom's own clock."""

    def __init__(self, window, room: Newsroom) -> None:
        super().__init__(window)
        self.room = room

    def now(self):
        return self.room.now


class Pressroom:
    """A press that prints bit by bit, and dies, and is started anew."""

    def __init__(self, window, room: Newsroom, folder: Path) -> None:
        self.window, self.room, self.dice, self.folder = window, room, room.dice, folder
        self._wholes = 0
        self.open()

    def open(self) -> None:
        self.newsroom = Clocked(self.window, self.room)
        self.store = Store.open(self.folder / "bits", writer="bits")
        self.press = Press(self.newsroom, self.store, self.folder / "bits")

    def close(self) -> None:
        self.press.close()
        self.store.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def run(self):
        """Print what is pending. A page may be refused a taken address, but nothing else may go wrong."""
        done = self.press.run(at_leisure=self.dice.random() < 0.5)
        assert not [one for one in done.failed if CLASH not in one.reason], done.failed
        if self.dice.random() < 0.2:
            idle = self.press.run(at_leisure=True, busy=lambda: False)  # which asks ahead what takes long
            assert not (idle.printed or idle.unchanged or idle.removed)
        return done

    def time_passes(self) -> None:
        self.room.now += timedelta(days=self.dice.randrange(40), hours=self.dice.randrange(24))

    def something_happens(self) -> None:
        """To the press, not to the content."""
        event = self.dice.choice(EVENTS)
        self.room.done.append(f"({event.__name__})")
        event(self)

    def compared(self) -> tuple[dict, dict]:
        """What stands there now, and what a full print into an empty store gives; the pending changes stay."""
        self._wholes += 1
        folder = self.folder / f"whole-{self._wholes}"
        newsroom = copy(self.newsroom)
        newsroom.settle = lambda *_: None
        with Store.open(folder, writer="whole") as store:
            press = Press(newsroom, store, folder)
            press.run(full=True)
            press.close()
        bits, whole = published(self.folder / "bits"), published(folder)
        shutil.rmtree(folder)
        return bits, whole


def published(folder: Path) -> dict[str, tuple]:
    """Everything that a store answers, and what could not be printed: every byte and every header."""
    reader = StoreReader.open(folder)
    found = {entry.address: (*entry[1:7], reader.printed_body(entry)) for entry in reader.entries.values()}
    failed = {f"failed {one.sheet} {one.key}": (one.address, one.reason) for one in reader.failures()}
    reader.close()
    return found | failed


@contextmanager
def dying(*places: tuple[object, str]) -> Iterator[None]:
    """The process ends at any of these."""

    def die(*_, **__):
        raise Died

    with suppress(Died):
        for thing, name in places:
            patched = patch.object(thing, name, die)
            patched.start()
        try:
            yield
        finally:
            patch.stopall()


def die_before_the_edition(here):
    with dying((NextEdition, "commit")):
        here.press.run()
    here.restart()


def die_after_the_edition(here):
    with dying((ledger.Ledger, "commit"), (fresh_ledger.FreshLedger, "commit")):
        here.press.run()
    here.restart()


def die_with_the_ledger_half_done(here):
    with dying((run.sqlite, "put_in_place"), (here.newsroom, "settle")):
        here.press.run()
    here.restart()


def die_before_striking(here):
    with dying((here.newsroom, "settle")):
        here.press.run()
    here.restart()


def start_anew(here):
    here.restart()


def lose_the_ledger(here):
    here.close()
    sqlite.remove(here.folder / "bits" / LEDGER)
    here.open()


def update_the_code(here):
    here.newsroom.fingerprint = str(here.dice.random())


def change_a_template(here):
    footer = TEMPLATES / "content" / "fragments" / "footer.html"
    footer.parent.mkdir(parents=True, exist_ok=True)
    footer.write_text(f'{{% include "parts/content/fragments/footer.html" %}}<p>{here.dice.randrange(100)}</p>')
    here.restart()


def change_the_settings(here):
    languages, name = here.dice.choice(LANGUAGES), here.room.word()
    site = settings.COMMUNIQUE.site.model_copy(update={"languages": languages, "name": name})
    settings.COMMUNIQUE = settings.COMMUNIQUE.model_copy(update={"site": site})
    here.restart()


def set_the_clock_back(here):
    here.run()
    here.room.now -= timedelta(days=here.dice.randrange(1, 400))


def bring_a_site_in(here):
    """Some of it may be here already, and may have changed there."""
    topic = (("category", "gas", "Gas"),)
    posts = [post(number, here.room.word(), title=here.room.word(), terms=topic) for number in (1, 2, 3)]
    hidden = [post(4, kind="page"), post(5, status="draft"), post(6, status=here.dice.choice(["private", "publish"]))]
    folder = here.folder / "import"
    folder.mkdir(exist_ok=True)
    with time_machine.travel(here.room.now, tick=False):
        command.run([written(folder, AUTHOR, *posts, *hidden)], folder, lambda *_: None, apply=True)


def spoil_an_article(here):
    """It can't be printed; all others can, and it is printed again when it is mended."""
    article = here.room.one(ArticlePage)
    if article is None:
        return
    _write(article.pk, '[{"type": "heading", "value": 7, "id": "1"}]')
    done = here.press.run()
    assert {str(article.pk)} >= {one.key for one in done.failed if CLASH not in one.reason}, done.failed
    _write(article.pk, "[]")


def _write(number, body):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_articlepage SET body = %s WHERE page_ptr_id = %s", [body, number])


OFTEN = (die_before_the_edition, die_after_the_edition, die_before_striking, start_anew, spoil_an_article)
EVENTS = (
    *(OFTEN * 3),
    *(bring_a_site_in, bring_a_site_in),
    *(die_with_the_ledger_half_done, lose_the_ledger, update_the_code, change_a_template, change_the_settings),
    set_the_clock_back,
)
