"""Random sequences of all operations: what is printed bit by bit equals a full print, byte for byte."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from communique.press.run import Press
from communique.press.store import Store, StoreReader
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.rendering import Rendering

from .newsroom import Newsroom

GROUPS = 4
SEQUENCES = 50 if connection.vendor == "sqlite" else 13
MOVES = 6


class Clock(SiteNewsroom):
    """The site's newsroom under a clock of our own."""

    moment = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self):
        return self.moment


def published(folder):
    reader = StoreReader.open(folder)
    reader.refresh()
    found = {
        address: (entry.status, entry.media_type, entry.headers, entry.expires, reader.body(entry))
        for address in reader.addresses()
        if (entry := reader.entry(address))
    }
    reader.close()
    return found


def whole(newsroom, folder):
    """What a full print into an empty store gives; the pending changes stay."""
    kept, newsroom.settle = newsroom.settle, lambda *_: None
    with Store.open(folder, writer="whole") as store:
        press = Press(newsroom, store, folder)
        run = press.run(full=True)
        press.close()
    newsroom.settle = kept
    assert not run.failed
    return published(folder)


def differing(some, others):
    return {address for address in some.keys() | others.keys() if some.get(address) != others.get(address)}


@pytest.mark.parametrize("seed", range(GROUPS))
def test_bit_by_bit_equals_all_at_once(seed, window, tmp_path):
    dice = random.Random(seed)
    room = Newsroom(dice)
    room.open()
    newsroom = Clock(window)
    with Store.open(tmp_path / "bits", writer="bits") as store:
        press = Press(newsroom, store, tmp_path / "bits")
        for number in range(SEQUENCES):
            for _ in range(2):
                room.work(MOVES)
                newsroom.moment += timedelta(days=dice.randrange(40))
                run = press.run()
                assert not run.failed, (seed, number, run.failed)
            bits, together = published(tmp_path / "bits"), whole(newsroom, tmp_path / f"whole-{number}")
            wrong = differing(bits, together)
            told = [(address, bits.get(address), together.get(address)) for address in sorted(wrong)[:3]]
            assert not wrong, (seed, number, room.done[-2 * MOVES :], told)
        press.close()


def test_rendering_is_the_sites_own():
    assert isinstance(Rendering.of_site(), Rendering)
