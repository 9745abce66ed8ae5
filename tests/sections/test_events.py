"""Events: to come and past by the clock, told in their own time; what may not be there is refused. Rows D1–D3, D8."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse
from django.utils import timezone

from communique.content import gate, lists
from communique.content.gate.draft import Draft
from communique.content.models import Person, Topic
from communique.content.models.lists import Period
from communique.content.questions import lists as questions_of_lists
from communique.publishing.rendering import Rendering
from communique.sections.events import checks
from communique.sections.events import lists as event_lists
from communique.sections.events.models import EventMaterial, EventPage, EventsPage, ProgrammePart, Speaker
from tests.content.sounds import recording
from tests.content.stories import NOW, article, asking, block, copies, home

pytestmark = pytest.mark.django_db


def section(language="en"):
    found = EventsPage.objects.filter(language=language).first()
    return found or home(language).add_child(instance=EventsPage(title="Events", slug="events", language=language))


def event(title="Grain and gas", day=date(2026, 12, 3), *, language="en", **fields):
    said = {"begins": time(15), "finishes": time(17, 30), "zone": "Asia/Karachi", "place": "Hall A, Islamabad"}
    rows = {name: fields.pop(name) for name in ("speakers", "programme", "materials", "topics") if name in fields}
    page = EventPage(title=title, first_day=day, language=language, **{**said, **fields})
    for name, several in rows.items():
        setattr(page, name, several)
    return section(language).add_child(instance=page)


def printed(page, now=NOW):
    return copies("event", page.pk, now)[0].context["event"]


def listed(now=NOW, address="/events/", key=None):
    found = [one for one in copies("events", key or section().pk, now) if one.address == address]
    return tuple([one["title"] for one in found[0].context[name]] for name in ("coming", "past"))


def test_d3_times_are_told_by_the_events_own_clocks_and_named():
    told = printed(event())
    assert (told["days"], told["hours"]) == ("Thursday, 3 December 2026", "15:00–17:30")
    assert told["zone"] == "Pakistan time (UTC+5)"
    assert (told["starts"], told["ends"]) == ("2026-12-03T15:00:00+05:00", "2026-12-03T17:30:00+05:00")


def test_d3_whole_days_are_told_without_times():
    told = printed(event(all_day=True, last_day=date(2026, 12, 4), begins=None, finishes=None))
    assert told["days"] == "Thursday, 3 December 2026 – Friday, 4 December 2026"
    assert (told["hours"], told["starts"], told["ends"]) == ("", "2026-12-03", "2026-12-04")


def test_d3_it_is_said_in_the_language_of_the_event():
    told = printed(event("غلہ", language="ur", attendance="both"))
    assert told["days"] == "جمعرات، 3 دسمبر 2026"
    assert told["zone"] == "پاکستان کا وقت (UTC+5)" and "آن لائن" in told["where"]


def test_d2_an_event_moves_to_the_past_at_its_end_with_nobody_at_the_desk():
    page = event()
    ends = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)
    before = datetime(2026, 12, 3, 12, 29, 59, tzinfo=UTC)
    assert listed(before) == ([page.title], []) and not printed(page, before)["over"]
    assert listed(ends) == ([], [page.title]) and printed(page, ends)["over"]


def test_d2_what_asks_for_coming_events_is_asked_again_when_the_next_ends():
    event("Later", date(2026, 12, 9))
    event("Next")
    reading = asking(NOW)._reading
    notes = reading.begin()
    assert len(event_lists.coming.reads(reading, f"events:{section().pk}")) == 2
    reading.end()
    assert notes.due == datetime(2026, 12, 3, 12, 30, tzinfo=UTC).timestamp() * 1_000_000


def test_d2_coming_ones_stand_soonest_first_and_past_ones_newest_first():
    for title, day in (
        ("C", date(2026, 12, 9)),
        ("B", date(2026, 12, 3)),
        ("A", date(2026, 1, 3)),
        ("Z", date(2025, 1, 3)),
    ):
        event(title, day)
    assert listed() == (["B", "C"], ["A", "Z"])


def test_d2_coming_ones_stand_by_the_moment_and_not_by_the_clocks_of_their_zones():
    event("London, four hours later", begins=time(14), finishes=time(15), zone="Europe/London")
    event("Karachi", begins=time(15), finishes=time(23))
    assert listed()[0] == ["Karachi", "London, four hours later"]
    assert [one["title"] for one in copies("coming-events", "en")[0].context["events"]] == listed()[0]


def test_d2_past_ones_are_numbered_from_the_oldest_so_that_one_that_ends_changes_the_newest_page_alone(monkeypatch):
    for place in (lists, questions_of_lists):
        monkeypatch.setattr(place, "PAGE", 2)
    for day in range(1, 7):
        event(f"Day {day}", date(2026, 12, day))
    leaves = {one.number: one.pk for one in lists.Leaf.objects.filter(shelf=f"events:{section().pk}")}

    def older(number, now):
        return [one["title"] for copy in copies("older page", leaves[number], now) for one in copy.context["past"]]

    fourth, fifth = (datetime(2026, 12, day, 20, tzinfo=UTC) for day in (4, 5))
    assert (listed(fourth)[1], older(1, fourth)) == (["Day 4", "Day 3"], ["Day 2", "Day 1"])
    assert (listed(fifth)[1], older(1, fifth)) == (["Day 5", "Day 4", "Day 3"], ["Day 2", "Day 1"])
    assert older(2, fifth) == []


def test_d1_each_kind_has_a_list_of_its_own():
    event("Talk", kind="discussion", attribution="unnamed")
    event("Online", kind="webinar")
    assert listed(address="/events/webinars/") == (["Online"], [])
    assert listed(address="/events/discussions/") == (["Talk"], [])
    assert listed(address="/events/workshops/") == ([], [])
    assert "neither who said it" in printed(EventPage.objects.get(title="Talk"))["rule"]


def test_d2_the_fragment_is_empty_when_nothing_is_to_come():
    page = event()
    event("Called off", status="cancelled")
    assert [one["title"] for one in copies("coming-events", "en")[0].context["events"]] == [page.title]
    assert copies("coming-events", "en", datetime(2027, 1, 1, tzinfo=UTC))[0].context["events"] == []
    assert copies("coming-events", "ru")[0].context["events"] == []


def test_d3_who_speaks_is_named_with_the_part_and_the_affiliation_of_then():
    amina = Person.objects.create(name="Amina", affiliation="Now elsewhere")
    page = event(speakers=[Speaker(person=amina, role="chair", affiliation="Institute of Ports")])
    (one,) = printed(page)["speakers"]
    assert (one["name"], one["part"], one["affiliation"]) == ("Amina", "Chair", "Institute of Ports")


def test_d3_the_programme_stands_by_days_with_the_times_of_its_parts():
    amina = Person.objects.create(name="Amina")
    parts = [
        ProgrammePart(at=time(15), until=time(16), title="Opening", person=amina),
        ProgrammePart(day=date(2026, 12, 4), at=time(9), title="Ports"),
    ]
    first, second = printed(event(last_day=date(2026, 12, 4), programme=parts))["programme"]
    assert (first["day"], second["day"]) == ("Thursday, 3 December 2026", "Friday, 4 December 2026")
    (opening,) = first["parts"]
    assert (opening["hours"], opening["starts"]) == ("15:00–16:00", "2026-12-03T15:00:00+05:00")
    assert opening["person"]["name"] == "Amina" and second["parts"][0]["hours"] == "09:00"


def test_d8_the_same_address_gains_what_the_event_left_behind():
    out, hidden = article("What we learnt"), article("A draft", live=False)
    page = event(day=date(2026, 1, 3))
    page.summary = "<p>Ports were spoken of.</p>"
    page.materials = [
        EventMaterial(kind="recording", title="Film", link="https://videos.example/1"),
        EventMaterial(kind="output", target=out.page_ptr),
        EventMaterial(kind="output", target=hidden.page_ptr),
    ]
    page.save_revision().publish()
    (copy, *_) = copies("event", page.pk)
    assert copy.address == "/events/grain-and-gas/"
    told = [(one["kind"], one["title"], one["address"]) for one in copy.context["event"]["materials"]]
    assert told == [("Recording", "Film", "https://videos.example/1"), ("Publication", "What we learnt", out.address)]


def test_e5_a_recording_that_we_know_a_player_for_is_played_on_the_page_of_the_event():
    links = ("https://vimeo.com/76979871", "https://videos.example/1")
    page = event(materials=[EventMaterial(kind="recording", title="Film", link=link) for link in links])
    page.materials.add(EventMaterial(kind="slides", title="Slides", link=links[0]))
    page.save()
    (copy, *_) = copies("event", page.pk)
    assert [bool(one["player_html"]) for one in copy.context["event"]["materials"]] == [True, False, False]
    assert copy.headers[0][1].endswith("; frame-src https://player.vimeo.com")
    assert copies("event", event("Silent").pk)[0].headers == ()


def test_e5_a_recording_of_ours_is_played_on_the_events_page():
    ours = recording("The discussion")
    page = event(materials=[EventMaterial(kind="recording", recording=ours)])
    told = next(one for one in copies("event", page.pk) if one.template)
    (shown,) = told.context["event"]["materials"]
    assert f'src="/media/{ours.file.name}"' in shown["player_html"] and shown["title"] == "The discussion"
    assert f"/media/{ours.file.name}" in {file.address for file in told.media}
    assert [str(one.said)[:13] for one in checks.left_out(Draft(page, timezone.now()))] == ["Those who can"]
    page.transcript = "<p>Gas.</p>"
    assert not list(checks.left_out(Draft(page, timezone.now())))


def test_d3_a_translation_of_its_page_does_not_change_in_which_languages_it_is_held():
    original = event()
    translated = event("اناج", language="ur", original=original)
    assert [printed(one)["spoken"] for one in (original, translated)] == ["English", "انگریزی"]
    original.spoken = "en ru"
    original.save_revision().publish()
    assert [printed(one)["spoken"] for one in (original, translated)] == ["English and Russian", "انگریزی اور روسی"]


@pytest.mark.parametrize(
    ("fields", "now", "offered"),
    [
        ({}, NOW, True),
        ({"status": "moved", "formerly": date(2026, 11, 3)}, NOW, True),
        ({"status": "cancelled"}, NOW, False),
        ({"status": "postponed"}, NOW, False),
        ({}, datetime(2027, 1, 1, tzinfo=UTC), False),
    ],
)
def test_d3_one_is_led_to_where_one_registers_as_long_as_one_may_still_come(fields, now, offered):
    page = event(booking_link="https://seats.example/grain", free=True, **fields)
    page_, *others = copies("event", page.pk, now)
    html = Rendering.of_site().render(page_.template, page_.context, language="en")
    calendars = [one.body.replace(b"\r\n ", b"") for one in others if one.address.endswith(".ics")]
    assert ("Register</a>" in html, "Free of charge" in html) == (offered, offered)
    assert [b"https://seats.example/grain" in one for one in calendars] == [offered]


def test_d2_the_page_of_an_event_to_come_names_the_others_beside_it_and_not_itself():
    ours, other = event(), event("Ports", date(2026, 12, 4))
    for page, beside in ((ours, ["Ports"]), (other, ["Grain and gas"])):
        frame = copies("event", page.pk)[0].context["frame"]
        (fragment,) = copies("events-beside-an-event", page.pk)
        assert fragment.address in frame["sidebar"] and "~events-beside/en" not in frame["sidebar"]
        assert [one["title"] for one in fragment.context["events"]] == beside


def test_d2_a_past_event_has_what_all_pages_have_beside_it():
    past, later = event(day=date(2026, 1, 3)), datetime(2027, 1, 1, tzinfo=UTC)
    assert "~events-beside/en" in copies("event", past.pk)[0].context["frame"]["sidebar"]
    assert copies("events-beside-an-event", past.pk) == copies("events-beside-an-event", event().pk, later) == []


def test_it_stands_in_the_lists_of_its_topics_and_of_who_speaks():
    topic, amina = Topic.objects.create(title="Ports"), Person.objects.create(name="Amina")
    event(topics=[topic], speakers=[Speaker(person=amina)])
    for name, key in (("topic", topic.pk), ("person", amina.pk)):
        (copy,) = copies(name, key)
        (card,) = copy.context["articles"]
        assert card["byline"] == "Thursday, 3 December 2026 · 15:00–17:30 · Hall A, Islamabad"


@pytest.mark.parametrize("now", [NOW, datetime(2027, 1, 1, tzinfo=UTC)])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_all_of_it_can_be_printed(language, now):
    page = event(
        language=language,
        status="moved",
        formerly=date(2026, 11, 3),
        programme=[ProgrammePart(at=time(15), title="Opening")],
        speakers=[Speaker(person=Person.objects.create(name="Amina"))],
        summary="<p>Said.</p>",
        transcript="<p>All that was said.</p>",
        materials=[EventMaterial(kind="slides", title="Slides", link="https://slides.example/")],
    )
    made = [*copies("event", page.pk, now), *copies("events", section(language).pk, now)]
    pages = [one for one in [*made, *copies("coming-events", language, now)] if one.template]
    html = [Rendering.of_site().render(one.template, one.context, language=language) for one in pages]
    assert len(html) == 7 and all('<time datetime="2026-12-03T15:00:00+05:00">' in one for one in html[:2])


def wrong(**fields):
    """What the form says of an event with these fields."""
    page = EventPage(
        title="T", slug="t", language="en", **{"first_day": date(2026, 12, 3), "zone": "Europe/London", **fields}
    )
    try:
        page.clean()
    except Exception as error:
        return error.message_dict
    return {}


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"last_day": date(2026, 12, 1)}, "last_day", "end before it begins. Choose a later last day"),
        ({"begins": time(15), "finishes": time(14)}, "finishes", "If it goes on past midnight, set the last day"),
        ({"first_day": date(2026, 3, 29), "begins": time(1, 30)}, "begins", "don’t show 01:30. Choose a time after"),
    ],
)
def test_times_that_cannot_be_are_refused_with_what_would_do(fields, field, said):
    assert said in wrong(**fields)[field][0]


def test_an_event_may_go_on_past_midnight():
    assert wrong(begins=time(22), finishes=time(1), last_day=date(2026, 12, 4)) == {}


def found(**fields):
    """What the gate finds on an event, by the field that it is about."""
    return {one.place.path: one for one in gate.judge(event(**fields, live=False)).findings}


def test_a_time_that_clocks_show_twice_is_warned_of():
    told = found(day=date(2026, 10, 25), begins=time(1, 30), finishes=time(3), zone="Europe/London")["begins"]
    assert told.level == "warns" and "show 01:30 twice" in str(told.said)


@pytest.mark.parametrize(
    "link",
    [
        "https://us02web.zoom.us/j/81234567890?pwd=x",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
        "meet.google.com/abc-defg-hij",
        "Meeting ID: 812 3456 7890",
    ],
)
def test_d6_a_meeting_link_in_a_public_field_is_refused(link):
    told = found(joining=f"Join us: {link}")["joining"]
    assert told.level == "refuses" and "Send the link to those who did" in str(told.remedy)


def test_d6_a_meeting_link_is_refused_where_one_registers_and_among_what_is_left():
    link = "https://us02web.zoom.us/j/81234567890"
    assert found(booking_link=link)["booking_link"].level == "refuses"
    told = found(title="Other", materials=[EventMaterial(kind="recording", title="Film", link=link)])
    (refused,) = [one for path, one in told.items() if path.startswith("materials.")]
    assert refused.level == "refuses" and "Send the link to those who did" in str(refused.remedy)


@pytest.mark.parametrize(
    ("part", "level", "said"),
    [
        ({"at": time(16), "until": time(18)}, "warns", "outside the times of the event"),
        ({"at": time(16), "until": time(15, 30)}, "warns", "outside the times of the event"),
        ({"at": time(16), "until": time(17)}, "", ""),
    ],
)
def test_d3_a_part_that_ends_when_the_event_is_over_is_warned_of(part, level, said):
    told = found(programme=[ProgrammePart(title="Ports", **part)])
    about = [one for path, one in told.items() if path.startswith("programme.")]
    assert [one.level for one in about] == ([level] if level else [])
    assert all(said in str(one.said) for one in about)


def test_d3_a_part_at_a_time_that_clocks_leave_out_is_refused():
    early = {"zone": "Europe/London", "begins": time(0, 30), "finishes": time(4)}
    told = found(day=date(2026, 3, 29), programme=[ProgrammePart(title="Ports", at=time(1, 30))], **early)
    (about,) = [one for path, one in told.items() if path.startswith("programme.")]
    assert about.level == "refuses" and "don’t show 01:30" in str(about.said)


def test_d6_a_meeting_link_in_the_text_is_refused_and_a_registration_passes():
    words = '<p>Come <a href="https://zoom.us/j/812345678">in</a>.</p>'
    refused = [
        one for one in gate.judge(event(body=[block("paragraph", words)])).refusals if "meeting" in str(one.said)
    ]
    assert refused
    assert "joining" not in found(title="Other", joining="Register at https://zoom.us/webinar/register/WN_x")


def test_d1_an_in_house_discussion_says_what_may_be_quoted():
    assert found(kind="discussion")["attribution"].level == "refuses"


def test_an_event_without_times_or_place_is_refused():
    told = found(begins=None, place="")
    assert {told["begins"].level, told["place"].level} == {"refuses"}


def test_d3_somebody_listed_twice_is_refused_at_the_desk(client, hamid):
    client.force_login(hamid)
    amina = Person.objects.create(name="Amina")
    sent = {"title": "T", "slug": "t", "language": "en", "kind": "webinar", "zone": "UTC", "status": "scheduled"}
    sent |= {
        "attendance": "online",
        "first_day": "2026-12-03",
        "begins": "15:00",
        "finishes": "16:00",
        "body-count": "0",
    }
    sent |= dict.fromkeys(("lead_caption", "summary", "transcript"), "null") | {"search_description": ""}
    for rows, count in (("speakers", 2), ("programme", 0), ("materials", 0), ("comments", 0)):
        sent |= {f"{rows}-INITIAL_FORMS": "0", f"{rows}-TOTAL_FORMS": str(count)}
    for at in range(2):
        sent |= {f"speakers-{at}-person": amina.pk, f"speakers-{at}-role": "speaker", f"speakers-{at}-ORDER": at + 1}
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", section().pk])
    told = client.post(address, sent, follow=True).content.decode()
    assert "“Amina” is named already. Delete this row" in told and not EventPage.objects.exists()
    sent["speakers-TOTAL_FORMS"] = "1"
    client.post(address, sent, follow=True)
    assert EventPage.objects.get().speakers.count() == 1


def test_d2_years_and_months_have_pages_of_all_that_ends_in_them_for_each_kind_too():
    for title, day, kind in (("Grain", date(2025, 3, 1), "webinar"), ("Gas", date(2026, 12, 3), "conference")):
        event(title, day, kind=kind)
    found = {copy.address: copy for one in Period.objects.all() for copy in copies("period", one.pk)}
    assert {"/events/2025/", "/events/2025/03/", "/events/2026/12/", "/events/webinars/2025/03/"} <= found.keys()
    assert [one["title"] for one in found["/events/2026/12/"].context["articles"]] == ["Gas"]
    assert found["/events/2025/"].context["newer"] == {"address": "/events/2026/", "title": "2026"}
    ways = {copy.address: copy.context["years"] for copy in copies("events-by-year", section().pk)}
    assert [one["year"] for one in ways[f"~events-by-year/{section().pk}"]] == [2026, 2025]
    assert [one["address"] for one in ways[f"~events-by-year/{section().pk}/webinar"]] == ["/events/webinars/2025/"]
