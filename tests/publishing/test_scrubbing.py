"""A damaged store is found out and mended, never served as whole. Rows N1, N7."""

from __future__ import annotations

import random
from contextlib import contextmanager

import pytest

from communique.press.run import Press
from communique.press.store import Store, StoreIsDamaged, StoreIsHeld, StoreReader, damaged
from communique.publishing import pressing, scrubbing
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article

from .pressroom import published

pytestmark = pytest.mark.alike


@pytest.fixture
def folder(window, tmp_path, monkeypatch):
    """A printed site of five articles, with no press at work."""
    make_ready()
    for day in range(5):
        article(f"Article {day}", days=day)

    @contextmanager
    def press(progress=None):
        with Store.open(tmp_path, writer="a test") as store:
            made = Press(SiteNewsroom(window), store, tmp_path)
            yield made
            made.close()

    monkeypatch.setattr(pressing, "press", press)
    monkeypatch.setattr(scrubbing, "_folder", lambda: tmp_path)
    pressing.run_once()
    return tmp_path


def spoil(folder, address, at=-1):
    """One bit of a body turns; -1 is its last byte."""
    reader = StoreReader.open(folder)
    entry = reader.entry(address)
    reader.close()
    place = entry.start + (at if at >= 0 else entry.length + at)
    with (folder / f"{entry.pack:06}.pack").open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def test_n7_a_turned_bit_anywhere_in_a_body_is_found(folder):
    reader = StoreReader.open(folder)
    entry = reader.entry("/research/article-1/")
    reader.close()
    dice = random.Random(7)
    for at in {0, 3, 4, 5, *dice.sample(range(entry.length), 40)}:
        spoil(folder, entry.address, at)
        assert entry.address in scrubbing.verify()[1], at
        spoil(folder, entry.address, at)
    assert scrubbing.verify()[1] == ()


def test_n7_what_is_damaged_is_printed_anew_and_readers_get_it_whole(folder):
    before = published(folder)
    reader = StoreReader.open(folder)
    for address in ("/research/article-1/", "~footer/en", "/feed.atom"):
        spoil(folder, address)
    done = scrubbing.scrub()
    assert done.damaged == ("/feed.atom", "/research/article-1/", "~footer/en")
    assert (done.lost, done.aside) == ((), None)
    reader.refresh()
    assert list(damaged(reader)) == []
    reader.close()
    assert published(folder) == before
    assert scrubbing.scrub() == scrubbing.Scrubbed()


def test_n7_what_can_not_be_printed_anew_is_no_longer_served(folder, monkeypatch):
    spoil(folder, "/research/article-1/")
    set_type = SiteNewsroom.set_type

    def refuse(newsroom, copy):
        if copy.address == "/research/article-1/":
            raise ValueError("the template is away")
        return set_type(newsroom, copy)

    monkeypatch.setattr(SiteNewsroom, "set_type", refuse)
    done = scrubbing.scrub()
    assert done.lost == ("/research/article-1/",)
    assert "/research/article-1/" not in published(folder)


@pytest.mark.parametrize("harm", ["cut short", "missing", "no database"])
def test_n7_a_store_that_can_not_be_read_is_set_aside_and_printed_anew(folder, harm):
    before = published(folder)
    [pack] = folder.glob("*.pack")
    if harm == "cut short":
        pack.write_bytes(pack.read_bytes()[:100])
    elif harm == "missing":
        pack.unlink()
    else:
        for file in folder.glob("store.sqlite3*"):
            file.write_bytes(b"rubbish" * 1000)
    with pytest.raises(StoreIsDamaged, match="`communique press scrub` prints it anew"):
        scrubbing.verify()
    done = scrubbing.scrub()
    assert done.aside is not None and any(done.aside.iterdir())
    assert published(folder) == before


def test_n7_a_press_at_work_is_not_disturbed(folder):
    with Store.open(folder, writer="the press of the test"), pytest.raises(StoreIsHeld, match="the press of the test"):
        scrubbing.scrub()
