import tracemalloc
from datetime import UTC, datetime, timedelta

import pytest

from communique.press.objects import Printed
from communique.press.store import (
    Failure,
    FragmentRing,
    Store,
    StoreIsHeld,
    StoreIsNewer,
    UnfitForPrint,
    UnknownEdition,
)

from ..pages import page, publish, text


def test_what_is_put_is_what_readers_get(store, reader):
    publish(store, page("/", "Ports of the Gulf"))
    assert reader.refresh()
    assert text(reader, "/") == "Ports of the Gulf"


def test_putting_the_same_again_changes_nothing(store, reader):
    assert publish(store, page("/", "Ports")) == [True]
    assert publish(store, page("/", "Ports")) == [False]
    assert store.current().number == 1


def test_a_page_with_another_status_is_another_page(store):
    publish(store, page("/", "Ports"))
    assert publish(store, page("/", "Ports", status=410)) == [True]


def test_an_edition_without_changes_only_takes_down_its_position(store):
    publish(store, page("/", "Ports"), position="7")
    publish(store, page("/", "Ports"), position="8", epoch="second")
    assert (store.current().number, store.current().position, store.current().epoch) == (1, "8", "second")


def test_the_first_edition_is_made_even_if_it_is_empty(store):
    publish(store)
    assert store.current().number == 1


def test_an_error_in_the_block_leaves_everything_as_it_was(store, reader):
    publish(store, page("/", "old"))
    with pytest.raises(ZeroDivisionError), store.edition(cause="an accident") as edition:
        edition.put(page("/", "new"))
        edition.remove("/")
        raise ZeroDivisionError
    reader.refresh()
    assert text(reader, "/") == "old"
    assert publish(store, page("/", "newer")) == [True]


def test_removed_pages_answer_no_more(store, reader):
    publish(store, page("/", "home"), page("/a/", "a"))
    with store.edition(cause="a removal") as edition:
        assert edition.remove("/a/")
        assert not edition.remove("/b/")
        assert edition.has("/") and not edition.has("/a/")
    reader.refresh()
    assert set(reader.addresses()) == {"/"} == store.addresses()


def test_keeping_only_some_removes_the_others(store, reader):
    publish(store, page("/", "home"), page("/a/", "a"), page("/b/", "b"))
    with store.edition(cause="a full print") as edition:
        edition.put(page("/a/", "another"))
        edition.put(page("/c/", "c"))
        edition.keep_only(["/a/", "/b/"])
    reader.refresh()
    assert set(reader.addresses()) == {"/a/", "/b/"}
    assert text(reader, "/a/") == "another"


def test_going_back_makes_a_new_edition_with_the_old_pages(store, reader):
    publish(store, page("/", "first"), page("/a/", "a"))
    publish(store, page("/", "second"), page("/b/", "b"), position="9", epoch="this")
    assert store.rollback_to(1).number == 3
    reader.refresh()
    assert text(reader, "/") == "first"
    assert set(reader.addresses()) == {"/", "/a/"}
    assert (store.current().position, store.current().epoch) == ("", "this")


def test_one_cannot_go_back_to_an_edition_that_is_not_kept(store):
    publish(store, page("/", "first"))
    with pytest.raises(UnknownEdition, match="Edition 7 is not kept; these are: 1"):
        store.rollback_to(7)


def test_a_second_writer_is_told_who_the_first_is(store):
    with pytest.raises(StoreIsHeld, match="the test press, process"):
        Store.open(store.folder, writer="another")


def test_a_store_of_a_later_version_is_refused(tmp_path):
    with Store.open(tmp_path, writer="tomorrow") as store:
        store._connection.execute("UPDATE meta SET value = 2 WHERE name = 'format'")
    with pytest.raises(StoreIsNewer, match="later version of communique"):
        Store.open(tmp_path, writer="today")


def test_a_failed_page_is_remembered_since_it_first_failed(store):
    publish(store, page("/", "home"))
    for reason in ("no date", "no byline"):
        with store.edition(cause="a run") as edition:
            edition.fail(Failure("article", "12", "/a/", reason))
    (failure,) = store.failures()
    assert (failure.reason, failure.last_edition) == ("no byline", 1)
    assert failure.since < store.current().made + timedelta(hours=1)
    store.record_failures([], mended=[("article", "12")])
    assert store.failures() == []


def test_failures_of_an_abandoned_edition_are_not_remembered(store):
    with pytest.raises(ZeroDivisionError), store.edition(cause="an accident") as edition:
        edition.fail(Failure("article", "12", "/a/", "no date"))
        raise ZeroDivisionError
    assert store.failures() == []


def test_a_fragment_cannot_stand_in_itself(store):
    publish(store, page("~a", "a", "~b"), page("~b", "b"))
    with store.edition(cause="a mistake") as edition:
        with pytest.raises(FragmentRing, match="~b would stand in itself"):
            edition.put(page("~b", "b", "~a"))
        assert edition.put(page("/", "home"))


@pytest.mark.parametrize(
    "address", ["articles/", "//evil.example/", "/a\n/", "/a#b/", "/cafe\N{COMBINING ACUTE ACCENT}/"]
)
def test_an_address_nobody_could_ask_for_is_refused(store, address):
    with store.edition(cause="a mistake") as edition, pytest.raises(UnfitForPrint):
        edition.put(page(address, "text"))


def test_a_header_cannot_smuggle_another(store):
    with store.edition(cause="a mistake") as edition, pytest.raises(UnfitForPrint):
        edition.put(page("/", "text", headers=(("Location", "/x\r\nSet-Cookie: a=b"),)))


def test_old_editions_are_forgotten_and_the_current_one_is_kept(tmp_path):
    hours = iter(datetime(2026, 5, 1, hour, tzinfo=UTC) for hour in range(24))
    with Store.open(tmp_path, writer="hourly", clock=lambda: next(hours)) as store:
        for number in range(6):
            publish(store, page("/", f"edition {number}"), page("/about/", "always"))
        assert store.prune(keep=2, younger_than=timedelta(hours=1)) == 4
        assert [edition.number for edition in store.editions()] == [6, 5]
        assert store.rollback_to(5).number == 7
        objects = store._connection.execute("SELECT count(*) FROM objects").fetchone()
        assert objects == (3,)


def test_a_film_is_kept_without_being_copied_in_memory(store, reader):
    film = bytes(range(256)) * (1 << 15)
    tracemalloc.start()
    publish(store, Printed("/media/film.mp4", (film,), "video/mp4"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(film) // 2
    assert reader.refresh() and reader.body(reader.entry("/media/film.mp4")) == film
