"""Random sequences of all operations: what is printed bit by bit equals a full print, byte for byte.

Each run of the tests takes other sequences. COMMUNIQUE_TEST_SEED=… repeats those of a run that failed,
COMMUNIQUE_TEST_SEQUENCES=… says how many are tried on each site.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import Page

from communique.content import lists
from communique.content.questions import lists as questions_of_lists
from communique.press import composing
from communique.press.store import making
from communique.publishing import declarations
from communique.publishing.models import PendingChange
from communique.publishing.rendering import Rendering

from . import in_vain
from .deeds import DEEDS
from .newsroom import Newsroom
from .pressroom import TEMPLATES, Pressroom

SEED = int(os.environ.get("COMMUNIQUE_TEST_SEED", "0")) or random.SystemRandom().randrange(1 << 32)
SQLITE = connection.vendor == "sqlite"
SITES = [25] * 8 if SQLITE else [13] * 4
SOAKED = [200] * 4 + [50] * 184 if SQLITE else [150] * 4 + [50] * 40
"""So many sequences on each site: ten thousand in the soak on SQLite. A site that grows is printed ever more slowly."""

MOVES = 6
IN_VAIN = 0.2  # at most, of the sheets that are reprinted bit by bit
ENOUGH = 1000  # of them, to judge by
KEPT = 4000  # texts
IN_MEMORY = Path("/dev/shm")

soaked_sheets: Counter[str] = Counter()


@pytest.fixture
def folder():
    """Stores without number, on no disk where that can be had."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture(autouse=True)
def short_lists(monkeypatch):
    """So that a dozen articles fill several pages of a list."""
    for place in (lists, questions_of_lists):
        monkeypatch.setattr(place, "PAGE", 3)


@pytest.fixture(autouse=True)
def each_text_pressed_once(monkeypatch):
    """What is stored for a text is always the same, and a full print has nearly all that were printed bit by bit.

    What is compared is still taken from each store by itself.
    """
    pressed: dict[tuple, tuple[bytes, ...]] = {}

    def pieces_of(printed):
        key = (printed.body, printed.media_type)
        if key not in pressed:
            if len(pressed) >= KEPT:
                pressed.clear()
            pressed[key] = composing.pieces_of(printed)
        return pressed[key]

    monkeypatch.setattr(making, "pieces_of", pieces_of)


@pytest.fixture
def site():
    """What befalls the site's configuration and templates is undone."""
    before = settings.COMMUNIQUE
    yield
    settings.COMMUNIQUE = before
    shutil.rmtree(TEMPLATES, ignore_errors=True)


def play(window, folder, number, sequences):
    """So many sequences on one site, each of two runs of the press, and what stands there compared after each."""
    room = Newsroom(random.Random(f"{SEED} {number}"))
    room.open()
    here = Pressroom(window, room, folder)
    for sequence in range(int(os.environ.get("COMMUNIQUE_TEST_SEQUENCES", sequences))):
        for _ in range(2):
            room.work(MOVES)
            here.time_passes()
            if room.dice.random() < 0.25:
                here.something_happens()
            here.run()
        bits, whole = here.compared()
        wrong = sorted(address for address in bits.keys() | whole.keys() if bits.get(address) != whole.get(address))
        assert not wrong, told(number, sequence, room, wrong, bits, whole)
    here.close()


def told(number, sequence, room, wrong, bits, whole):
    """All that helps to find it: how to repeat it, what was done last, and what differs."""
    lines = [f"COMMUNIQUE_TEST_SEED={SEED}, site {number}, sequence {sequence}", ", ".join(room.done[-3 * MOVES :])]
    for address in wrong[:3]:
        lines += [address, f"  bit by bit: {bits.get(address)}", f"  at once:    {whole.get(address)}"]
    return "\n".join(lines)


@pytest.mark.long
@pytest.mark.parametrize(("number", "sequences"), list(enumerate(SITES)))
def test_n1_bit_by_bit_equals_all_at_once(number, sequences, window, site, folder):
    play(window, folder, number, sequences)


@pytest.mark.soak
@pytest.mark.parametrize(("number", "sequences"), list(enumerate(SOAKED, len(SITES))))
def test_bit_by_bit_equals_all_at_once_for_long(number, sequences, window, site, folder):
    """And at most a fifth of what is reprinted bit by bit is what it was."""
    with in_vain.counted() as sheets:
        play(window, folder, number, sequences)
    soaked_sheets.update(sheets)
    print(f"seed {SEED}, site {number}: {sequences} sequences, {dict(sheets)}, all sites: {dict(soaked_sheets)}")
    assert soaked_sheets["in vain"] <= IN_VAIN * max(ENOUGH, soaked_sheets["reprinted"])


@pytest.mark.alike
def test_the_deeds_reach_every_table(transactional_db, monkeypatch):
    """A new public table is for them too: somebody has to change it."""
    room = Newsroom(random.Random(SEED), places=40)
    room.open()
    for _ in range(6):  # by chance some deeds find nothing to do
        for deed in DEEDS:
            room.do(deed)
        untouched = declarations.tables.keys() - set(PendingChange.objects.values_list("table", flat=True))
        if not untouched:
            break
    assert untouched == set(), f"COMMUNIQUE_TEST_SEED={SEED}"
    assert Page.objects.count() > 10


def test_rendering_is_the_sites_own():
    assert isinstance(Rendering.of_site(), Rendering)
