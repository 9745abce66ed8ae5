"""Press releases: whom to ask, who we are, and the embargo that holds for all but those with a link. Row E2."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from communique.content.early import links
from communique.content.models import EarlyLink, Organisation, OrganisationText, Topic
from communique.content.timetable import run_due
from communique.publishing.models import Address
from communique.sections.releases.models import ReleasePage, ReleasesPage
from tests.content.sounds import recording
from tests.content.stories import NOW, block, copies, home, picture

pytestmark = pytest.mark.django_db


def room(**fields):
    found = ReleasesPage.objects.first()
    return found or home().add_child(instance=ReleasesPage(title="Press room", slug="press", **fields))


def release(title="A new study", **fields):
    said = {"published": NOW, "standfirst": "Ports wait.", "body": [block("paragraph", "<p>Bandar, today.</p>")]}
    topics = fields.pop("topics", [])
    page = ReleasePage(title=title, **{**said, **fields})
    page.topics = topics
    return room().add_child(instance=page)


def scheduled(title="A new study", hours=1, **fields):
    """Under embargo, and with the words that were approved."""
    page = release(title, live=False, published=None, **fields)
    page.go_live_at = timezone.now() + timedelta(hours=hours)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def link(page, **fields):
    return EarlyLink.objects.create(page=page, newsroom="The Harbour Post", **fields)


def followed(client, one):
    return client.get(f"/-/content/early/{one.key}/")


def printed(page):
    return copies("press release", page.pk)[0].context["release"]


def test_e2_who_we_are_comes_from_the_one_record():
    own = Organisation.objects.create(name="The Institute", email="post@institute.example", telephone="+92 51 1")
    OrganisationText.objects.create(organisation=own, language="en", about="<p>We count ships.</p>")
    told = printed(release())
    assert told["about"] == {"name": "The Institute", "html": "<p>We count ships.</p>"}
    assert told["contact"] == {"name": "", "email": "post@institute.example", "telephone": "+92 51 1"}


def test_e2_whom_to_ask_is_said_by_the_release_else_by_its_press_room():
    room(contact_name="Press office", contact_email="press@institute.example")
    assert printed(release())["contact"]["name"] == "Press office"
    own = release("Another", contact_name="Amina", contact_email="amina@institute.example")
    assert printed(own)["contact"] == {"name": "Amina", "email": "amina@institute.example", "telephone": ""}


def test_e2_a_press_room_lists_its_releases_newest_first():
    ports = Topic.objects.create(title="Ports")
    release("First", topics=[ports])
    release("Second", published=NOW + timedelta(hours=1))
    (shown,) = copies("press room", room().pk)
    assert [one["title"] for one in shown.context["releases"]] == ["Second", "First"]
    assert [one["kicker"] for one in copies("topic", ports.pk)[0].context["articles"]] == ["Press release"]


def test_e2_a_release_is_in_the_feed():
    from communique.sections.releases.entries import entry
    from tests.content.stories import asking

    page = release()
    told = entry(asking(), page.pk)
    assert (told.title, told.summary) == ("A new study", "Ports wait.") and "Bandar, today." in told.html


def test_e2_before_its_time_a_release_is_nowhere_but_behind_its_link(client):
    page = scheduled()
    assert copies("press release", page.pk) == [] and not Address.objects.filter(page=page).exists()
    answer = followed(client, link(page))
    told = answer.content.decode()
    assert answer.status_code == 200 and "Bandar, today." in told and "Under embargo until" in told


def test_e2_what_a_link_shows_is_kept_and_found_nowhere(client):
    answer = followed(client, link(scheduled()))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "frame-ancestors" in answer.headers["Content-Security-Policy"]


def test_e2_journalists_see_its_pictures_and_recordings_and_no_other_file(client):
    shown, sound = picture("quay", alt_text="A quay"), recording()
    figure = block("figure", {"picture": shown.pk})
    page = scheduled(body=[figure, block("recorded", sound.pk)])
    one, other = link(page), link(scheduled("Another"))
    told = followed(client, one).content.decode()
    places = set(re.findall(rf"/-/content/early/{one.key}/files/[^\"\s,]+", told))
    assert any(place.endswith(".mp3") for place in places) and any(place.endswith(".webp") for place in places)
    answers = {place: client.get(place) for place in places}
    assert {answer.status_code for answer in answers.values()} == {200}
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"no-store"}
    elsewhere = [place.replace(one.key, other.key) for place in places]
    private = f"/-/content/early/{one.key}/files/{shown.file.name}"
    above = f"/-/content/early/{one.key}/files/../content.sqlite3"
    for place in (*elsewhere, private, above):
        assert client.get(place).status_code == 404
    one.revoked = True
    one.save()
    assert client.get(places.pop()).status_code == 404


def test_e2_a_link_shows_what_was_approved_and_no_later_draft(client):
    page = scheduled()
    page.title, page.standfirst = "A later thought", "Not approved."
    page.save_revision()
    told = followed(client, link(page)).content.decode()
    assert "A new study" in told and "A later thought" not in told and "Not approved." not in told


def test_e2_when_the_embargo_ends_it_is_out_and_the_link_leads_there(client, time_machine):
    page = scheduled()
    one = link(page)
    assert one.until == page.scheduled_revision.approved_go_live_at
    time_machine.move_to(timezone.now() + timedelta(hours=2), tick=False)
    assert run_due(timezone.now()).published == [page.pk]
    answer = followed(client, one)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/press/a-new-study/")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", ["unknown", "taken back", "a draft", "no longer scheduled"])
def test_e2_a_link_that_leads_nowhere_says_nothing(client, kind):
    page = release(live=False) if kind == "a draft" else scheduled()
    one = link(page, revoked=kind == "taken back")
    if kind == "unknown":
        one.delete()
    if kind == "no longer scheduled":
        page.revisions.update(approved_go_live_at=None)
    answer = followed(client, one)
    assert answer.status_code == 404 and "A new study" not in answer.content.decode()


def test_e2_keys_can_not_be_guessed_and_none_is_given_twice():
    page = scheduled()
    keys = {link(page).key for _ in range(20)}
    assert len(keys) == 20 and all(len(key) >= 32 for key in keys)


def test_e2_the_notice_tells_the_end_by_our_clocks_in_the_language_of_the_release():
    told = links.notice("ur", datetime(2026, 12, 3, 7, 0, tzinfo=UTC))
    assert "3 دسمبر 2026" in told and "07:00 (UTC" in told and "پابندی" in told


def test_e2_a_link_to_what_is_out_is_refused():
    with pytest.raises(ValidationError) as refused:
        EarlyLink(page=release(), newsroom="The Harbour Post").full_clean()
    assert "is out already" in str(refused.value.message_dict["page"])


def test_e2_the_desk_shows_the_link_to_be_passed_on(desk):
    page = scheduled()
    desk.post("/desk/snippets/content/earlylink/add/", {"page": page.pk, "newsroom": "The Harbour Post"})
    one = EarlyLink.objects.get()
    assert one.key in desk.get("/desk/snippets/content/earlylink/").content.decode()
