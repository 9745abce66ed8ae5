"""Media coverage: titles made of who, where and when; lists by outlet and person; what can't be is refused. Row E1."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from communique.content import gate, lists
from communique.content.models import Organisation, Period, Person, PersonText, Topic
from communique.content.questions import lists as questions_of_lists
from communique.publishing.rendering import Rendering
from communique.sections.media.models import Appearance, CoveragePage, MediaPage, Outlet, OutletText
from tests.content.stories import NOW, copies, home
from tests.syndication.test_schema_org import Page

pytestmark = pytest.mark.django_db

FILM = "https://youtu.be/dQw4w9WgXcQ"
MAY = date(2026, 5, 3)


def section(language="en"):
    found = MediaPage.objects.filter(language=language).first()
    return found or home(language).add_child(
        instance=MediaPage(title="In the media", slug="in-the-media", language=language)
    )


def outlet(name="Harbour News", **fields):
    return Outlet.objects.filter(name=name).first() or Outlet.objects.create(name=name, **fields)


def person(name="Amina Rahman"):
    return Person.objects.filter(name=name).first() or Person.objects.create(name=name)


def coverage(*people, day=MAY, at="Harbour News", language="en", **fields):
    page = CoveragePage(outlet=outlet(at), day=day, language=language, **{"link": "https://news.example/1", **fields})
    page.people = [Appearance(person=one) for one in people or (person(),)]
    return section(language).add_child(instance=page)


def printed(page, now=NOW):
    (copy,) = copies("coverage", page.pk, now)
    return copy


def listed(name, key, address=None):
    found = [one for one in copies(name, key) if address in (None, one.address)]
    return [card["title"] for card in found[0].context["articles"]] if found else []


def test_e1_the_title_is_composed_of_who_where_and_when():
    page = coverage(programme="The Hour")
    assert page.title == "Amina Rahman in Harbour News: The Hour, 3 May 2026"
    assert page.slug == "amina-rahman-in-harbour-news-the-hour-3-may-2026"
    assert coverage(person(), person("Bilal")).title == "Amina Rahman and Bilal in Harbour News, 3 May 2026"
    assert coverage(*(person(f"P{n}") for n in range(4))).title == "P0 and others in Harbour News, 3 May 2026"


def test_e1_it_is_composed_in_the_language_of_the_page():
    PersonText.objects.create(person=person(), language="ur", name="آمنہ رحمان")
    OutletText.objects.create(outlet=outlet(), language="ur", name="بندرگاہ نیوز")
    assert coverage(language="ur").title == "آمنہ رحمان، بندرگاہ نیوز میں، 3 مئی 2026"


def test_e1_nobody_types_the_title_and_it_follows_the_fields():
    page = coverage()
    page.title, page.programme = "Typed", "The Hour"
    page.save_revision().publish()
    assert CoveragePage.objects.get(pk=page.pk).title == "Amina Rahman in Harbour News: The Hour, 3 May 2026"
    assert CoveragePage.objects.get(pk=page.pk).slug == "amina-rahman-in-harbour-news-3-may-2026"


def test_e1_a_name_that_is_put_right_in_its_record_is_put_right_in_all_titles():
    english, urdu = coverage(), coverage(language="ur")
    other = coverage(person("Bilal"))
    amina, paper = person(), outlet()
    amina.name = "Amina Rehman"
    amina.texts.add(PersonText(language="ur", name="آمنہ رحمان"))
    amina.save()
    paper.texts.add(OutletText(language="ur", name="بندرگاہ نیوز"))
    paper.save()
    titles = [CoveragePage.objects.get(pk=page.pk).title for page in (english, urdu, other)]
    assert titles == [
        "Amina Rehman in Harbour News, 3 May 2026",
        "آمنہ رحمان، بندرگاہ نیوز میں، 3 مئی 2026",
        "Bilal in Harbour News, 3 May 2026",
    ]
    assert printed(english).context["coverage"]["title"] == titles[0]


def test_e1_what_a_draft_says_besides_waits_until_it_is_published():
    page = coverage()
    page.programme = "The Hour"
    page.save_revision()
    amina = person()
    amina.name = "Amina Rehman"
    amina.save()
    told = CoveragePage.objects.get(pk=page.pk)
    assert (told.title, told.programme) == ("Amina Rehman in Harbour News, 3 May 2026", "")
    told.get_latest_revision().publish()
    assert CoveragePage.objects.get(pk=page.pk).title == "Amina Rehman in Harbour News: The Hour, 3 May 2026"


def test_e1_a_piece_about_us_names_us():
    Organisation.objects.update_or_create(pk=Organisation.load().pk, defaults={"short_name": "ISP"})
    page = CoveragePage(outlet=outlet(), day=MAY, language="en", names_us=True)
    assert section().add_child(instance=page).title == "ISP in Harbour News, 3 May 2026"
    own = Organisation.load()
    own.short_name = "IPS"
    own.save()
    assert CoveragePage.objects.get(pk=page.pk).title == "IPS in Harbour News, 3 May 2026"


def test_e1_as_long_as_we_have_no_name_a_piece_about_us_is_called_by_where_and_when():
    page = CoveragePage(outlet=outlet(), programme="The Hour", day=MAY, language="en", names_us=True)
    assert section().add_child(instance=page).title == "Harbour News, The Hour, 3 May 2026"


def test_e1_a_title_has_an_end():
    page = coverage(person("A" * 255), at="B" * 120, programme="C" * 120)
    assert len(page.title) == 255 and page.title.endswith("…")


def test_e1_the_page_tells_all_of_it():
    topic = Topic.objects.create(title="Ports")
    page = coverage(
        spoken="fa", headline="بندر", archived="https://web.archive.org/1", form="radio", programme="The Hour"
    )
    page.topics = [topic]
    page.save()
    told = printed(page).context["coverage"]
    assert told["outlet"] == {"name": "Harbour News", "address": "/outlets/harbour-news/"}
    assert (told["programme"], told["iso"], told["date"]) == ("The Hour", "2026-05-03", "3 May 2026")
    assert told["spoken"] == {"code": "fa", "name": "Persian", "dir": "rtl"}
    assert told["people"] == [{"name": "Amina Rahman", "address": "/people/amina-rahman/", "part": "Interviewed"}]
    assert (told["link"], told["way"]) == ("https://news.example/1", "Listen to it at Harbour News")
    assert told["archived"] == "https://web.archive.org/1" and [one["title"] for one in told["topics"]] == ["Ports"]


def test_e1_it_stands_in_the_lists_of_its_section_outlet_people_and_topics_by_its_own_day():
    topic = Topic.objects.create(title="Ports")
    later, earlier = coverage(day=date(2026, 6, 1)), coverage(link="https://news.example/2")
    other = coverage(person("Bilal"), at="Radio Nilgun", day=date(2026, 7, 1))
    other.topics = [topic]
    other.save()
    assert listed("media-section", section().pk)[1:] == [later.title, earlier.title]
    assert listed("outlet", outlet().pk, "/outlets/harbour-news/") == [later.title, earlier.title]
    assert listed("person", person().pk) == [later.title, earlier.title]
    assert listed("topic", topic.pk) == ["Bilal in Radio Nilgun, 1 July 2026"]
    ways = copies("outlets", "en")[0].context["outlets"]
    assert [one["name"] for one in ways] == ["Harbour News", "Radio Nilgun"]
    assert copies("outlets", "ru")[0].context["outlets"] == []


def test_e1_years_and_months_have_pages_and_older_pages_keep_their_numbers(monkeypatch):
    for place in (lists, questions_of_lists):
        monkeypatch.setattr(place, "PAGE", 2)
    for day in range(1, 6):
        coverage(day=date(2026, 5, day))
    found = [copy.address for one in Period.objects.order_by("month") for copy in copies("period", one.pk)]
    assert found == ["/in-the-media/2026/", "/in-the-media/2026/05/"]
    leaves = lists.Leaf.objects.order_by("shelf", "number")
    older = [copy for one in leaves for copy in copies("older page", one.pk)]
    assert {copy.address for copy in older} >= {"/in-the-media/page/1/", "/outlets/harbour-news/page/1/"}
    assert copies("media-by-year", section().pk)[0].context["years"][0]["count"] == 5


def test_e1_an_outlet_without_coverage_has_no_page_and_one_that_is_renamed_leads_on():
    empty, other = outlet("Silent Times"), outlet()
    assert copies("outlet", empty.pk) == []
    coverage()
    other.slug = "harbour"
    other.save()
    assert [copy.address for copy in copies("outlet", other.pk)] == ["/outlets/harbour/"]


def test_e1_home_pages_and_sidebars_show_the_newest_and_nothing_where_there_is_none():
    for name in ("recent-media-coverage", "media-beside"):
        assert copies(name, "en")[0].context["articles"] == []
    page = coverage()
    for name in ("recent-media-coverage", "media-beside"):
        assert [one["title"] for one in copies(name, "en")[0].context["articles"]] == [page.title]
        assert copies(name, "ur")[0].context["articles"] == []


def test_e1_a_section_has_feeds():
    page = coverage(summary="On <ports>.")
    (atom, json) = [one for one in copies("media-section", section().pk) if one.body]
    assert (atom.address, json.address) == ("/in-the-media/feed.atom", "/in-the-media/feed.json")
    assert page.title.encode() in atom.body and b"Read it at Harbour News" in atom.body and b"&lt;ports" in atom.body


def test_e5_a_recording_is_played_on_the_page_with_what_is_said_in_it():
    copy = printed(coverage(form="video", recording=FILM, transcript="<p>We begin.</p>", captioned=True))
    told = copy.context["coverage"]
    assert "data-player=" in told["player_html"] and "<p>We begin.</p></details></figure>" in told["player_html"]
    assert told["captioned"] and copy.headers[0][1].endswith("; frame-src https://www.youtube-nocookie.com")
    silent = printed(coverage(transcript="<p>Said.</p>", link="https://news.example/2"))
    assert silent.headers == () and silent.context["coverage"]["player_html"].startswith("<details")


def test_e1_machines_are_told_whose_it_is_and_who_is_in_it():
    page = coverage(form="television", programme="The Hour", recording=FILM, archived="https://web.archive.org/1")
    node = Page("coverage", page.pk).node("TVEpisode")
    assert node["url"] == "https://news.example/1" and node["archivedAt"] == "https://web.archive.org/1"
    assert node["publisher"]["name"] == "Harbour News" and node["isPartOf"]["name"] == "The Hour"
    assert node["mentions"][0]["name"] == "Amina Rahman" and "author" not in node
    assert node["video"]["embedUrl"].startswith("https://www.youtube-nocookie.com/embed/")
    page.people = [Appearance(person=person(), role="author")]
    page.form = "article"
    page.save()
    assert Page("coverage", page.pk).node("NewsArticle")["author"][0]["name"] == "Amina Rahman"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_e1_all_of_it_can_be_printed(language):
    page = coverage(language=language, recording=FILM, headline="H", programme="P", archived="https://copies.example/")
    made = [
        *copies("coverage", page.pk),
        *copies("media-section", section(language).pk),
        *copies("outlet", outlet().pk),
    ]
    made += [one for name in ("recent-media-coverage", "media-beside", "outlets") for one in copies(name, language)]
    html = [Rendering.of_site().render(one.template, one.context, language=language) for one in made if one.template]
    assert len(html) == 6 and all(page.address in one or outlet().name in one for one in html)


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"recording": "https://video.example/1"}, "recording", "at one of these: YouTube, Vimeo"),
        ({"link": "https://n.example/1", "archived": "https://n.example/1/"}, "archived", "or leave it empty"),
        ({"link": "news.example/1"}, "link", "Enter a valid URL"),
        ({"recording": "javascript:alert(1)"}, "recording", "Enter a valid URL"),
        ({"spoken": "xx-odd"}, "spoken", "is not a valid choice"),
    ],
)
def test_e1_what_cannot_be_is_refused_with_what_would_do(fields, field, said):
    page = CoveragePage(outlet=outlet(), day=MAY, language="en", path=f"{home().path}0001", depth=3, **fields)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert said in refused.value.message_dict[field][0]


def found(*people, **fields):
    """What the gate finds on a piece, by the field that it is about."""
    return {one.place.path: one for one in gate.judge(coverage(*people, live=False, **fields)).findings}


def test_e1_a_sound_piece_passes():
    assert found() == {}


def test_e1_a_day_to_come_is_refused():
    told = found(day=date(2999, 1, 1))["day"]
    assert told.level == "refuses" and "publish it when it is out" in str(told.remedy)


def test_e1_a_piece_with_nobody_of_us_is_refused():
    page = CoveragePage(outlet=outlet(), day=MAY, language="en", link="https://news.example/1", live=False)
    section().add_child(instance=page)
    (told,) = gate.judge(page).findings
    assert (told.level, told.place.path) == ("refuses", "people") and "names the organisation" in str(told.remedy)
    page.names_us = True
    assert not gate.judge(page).findings


def test_e1_a_piece_without_outlet_is_refused():
    page = coverage(live=False)
    page.outlet = None
    assert {one.place.path for one in gate.judge(page).refusals} == {"outlet"}


def test_e1_the_same_piece_twice_is_warned_of_unless_it_is_a_translation():
    first = coverage()
    other = coverage(language="ur", original=first, live=False)
    assert not gate.judge(first).findings and not gate.judge(other).findings
    told = found()["link"]
    assert told.level == "warns" and first.title in str(told.said)


def test_e1_what_leads_nowhere_and_e5_what_cannot_be_read_instead_are_warned_of():
    assert found(link="")["link"].level == "warns"
    assert found(recording=FILM)["transcript"].level == "warns"
    assert "transcript" not in found(recording=FILM, captioned=True, link="https://news.example/3")


def test_e1_a_draft_that_names_an_outlet_which_is_gone_can_be_opened():
    page = coverage()
    page.outlet = outlet("Silent Times")
    revision = page.save_revision()
    outlet("Silent Times").delete()
    assert revision.as_object().outlet is None


def sent(**changes):
    """A form as a browser would send it."""
    told = {"language": "en", "outlet": outlet().pk, "day": "2026-05-03", "form": "article", "slug": ""}
    told |= {"transcript": "null", "search_description": "", "link": "https://news.example/1"}
    for rows, count in (("people", 1), ("comments", 0)):
        told |= {f"{rows}-INITIAL_FORMS": "0", f"{rows}-TOTAL_FORMS": str(count)}
    return told | {"people-0-person": person().pk, "people-0-role": "quoted", "people-0-ORDER": 1} | changes


def test_e1_at_the_desk_a_piece_is_entered_without_a_title(client, hamid):
    client.force_login(hamid)
    address = reverse("wagtailadmin_pages:add", args=["media", "coveragepage", section().pk])
    form = client.get(address).content.decode()
    assert 'name="title"' not in form and 'name="programme"' in form
    client.post(address, sent(), follow=True)
    page = CoveragePage.objects.get()
    assert page.title == page.draft_title == "Amina Rahman in Harbour News, 3 May 2026"
    assert page.slug == "amina-rahman-in-harbour-news-3-may-2026"


def test_e1_at_the_desk_somebody_named_twice_is_refused(client, hamid):
    client.force_login(hamid)
    address = reverse("wagtailadmin_pages:add", args=["media", "coveragepage", section().pk])
    twice = {"people-TOTAL_FORMS": "2", "people-1-person": person().pk, "people-1-role": "author", "people-1-ORDER": 2}
    told = client.post(address, sent(**twice), follow=True).content.decode()
    assert "“Amina Rahman” is named already. Delete this row" in told and not CoveragePage.objects.exists()
