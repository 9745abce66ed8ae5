"""The desk's page of the press: what readers have, what waits, what the last run did, what failed. Row N8."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from communique.press import last_run
from communique.press.objects import Printed
from communique.press.store import Failure, Store
from communique.press.work import Run

from .stories import article

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings):
    place = settings.COMMUNIQUE.press_folder
    place.mkdir(parents=True, exist_ok=True)
    yield place
    shutil.rmtree(place)


def printed(folder, *failures):
    with Store.open(folder, writer="a test") as store, store.edition(cause="a test", position="", epoch="") as edition:
        edition.put(Printed("/research/ports/", (b"<title>Ports</title>",)))
        for failure in failures:
            edition.fail(failure)


def test_n8_before_anything_is_printed_it_says_so(client, hamid, folder):
    client.force_login(hamid)
    assert "Nothing has been printed yet" in client.get("/desk/press/").content.decode()


def test_n8_it_tells_what_readers_have_and_what_the_last_run_did(client, hamid, folder):
    printed(folder)
    run = Run(1, "3 changes", full=False, printed=frozenset({"/a/", "/b/"}), asked=42, took=0.0531)
    last_run.keep(folder, run, datetime(2026, 11, 27, 9, 30, tzinfo=UTC))
    client.force_login(hamid)
    told = client.get("/desk/press/").content.decode()
    assert "None. All that is published is printed." in told
    assert "Published addresses" in told and "Changes waiting" in told
    assert "0.05" in told and "27 November 2026" in told


def test_n8_a_page_that_failed_stands_there_with_its_reason_and_the_way_to_it(client, hamid, folder):
    page = article("Ports of the Gulf")
    printed(folder, Failure("article", str(page.pk), "/research/ports-of-the-gulf/", "The picture is lost."))
    client.force_login(hamid)
    told = client.get("/desk/press/").content.decode()
    assert f'href="/desk/pages/{page.pk}/edit/"' in told and "The picture is lost." in told


def test_n8_who_only_writes_is_not_shown_it(client, amina):
    client.force_login(amina)
    assert client.get("/desk/press/").status_code != 200
