import errno
import os
import random
import subprocess
import sys
import time

import pytest

from communique.press.store import Store, StoreIsDamaged, StoreIsHeld, StoreReader
from communique.press.store import packs as packs_module

from ..pages import page, publish, text
from . import restless_press

SEED = int(os.environ.get("COMMUNIQUE_TEST_SEED", "20260501"))


def start_the_press(folder):
    return subprocess.Popen([sys.executable, restless_press.__file__, str(folder)], stdout=subprocess.PIPE)


def kill_amid(press, editions, seconds):
    """Let it make so many editions and work on a moment longer; the number of the last one it said was out."""
    press.stdout.readline()
    said = [press.stdout.readline() for _ in range(editions)]
    time.sleep(seconds)  # the moment of death is what is tried here
    press.kill()
    said += press.stdout.read().split()
    press.wait()
    press.stdout.close()
    return int(said[-1]) if said else 0


def assert_is_one_edition(reader):
    expected = {
        printed.address: b"".join(part for part in printed.body if isinstance(part, bytes))
        for printed in (restless_press.pages(reader.number))
    }
    for address in reader.addresses():
        footer = b"" if address.startswith("~") else expected["~footer"]
        assert reader.body(reader.entry(address)) == expected[address] + footer
    assert reader.edition.position == str(reader.number)


def test_a_killed_press_leaves_the_old_edition_or_the_new_one(tmp_path):
    moments = random.Random(SEED)
    reader, last = StoreReader.open(tmp_path), 0
    for _ in range(20):
        said = kill_amid(start_the_press(tmp_path), moments.randrange(4), moments.uniform(0, 0.03))
        reader.refresh()
        fresh = StoreReader.open(tmp_path)
        assert fresh.number == reader.number >= max(said, last), f"seed {SEED}"
        last = reader.number
        for one in (reader, fresh) if last else ():
            assert_is_one_edition(one)
        fresh.close()
    assert last > 20, SEED


def test_readers_see_whole_editions_while_the_press_works(tmp_path):
    press = start_the_press(tmp_path)
    press.stdout.readline()
    reader, seen = StoreReader.open(tmp_path), []
    while len(seen) < 40 and press.poll() is None:
        if reader.refresh():
            assert_is_one_edition(reader)
            seen.append(reader.number)
    press.kill()
    press.communicate()
    assert len(seen) == 40 and seen == sorted(seen)


def test_a_dead_press_holds_no_lock(tmp_path):
    press = start_the_press(tmp_path)
    press.stdout.readline()
    with pytest.raises(StoreIsHeld, match="the restless press"):
        Store.open(tmp_path, writer="the next one")
    press.kill()
    press.communicate()
    Store.open(tmp_path, writer="the next one").close()


def test_a_forked_child_doesnt_keep_the_store_of_a_dead_parent_locked(tmp_path):
    store = Store.open(tmp_path, writer="the parent")
    (up, up_end), (stay, leave) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.write(up_end, b"up")
        os.close(leave)
        os.read(stay, 1)
        os._exit(0)
    os.read(up, 2)
    store._lock.let_go()  # as a sudden death would
    Store.open(tmp_path, writer="the next one").close()
    os.close(leave)
    os.waitpid(child, 0)


@pytest.mark.parametrize("call", ["pwrite", "fsync", "ftruncate"])
def test_a_full_disk_leaves_the_old_edition(store, reader, monkeypatch, call):
    publish(store, page("/", "old"))

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(packs_module.os, call, full)
        with pytest.raises(OSError, match="No space"):
            publish(store, page("/", os.urandom(2_000_000).hex(), media_type="image/webp"))
    reader.refresh()
    assert (text(reader, "/"), store.current().number) == ("old", 1)
    publish(store, page("/", "new"))
    reader.refresh()
    assert text(reader, "/") == "new"


def test_a_store_without_one_of_its_packs_is_refused(tmp_path):
    with Store.open(tmp_path, writer="the test press") as store:
        publish(store, page("/", "home"))
    (tmp_path / "000001.pack").unlink()
    with pytest.raises(StoreIsDamaged, match=r"000001\.pack is missing or cut short; move the store away"):
        Store.open(tmp_path, writer="the next one")
    with pytest.raises(StoreIsDamaged):
        StoreReader.open(tmp_path)
