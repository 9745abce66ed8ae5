"""Addresses asked for in vain: counted, listed at the desk, led somewhere by one click. Row B12."""

from __future__ import annotations

import shutil
from datetime import date, timedelta

import pytest

from communique.content import missed
from communique.content.models import Missed
from communique.press.objects import Printed
from communique.press.serving.misses import Misses
from communique.press.store import Store
from communique.publishing.addresses import AddressTaken
from communique.publishing.models import Address

from .stories import article, copies

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


@pytest.fixture
def printed(settings):
    """What readers have: an article, and a list."""
    folder = settings.COMMUNIQUE.press_folder
    folder.mkdir(parents=True, exist_ok=True)
    with Store.open(folder, writer="a test") as store:
        with store.edition(cause="a test", position="", epoch="") as edition:
            for address in ("/research/ports-of-the-gulf/", "/topics/gas/"):
                edition.put(Printed(address, (b"<title>Told</title>",)))
        yield store
    shutil.rmtree(folder)


@pytest.fixture
def ports():
    return article("Ports of the Gulf")


def asked(folder, *paths):
    misses = Misses(folder)
    for path in paths:
        misses.note(path, "text/html")
    misses.leave()


def test_b12_what_readers_counted_is_added_up_by_the_worker(tmp_path):
    asked(tmp_path, "/lost/", "/lost/", "/gone-astray/")
    assert missed.take_in(TODAY, tmp_path) == 2
    asked(tmp_path, "/lost/")
    missed.take_in(TODAY + timedelta(days=1), tmp_path)
    told = [(one.address, one.count, one.first, one.last) for one in Missed.objects.all()]
    assert told[0] == ("/lost/", 3, TODAY, TODAY + timedelta(days=1)) and told[1][:2] == ("/gone-astray/", 1)


def test_b12_what_is_old_or_too_much_is_forgotten(monkeypatch):
    monkeypatch.setattr(missed, "MOST", 2)
    for number in range(4):
        Missed.objects.create(address=f"/lost/{number}/", count=number, first=TODAY, last=TODAY)
    Missed.objects.create(address="/long-ago/", count=99, first=date(2020, 1, 1), last=date(2020, 1, 1))
    missed.clear_away(TODAY)
    assert [one.address for one in Missed.objects.all()] == ["/lost/3/", "/lost/2/"]


def test_b12_a_file_that_is_none_of_ours_does_no_harm(tmp_path):
    (tmp_path / "missed").mkdir()
    (tmp_path / "missed/1.json").write_text('{"/lost/": "often", "/-/secret/": 3, "/found/": 1')
    (tmp_path / "missed/2.json").write_text('{"/lost/": "often", "/-/secret/": 3, "/found/": 1}')
    assert missed.take_in(TODAY, tmp_path) == 1
    assert [one.address for one in Missed.objects.all()] == ["/found/"]


def test_b12_an_address_leads_to_the_page_wherever_it_goes(printed, ports):
    Missed.objects.create(address="/2019/ports/", count=3, first=TODAY, last=TODAY)
    made = missed.lead("/2019/ports/", "/research/ports-of-the-gulf/")
    assert not Missed.objects.exists()
    ports.slug = "harbours"
    ports.save()
    (moved,) = copies("retired", made.pk)
    assert (moved.address, moved.status, moved.headers) == ("/2019/ports/", 301, (("Location", "/research/harbours/"),))


def test_b12_to_a_list_it_leads_by_its_address(printed):
    assert missed.lead("/category/gas/", "/topics/gas/").target == "/topics/gas/"


@pytest.mark.parametrize("to", ["", "/nowhere/", "https://elsewhere.example/", "//elsewhere.example/", "/lost/"])
def test_b12_nothing_leads_to_where_nothing_is(printed, to):
    with pytest.raises(missed.NoSuchPlace, match="give the address of a published page"):
        missed.lead("/lost/", to)


def test_b12_no_pages_own_address_is_taken_from_it(printed, ports):
    with pytest.raises(AddressTaken):
        missed.lead("/research/ports-of-the-gulf/", "/topics/gas/")


def test_b12_the_desk_proposes_the_page_and_one_click_does_it(client, hamid, printed, ports):
    one = Missed.objects.create(address="/news/ports-of-the-golf/", count=3, first=TODAY, last=date.today())
    client.force_login(hamid)
    told = client.get("/desk/missed/").content.decode()
    assert (
        "/news/ports-of-the-golf/" in told and 'value="/research/ports-of-the-gulf/"' in told and "<td>3</td>" in told
    )
    assert "Asked for in vain" in client.get("/desk/").content.decode()
    client.post(f"/desk/missed/{one.pk}/", {"to": "/research/ports-of-the-gulf/"})
    assert Address.objects.get(address="/news/ports-of-the-golf/").page_id == ports.pk
    assert not Missed.objects.exists()


def test_b12_what_is_of_no_use_is_forgotten(client, hamid):
    one = Missed.objects.create(address="/lost/", count=1, first=TODAY, last=date.today())
    client.force_login(hamid)
    client.post(f"/desk/missed/{one.pk}/", {"forget": "1"})
    assert not Missed.objects.exists()


def test_b12_who_only_writes_sees_and_does_nothing_of_it(client, amina):
    one = Missed.objects.create(address="/lost/", count=1, first=TODAY, last=date.today())
    client.force_login(amina)
    assert client.get("/desk/missed/").status_code != 200
    client.post(f"/desk/missed/{one.pk}/", {"forget": "1"})
    assert Missed.objects.exists()
    assert "Asked for in vain" not in client.get("/desk/").content.decode()
