"""Rot and strange hands in the store: whatever bit turns, a scrub leaves what the content says (R19)."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from communique.press.sqlite import DatabaseError
from communique.press.store import StoreIsDamaged
from communique.publishing import scrubbing

from .pressroom import published
from .test_scrubbing import folder

__all__ = ["folder"]
pytestmark = pytest.mark.alike

SEED = 19


def turn(file, dice):
    """One bit of what is not empty in a file; gives its place."""
    content = bytearray(file.read_bytes())
    used = [at for at, byte in enumerate(content) if byte]
    at = dice.choice(used)
    content[at] ^= 1 << dice.randrange(8)
    file.write_bytes(content)
    return at


def settle(folder):
    """What is in the log goes into the file, so that bits are turned where the rows are."""
    with closing(sqlite3.connect(folder / "store.sqlite3")) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rot(folder, name, times):
    """Turn bits, one after the other, each scrubbed away; gives those that were left."""
    before, dice, left = published(folder), random.Random(SEED), []
    for _ in range(times):
        settle(folder)
        (file,) = folder.glob(name)
        at = turn(file, dice)
        scrubbing.scrub()
        try:
            same = published(folder) == before
        except (DatabaseError, StoreIsDamaged) as error:
            same = False
            print(error)
        if not same:
            left.append(at)
    return left


@pytest.mark.parametrize("name", ["*.pack", "store.sqlite3"])
def test_r19_turned_bits_are_found_and_mended(folder, name):
    assert rot(folder, name, 6) == []


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE entries SET status = 404 WHERE address = '/research/article-1/'",
        "UPDATE entries SET headers = '[]', sheet = 'x' WHERE address = '/'",
        "UPDATE entries SET address = '/elsewhere/' WHERE address = '/research/article-1/'",
        "UPDATE entries SET object = (SELECT object FROM entries WHERE address = '/') WHERE address = '/feed.atom'",
        "DELETE FROM entries WHERE address LIKE '/research/%'",
        "DELETE FROM objects WHERE hash = (SELECT object FROM entries WHERE address = '/')",
        "UPDATE objects SET start = start + 1 WHERE hash = (SELECT object FROM entries WHERE address = '/')",
        "UPDATE packs SET length = length / 2",
        "DELETE FROM packs",
        "INSERT INTO entries SELECT '/planted/', 1, NULL, object, 200, media_type, headers, NULL, sheet FROM entries"
        " LIMIT 1",
    ],
)
def test_r19_what_was_edited_by_hand_is_put_right(folder, deed):
    before = published(folder)
    with closing(sqlite3.connect(folder / "store.sqlite3")) as store:
        assert store.execute(deed).rowcount > 0
        store.commit()
    scrubbing.scrub()
    assert published(folder) == before
    assert scrubbing.scrub() == scrubbing.Scrubbed()


@pytest.mark.parametrize("name", ["*.pack", "store.sqlite3", "ledger.sqlite3"])
def test_r19_a_deleted_file_is_made_anew(folder, name):
    before = published(folder)
    for file in folder.glob(name):
        file.unlink()
    scrubbing.scrub()
    assert published(folder) == before


@pytest.mark.soak
@pytest.mark.parametrize("name", ["*.pack", "store.sqlite3"])
def test_r19_two_hundred_turned_bits_are_found_and_mended(folder, name):
    assert rot(folder, name, 200) == []
