"""The press tells why it printed what it printed: a changed name reaches its pages, and nothing else. Row N1."""

from __future__ import annotations

import pytest

from communique.content.models import Person, Topic
from communique.press import explaining
from communique.press.run import Press
from communique.press.store import Store, StoreReader
from communique.publishing import explanations
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article


@pytest.fixture
def press(window, tmp_path, monkeypatch):
    """Twelve articles of two people, printed."""
    make_ready()
    monkeypatch.setattr(explanations, "_folder", lambda: tmp_path)
    monkeypatch.setattr(explanations, "SiteNewsroom", lambda: SiteNewsroom(window))
    topic = Topic.objects.create(title="Ports")
    people = [Person.objects.create(name=name) for name in ("Sana Malik", "Omar Haddad")]
    for day in range(12):
        article(f"Article {day}", days=day, topics=[topic], author=people[day % 2])
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        press.run()
        yield press
        press.close()


def bearing(folder, words):
    """The addresses whose own text has these words."""
    reader = StoreReader.open(folder)
    found = {
        address
        for address, entry in reader.entries.items()
        if any(isinstance(part, bytes) and words.encode() in part for part in reader.printed_body(entry))
    }
    reader.close()
    return found


def test_n1_a_changed_name_prints_what_shows_it_and_nothing_else_and_the_press_says_so(press, tmp_path):
    showed = bearing(tmp_path, "Sana Malik")
    sana = Person.objects.get(name="Sana Malik")
    sana.name = "Sana Malik-Rehman"
    sana.save()
    run = press.run()
    assert run.printed == showed == bearing(tmp_path, "Sana Malik-Rehman")
    assert {f"/research/article-{day}/" for day in range(0, 12, 2)} < showed
    told = explaining.told_of_edition(tmp_path, run.edition)
    assert {address for _, addresses in told for address in addresses} == run.printed
    assert any(reason == f"content.questions.names.person({sana.pk}, 'en')" for reason, _ in told)
    assert f"content_person {sana.pk}" in explaining.changes_before(tmp_path, run.edition)


def test_n1_a_page_tells_what_it_asked_by_which_shape_and_why_it_was_printed(press):
    sana = Person.objects.get(name="Sana Malik")
    before = "\n".join(explanations.of_address("/research/article-0/"))
    assert "everything was printed" in before and f"content_person: the row {sana.pk}" in before
    sana.name = "Sana Malik-Rehman"
    sana.save()
    run = press.run()
    after = explanations.of_address("/research/article-0/")
    assert f"  Because    content.questions.names.person({sana.pk}, 'en') (edition {run.edition})" in after
    assert f"  Changed    content_person {sana.pk}" in after
    assert any(line.startswith("  Fragment   ~footer/en") for line in after)
    assert explanations.of_edition(None)[0].startswith(f"Edition {run.edition}, ")
    assert explanations.of_address("/nowhere/") == []
    assert explanations.of_edition(999) == []


def test_n1_a_new_page_says_that_it_is_new(press, tmp_path):
    article("New", days=40, author=Person.objects.first())
    run = press.run()
    assert "/research/new/" in dict(explaining.told_of_edition(tmp_path, run.edition))["it is new"]


def test_n1_where_nothing_was_printed_that_is_said(tmp_path):
    with pytest.raises(explaining.NoLedger, match="`communique press run`"):
        explaining.changes_before(tmp_path, 1)
