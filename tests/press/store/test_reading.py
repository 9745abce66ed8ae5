import shutil
from datetime import timedelta

import pytest

from communique.press.objects import Include
from communique.press.store import Store, StoreReader, packs

from ..pages import page, publish, text


def test_a_reader_may_come_before_the_first_edition(tmp_path):
    reader = StoreReader.open(tmp_path)
    assert (reader.number, reader.refresh()) == (0, False)
    with Store.open(tmp_path, writer="late") as store:
        publish(store, page("/", "home"))
        assert reader.refresh()
    assert text(reader, "/") == "home"


def test_a_reader_follows_every_kind_of_change(store, reader):
    publish(store, page("/", "home"), page("/a/", "a"), page("/b/", "b"))
    reader.refresh()
    publish(store, page("/", "new home"), page("/c/", "c"))
    with store.edition(cause="a removal") as edition:
        edition.remove("/b/")
    reader.refresh()
    assert {address: text(reader, address) for address in reader.addresses()} == {
        "/": "new home",
        "/a/": "a",
        "/c/": "c",
    }
    assert reader.number == 3


def test_only_changed_rows_are_read(store, reader):
    publish(store, *(page(f"/{number}/", str(number)) for number in range(50)))
    reader.refresh()
    publish(store, page("/7/", "seven"))
    changes = reader.changes()
    assert (set(changes.entries), changes.gone, changes.whole) == ({"/7/"}, frozenset(), False)


def test_nothing_new_is_noticed_without_reading(store, reader):
    publish(store, page("/", "home"))
    assert reader.refresh()
    assert not reader.changed()
    assert not reader.refresh()


def test_a_reader_that_fell_behind_what_is_kept_reads_it_all(store, reader):
    publish(store, page("/", "home"), page("/a/", "a"))
    reader.refresh()
    with store.edition(cause="a removal") as edition:
        edition.remove("/a/")
    for number in range(5):
        publish(store, page("/", f"home {number}"))
    store.prune(keep=1, younger_than=timedelta(0))
    reader.refresh()
    assert set(reader.addresses()) == {"/"}


def test_a_store_put_in_the_place_of_another_is_noticed(tmp_path):
    for name in ("one", "two"):
        with Store.open(tmp_path / name, writer=name) as store:
            publish(store, page("/", f"from {name}"))
    reader = StoreReader.open(tmp_path / "one")
    shutil.rmtree(tmp_path / "one")
    shutil.copytree(tmp_path / "two", tmp_path / "one")
    reader.refresh()
    assert text(reader, "/") == "from two"


def test_bodies_handed_out_stay_good_when_the_packs_grow(store, reader, monkeypatch):
    monkeypatch.setattr(packs, "MIB", 1 << 10)
    publish(store, page("/", "home " * 100))
    reader.refresh()
    body = reader.impression(reader.entry("/"))
    for number in range(30):
        publish(store, page("/other/", str(number) * 5000, media_type="image/webp"))
        reader.refresh()
    assert bytes(body.parts[0].stored) == bytes(reader.impression(reader.entry("/")).parts[0].stored)
    assert text(reader, "/") == "home " * 100


def test_full_packs_are_followed_by_new_ones_and_empty_ones_deleted(store, reader, monkeypatch):
    monkeypatch.setattr(packs, "FULL", 3000)
    for number in range(6):
        publish(store, page("/", str(number) * 2000, media_type="image/webp"))
    assert len(list(store.folder.glob("*.pack"))) == 6
    reader.refresh()
    store.prune(keep=1, younger_than=timedelta(0))
    assert [path.name for path in store.folder.glob("*.pack")] == ["000006.pack"]
    assert text(reader, "/") == "5" * 2000


def test_fragments_stand_in_their_places(store, reader):
    publish(
        store,
        page("/", "before ", "~footer/en", " after"),
        page("~footer/en", "[", "~year", "]"),
        page("~year", "2026"),
    )
    reader.refresh()
    assert text(reader, "/") == "before [2026] after"
    publish(store, page("~year", "2027"))
    reader.refresh()
    assert text(reader, "/") == "before [2027] after"


def test_a_missing_fragment_is_empty(store, reader):
    publish(store, page("/", "before ", "~none/en", "after"))
    reader.refresh()
    assert text(reader, "/") == "before after"


def test_the_body_as_it_was_printed_can_be_compared(store, reader):
    publish(store, page("/", "before ", "~footer/en", " after"))
    reader.refresh()
    assert reader.printed_body(reader.entry("/")) == (b"before ", Include("~footer/en"), b" after")


def test_a_live_page_wears_the_printed_frame(store, reader):
    publish(
        store, page("~frame/en", "<html>", "~nav/en", "<main>", "~body", "</main></html>"), page("~nav/en", "<nav>")
    )
    assert reader.frame("en", "<p>Thank you ~nav/en</p>") == "<html><nav><main><p>Thank you ~nav/en</p></main></html>"
    assert reader.frame("ur", "x") == "<html><nav><main>x</main></html>"


def test_without_a_frame_a_live_page_is_bare(reader):
    assert reader.frame("en", "<p>Thank you</p>") == "<p>Thank you</p>"


def test_garbage_behind_the_last_edition_is_written_over(store, reader):
    publish(store, page("/", "home"))
    pack = store.folder / "000001.pack"
    with pytest.raises(ZeroDivisionError), store.edition(cause="an accident") as edition:
        edition.put(page("/a/", "never kept " * 1000))
        raise ZeroDivisionError
    (length,) = store._connection.execute("SELECT length FROM packs").fetchone()
    with pack.open("r+b") as file:
        file.seek(length)
        file.write(b"left over by a crash" * 50)
    publish(store, page("/a/", "kept"))
    reader.refresh()
    assert (text(reader, "/"), text(reader, "/a/")) == ("home", "kept")
