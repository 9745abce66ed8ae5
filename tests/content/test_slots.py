"""Home and landing pages from curated slots, with an end and what stands in. Row C7; lists by kind, row B4."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import PageViewRestriction

from communique.content import amendments, gate
from communique.content.amendments import Classed
from communique.content.models import Amendment, LandingPage, Listing, PlainPage, Topic
from communique.content.slots import telling

from .stories import NOW, article, block, copy, home, section

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def pick(page=None, until: date | None = None):
    return {"page": page.pk if page else None, "until": until.isoformat() if until else None}


def lead(page=None, until=None, kinds=()):
    return block("lead", {**pick(page, until), "kinds": list(kinds)})


def row(*picks, heading="", kinds=()):
    items = [{"type": "item", "value": one, "id": str(at)} for at, one in enumerate(picks)]
    return block("row", {"heading": heading, "picks": items, "kinds": list(kinds)})


def newest(count=4, *, heading="", kinds=(), topic=None):
    told = {"heading": heading, "kinds": list(kinds), "topic": topic.pk if topic else None, "count": count}
    return block("newest", told)


def curated(*slots, page=None):
    page = page or home()
    page.slots = list(slots)
    page.save()
    return page


def titles(page, name="home", now=NOW):
    from .stories import copies

    (printed,) = copies(name, page.pk, now)
    return [[card["title"] for card in slot["articles"]] for slot in printed.context["slots"]]


@pytest.fixture
def four():
    return [article(f"Article {number}", days=number) for number in range(4)]


def test_c7_a_home_that_nobody_curated_shows_what_sections_offer(four):
    printed = copy("home", home())
    assert printed.context["slots"] == [] and printed.context["includes"][0] == "~recent-articles/en"


def test_c7_picks_stand_in_their_order_and_no_page_twice(four):
    page = curated(newest(2), lead(four[0]), row(pick(four[3]), pick(four[3]), pick(four[0])))
    # What was picked has its place first; the newest are those that nobody picked.
    assert titles(page) == [["Article 2", "Article 1"], ["Article 0"], ["Article 3"]]
    assert copy("home", page).context["includes"] == []


def test_c7_after_its_last_day_the_newest_takes_its_place_by_itself(four):
    page = curated(lead(four[0], until=TODAY))
    assert titles(page) == [["Article 0"]]
    assert titles(page, now=NOW + timedelta(days=1)) == [["Article 3"]]


def test_c7_the_press_is_told_when_that_will_be(four):
    from communique.content.drafts import DeskWindow
    from communique.content.questions.slots import over
    from communique.press.reading import WindowReading

    reading = WindowReading(DeskWindow(), NOW)
    notes = reading.begin()
    assert over.reads(reading, TODAY.isoformat()) is False
    reading.end()
    midnight = datetime(2026, 11, 25, tzinfo=UTC)
    assert notes.due == int(midnight.timestamp() * 1_000_000)


def _unpublish(page):
    page.unpublish()


def _close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def _retract(page):
    page.classed = Classed(Amendment.Kind.RETRACTION, note="The figures were wrong.")
    page.title = f"{page.title}!"
    page.save_revision().publish()
    assert amendments is not None


def _delete(page):
    page.delete()


@pytest.mark.parametrize("befalls", [_unpublish, _close, _retract, _delete])
def test_c7_what_readers_cant_see_is_followed_by_the_newest(four, befalls):
    page = curated(lead(four[0]), row(pick(four[1]), pick()))
    befalls(four[0])
    assert titles(page) == [["Article 3"], ["Article 1", "Article 2"]]
    (told,) = telling.of_live(page, NOW)
    assert "The newest takes its place." in str(told.said)


def test_c7_an_empty_slot_prints_nothing_and_its_editor_is_told(four):
    nothing = Topic.objects.create(title="Grain")
    page = curated(newest(heading="About grain", topic=nothing), lead(four[1]))
    assert titles(page) == [["Article 1"]]
    (told,) = telling.of_live(page, NOW)
    assert str(told.name) == "Newest “About grain”" and told.said == telling.EMPTY
    warned = [one for one in gate.judge(page, NOW).findings if one.rule == "slots_without_their_matter"]
    assert [one.level for one in warned] == [gate.Level.WARNS]
    assert warned[0].place.path == f"slots.{page.slots[0].id}"


def test_c7_slots_are_no_body_whose_blocks_would_be_refused(four):
    page = curated(lead(four[1]), block("callout", {"heading": "Join us", "text": "<p>Write.</p>", "page": None}))
    assert [one.rule for one in gate.judge(page, NOW).findings if one.place.path.startswith("slots")] == []


def test_c7_links_in_slots_are_looked_at(four):
    text = '<p>See <a href="#">this</a>.</p>'
    page = curated(lead(four[1]), block("callout", {"heading": "", "text": text, "page": None, "label": ""}))
    found = {one.rule: one for one in gate.judge(page, NOW).findings}
    assert found["empty_links"].place.path.startswith("slots.")


def test_c7_the_desk_begins_with_what_is_missing(client, hamid, four):
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    page = curated(lead(four[0], until=date(2020, 1, 1)))
    told = client.get("/desk/").content.decode()
    assert "Front pages that want a look" in told and f"/desk/pages/{page.pk}/edit/" in told
    assert "“Article 0” had its last day here on 1 January 2020" in told
    curated(lead(four[0]))
    assert "Front pages that want a look" not in client.get("/desk/").content.decode()


def test_b4_a_list_of_the_newest_says_of_which_kinds_and_which_topic(four):
    gas = Topic.objects.create(title="Gas")
    for number in (0, 2):
        four[number].topics = [gas]
        four[number].save()
    page = curated(newest(3, topic=gas, kinds=["articles.articlepage"]), newest(3, kinds=["content.plainpage"]))
    printed = copy("home", page)
    assert titles(page) == [["Article 2", "Article 0"]]
    assert printed.context["slots"][0]["more"] == {"title": "Gas", "address": "/topics/gas/"}


def test_c7_other_languages_have_their_own_newest(four):
    article("گیس", language="ur", under=section("تحقیق", "ur"))
    assert titles(curated(newest(3), page=home("ur"))) == [["گیس"]]


def test_c7_a_landing_page_is_curated_the_same_way_and_can_be_picked_itself(four):
    page = LandingPage(title="Our themes", standfirst="Where to begin.")
    about = PlainPage(title="About us", standfirst="Who we are.")
    for one in (page, about):
        home().add_child(instance=one)
    curated(row(pick(about), pick(page), pick(), heading="First"), page=page)
    printed = copy("landing page", page)
    assert printed.address == "/our-themes/" and printed.context["slots"][0]["heading"] == "First"
    assert titles(page, "landing page") == [["About us", "Article 3", "Article 2"]]  # itself it doesn't show
    assert titles(curated(lead(page))) == [["Our themes"]]


def test_c7_topics_and_words_lead_on(four):
    gas, grain = Topic.objects.create(title="Gas"), Topic.objects.create(title="Grain")
    four[0].topics = [gas]
    four[0].save()
    topics = block("topics", {"heading": "Begin with", "topics": [gas.pk, grain.pk]})
    told = block("callout", {"heading": "", "text": "", "page": four[1].pk, "label": "Read this"})
    slots = copy("home", curated(topics, told)).context["slots"]
    assert slots[0]["topics"] == [{"title": "Gas", "address": "/topics/gas/"}]
    assert slots[1]["link"] == {"title": "Read this", "address": "/research/article-1/"}


def test_c7_the_form_offers_slots_and_their_help(client, hamid):
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    told = client.get(f"/desk/pages/{home().pk}/edit/").content.decode()
    assert "No page is shown twice" in told and "After it the newest takes its place, by itself." in told


def test_lists_of_the_newest_are_made_up_for_what_was_filed_before_there_were_any(four):
    Listing.objects.filter(shelf__startswith="newest:").delete()
    assert titles(curated(newest(2))) == []
    migration = import_module("communique.content.migrations.0014_newest_shelves")
    for _ in range(2):  # a second time changes nothing
        migration.file_the_newest(apps, SimpleNamespace(connection=connection))
    assert titles(curated(newest(2))) == [["Article 3", "Article 2"]]
    assert Listing.objects.filter(shelf="newest:articles.articlepage:en").count() == 4
