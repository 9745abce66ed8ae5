"""Albums: pictures in order, each with a page of its own, tied to an event and to people. Rows E3 and E4."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from communique.content import gate, previews
from communique.content.models import EarlyLink, Person, Picture
from communique.content.timetable import run_due
from communique.publishing.rendering import Rendering
from communique.sections.events.models import EventPage, EventsPage
from communique.sections.gallery.models import AlbumPage, AlbumPicture, GalleryPage, ShownPerson
from tests.content.stories import NOW, article, copies, home, picture

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 3)


@pytest.fixture(scope="module")
def developed(django_db_setup, django_db_blocker):
    """Three pictures, made once: developing them takes longer than all else here."""
    with django_db_blocker.unblock():
        made = [picture(f"p{number}", alt_text=f"Cranes {number}", credit="Bilal") for number in range(3)]
    yield [one.pk for one in made]
    with django_db_blocker.unblock():
        for one in made:
            one.delete()


@pytest.fixture
def harbour(db, developed):
    """They, as they were made."""
    return list(Picture.objects.filter(pk__in=developed).order_by("pk"))


def section(language="en"):
    found = GalleryPage.objects.filter(language=language).first()
    return found or home(language).add_child(instance=GalleryPage(title="Gallery", slug="gallery", language=language))


def album(*pictures, title="At the harbour", day=DAY, language="en", people=(), **fields):
    page = AlbumPage(title=title, day=day, language=language, **fields)
    page.pictures = [
        one if isinstance(one, AlbumPicture) else AlbumPicture(picture=one, sort_order=at)
        for at, one in enumerate(pictures)
    ]
    page.people = [ShownPerson(person=one) for one in people]
    return section(language).add_child(instance=page)


def event(**fields):
    parent = EventsPage.objects.first() or home().add_child(instance=EventsPage(title="Events", slug="events"))
    said = {"first_day": DAY, "begins": time(15), "finishes": time(17), "zone": "UTC", "place": "Hall A"}
    return parent.add_child(instance=EventPage(title="A day on queues", **said, **fields))


def graph(copy):
    (told,) = copy.context["frame"]["linked_data"]
    return {node["@type"]: node for node in json.loads(told)["@graph"]}


def test_e3_each_picture_has_a_page_of_its_own_between_its_neighbours(harbour):
    page = album(*harbour)
    first, second, third = (f"{page.address}{one.pk}/" for one in harbour)
    whole, *singly = copies("album", page.pk)
    assert (whole.address, [one.address for one in singly]) == ("/gallery/at-the-harbour/", [first, second, third])
    assert [one["address"] for one in whole.context["album"]["pictures"]] == [first, second, third]
    ways = [(one.context["picture"]["previous"], one.context["picture"]["next"]) for one in singly]
    assert ways == [("", second), (first, third), (second, "")]
    assert singly[1].context["picture"]["place"] == "Picture 2 of 3"
    assert [one["title"] for one in singly[1].context["frame"]["breadcrumbs"]] == ["Home en", "Gallery", page.title]


def test_e3_a_picture_keeps_its_address_when_others_come_before_it(harbour):
    page = album(harbour[2])
    before = copies("album", page.pk)[1].address
    page.pictures = [AlbumPicture(picture=one, sort_order=at) for at, one in enumerate(harbour)]
    page.save_revision().publish()
    assert copies("album", page.pk)[3].address == before


def test_e3_what_the_album_does_not_say_of_a_picture_is_said_as_with_the_picture(harbour):
    own = AlbumPicture(picture=harbour[0], alt="The old quay", caption="<i>At dusk.</i>", credit="Amina")
    whole, *_ = copies("album", album(own, harbour[1]).pk)
    told = [(one["alt"], one["caption_html"], one["credit"]) for one in whole.context["album"]["pictures"]]
    assert told == [("The old quay", "<i>At dusk.</i>", "Amina"), ("Cranes 1", "", "Bilal")]


def test_e3_the_same_picture_stands_there_once_whatever_a_program_wrote(harbour):
    assert len(copies("album", album(harbour[0], harbour[0]).pk)) == 2


def test_e3_it_leads_to_its_event_and_the_event_leads_to_it(harbour):
    day = event()
    page = album(*harbour, occasion=day.page_ptr)
    album(harbour[0], title="Of something else")
    album(harbour[1], title="Not out yet", occasion=day.page_ptr, live=False)
    assert copies("album", page.pk)[0].context["album"]["occasion"]["address"] == day.address
    (copy, *_) = copies("event", day.pk)
    (group,) = copy.context["frame"]["belonging"]
    assert (group["heading"], [one["title"] for one in group["cards"]]) == ("Photographs", [page.title])
    assert harbour[0].renditions.first().file.name in {one.path for one in copy.files}
    html = Rendering.of_site().render(copy.template, copy.context, language="en")
    assert f'<a href="{page.address}">At the harbour</a>' in html


def test_e3_an_event_that_nobody_can_see_is_not_led_to(harbour):
    page = album(harbour[0], occasion=event(live=False).page_ptr)
    assert copies("album", page.pk)[0].context["album"]["occasion"] is None


def test_e3_it_stands_in_the_lists_of_the_people_who_are_shown(harbour):
    amina = Person.objects.create(name="Amina")
    page = album(*harbour, people=[amina], place="Karachi", introduction="<p>Ships.</p>")
    (copy,) = copies("person", amina.pk)
    (card,) = copy.context["articles"]
    assert (card["title"], card["byline"], card["standfirst"]) == (page.title, "3 November 2026 · Karachi", "Ships.")
    assert card["kicker"] == "Album · Pictures: 3"
    (told,) = copies("album", page.pk)[0].context["album"]["people"]
    assert told == {"name": "Amina", "address": "/people/amina/"}


def test_e3_lists_go_by_the_day_of_the_pictures_with_a_page_for_each_year(harbour):
    album(harbour[0], title="Old", day=date(2024, 5, 1))
    album(harbour[0], title="New")
    album(harbour[0], title="Between", day=date(2026, 1, 1))
    (copy,) = copies("gallery", section().pk)
    assert [one["title"] for one in copy.context["albums"]] == ["New", "Between", "Old"]
    (ways,) = copies("albums-by-year", section().pk)
    assert [(one["address"], one["count"]) for one in ways.context["years"]] == [
        ("/gallery/2026/", 2),
        ("/gallery/2024/", 1),
    ]
    (recent,) = copies("recent-albums", "en")
    assert [one["title"] for one in recent.context["albums"]] == ["New", "Between", "Old"]
    assert copies("recent-albums", "ru")[0].context["albums"] == []


def test_e3_the_cover_is_the_first_picture_unless_another_was_chosen(harbour):
    album(*harbour)
    album(*harbour, title="With another", cover_picture=harbour[2])
    (copy,) = copies("gallery", section().pk)
    shown = [one["picture"]["alt"] for one in copy.context["albums"]]
    assert sorted(shown) == ["Cranes 0", "Cranes 2"]


def test_e3_search_engines_are_told_of_the_pictures_what_their_pages_show(harbour):
    Picture.objects.filter(pk=harbour[1].pk).update(licence="CC-BY-4.0")
    page = album(*harbour, occasion=event().page_ptr, people=[Person.objects.create(name="Amina")])
    whole, _, second, _ = copies("album", page.pk)
    told = graph(whole)["ImageGallery"]
    assert (told["name"], told["temporalCoverage"]) == (page.title, "2026-11-03")
    assert [one["name"] for one in told["about"]] == ["Amina", "A day on queues"]
    shown = told["image"][1]
    assert (shown["creditText"], shown["license"]) == ("Bilal", "https://creativecommons.org/licenses/by/4.0/")
    assert (shown["width"], shown["height"]) == (700, 350) and shown["contentUrl"].endswith(".jpg")
    alone = graph(second)["ImageObject"]
    assert alone["isPartOf"]["@id"] == told["@id"] and alone["contentUrl"] == shown["contentUrl"]


def test_e3_a_link_to_a_picture_shows_that_picture_and_no_card_is_drawn(harbour):
    whole, first, *_ = copies("album", album(*harbour).pk)
    assert first.context["frame"]["card"]["address"].endswith(first.context["picture"]["src"])
    assert set(whole.files) >= set(first.files)


def test_e3_feeds_carry_an_album_with_its_pictures_by_addresses_that_work_elsewhere(harbour):
    page = album(*harbour, introduction="<p>Ships.</p>")
    atom, told = copies("feed", "en")
    (item,) = json.loads(told.body)["items"]
    assert (item["title"], item["date_published"][:10]) == (page.title, "2026-11-03")
    assert item["content_html"].count("<figure>") == 3 and 'src="http' in item["content_html"]
    files = {one.path for one in atom.files}
    assert all(files & {made.file.name for made in one.renditions.all()} for one in harbour)


def test_the_preview_shows_a_draft_with_pictures_that_nobody_sees_yet(harbour):
    page = album(harbour[0])
    page.pictures.add(AlbumPicture(picture=harbour[1], alt="The quay at night"))
    shown = previews.preview(page, NOW)
    assert shown.count('class="album__picture"') == 2 and "The quay at night" in shown
    assert len(copies("album", page.pk)) == 2


@pytest.mark.parametrize("language", ["en", "ur"])
def test_e3_all_of_it_can_be_printed_and_each_picture_is_led_to_without_scripts(harbour, language):
    page = album(*harbour, language=language, place="Karachi", introduction="<p>Ships.</p>")
    made = [*copies("album", page.pk), *copies("gallery", section(language).pk), *copies("recent-albums", language)]
    html = [Rendering.of_site().render(one.template, one.context, language=language) for one in made]
    for one in harbour:
        assert f'<a class="album__picture" href="{page.address}{one.pk}/">' in html[0]
    assert all("lightbox" in text for text in html[:1]) and not any("lightbox" in text for text in html[1:])


def found(page):
    """What the gate finds on an album, by place."""
    return {one.place.path: one for one in gate.judge(page).findings}


def test_an_album_without_pictures_or_day_is_refused(harbour):
    told = found(album(day=None, live=False))
    assert (told["pictures"].level, told["day"].level) == ("refuses", "refuses")
    ahead = found(album(harbour[0], title="Ahead", day=date(2999, 1, 1), live=False))["day"]
    assert "a date to come: 1 January 2999" in str(ahead.said)


def test_e4_a_picture_that_is_not_described_is_refused_by_its_place(harbour):
    bare, decorative = harbour[0], harbour[1]
    bare.alt_text, decorative.alt_text, decorative.decorative = "", "", True
    Picture.objects.bulk_update([bare, decorative], ["alt_text", "decorative"])
    page = album(bare, decorative, harbour[2], live=False)
    told = [one for one in gate.judge(page).refusals if "what the picture shows" in str(one.said)]
    assert [(one.place.path, str(one.place.name)) for one in told] == [
        (f"pictures.{page.pictures.first().pk}.alt", "Picture 1")
    ]
    page.pictures = [AlbumPicture(picture=bare, alt="The quay")]
    assert gate.judge(page).refusals == []


def test_e4_a_picture_that_nobody_is_thanked_for_is_warned_of(harbour):
    Picture.objects.filter(pk=harbour[0].pk).update(credit="")
    told = found(album(*harbour, live=False))["pictures"]
    assert (told.level, str(told.said)) == ("warns", "1 picture doesn’t say who took it.")


def test_an_event_that_is_a_draft_is_warned_of(harbour):
    told = found(album(harbour[0], occasion=event(live=False).page_ptr, live=False))["occasion"]
    assert told.level == "warns" and "“A day on queues”" in str(told.said)


def test_what_is_no_event_is_refused_with_what_would_do():
    with pytest.raises(ValidationError, match=r"“Gas” is no event\. Choose one, or leave it empty"):
        AlbumPage(title="T", slug="t", language="en", occasion=article("Gas").page_ptr).clean()


def test_the_same_picture_or_person_twice_is_refused_at_the_desk(client, hamid, harbour):
    client.force_login(hamid)
    amina = Person.objects.create(name="Amina")
    sent = {"title": "T", "slug": "t", "language": "en", "day": "2026-11-03", "introduction": "null"}
    sent |= {"search_description": "", "comments-INITIAL_FORMS": "0", "comments-TOTAL_FORMS": "0"}
    for rows, field, chosen in (("pictures", "picture", harbour[0]), ("people", "person", amina)):
        sent |= {f"{rows}-INITIAL_FORMS": "0", f"{rows}-TOTAL_FORMS": "2"}
        for at in range(2):
            sent |= {f"{rows}-{at}-{field}": chosen.pk, f"{rows}-{at}-ORDER": at + 1, f"{rows}-{at}-caption": "null"}
    address = reverse("wagtailadmin_pages:add", args=["gallery", "albumpage", section().pk])
    told = client.post(address, sent, follow=True).content.decode()
    assert "This picture stands in the album already" in told and "This person is named already" in told
    assert not AlbumPage.objects.exists()
    client.post(address, {**sent, "pictures-1-DELETE": "1", "people-1-DELETE": "1"}, follow=True)
    made = AlbumPage.objects.get()
    assert (made.pictures.count(), made.people.count()) == (1, 1)


def test_the_form_offers_events_alone_and_many_pictures_at_once(client, hamid):
    client.force_login(hamid)
    form = client.get(reverse("wagtailadmin_pages:add", args=["gallery", "albumpage", section().pk])).content.decode()
    assert "events.eventpage" in form and "articles.articlepage" not in form
    assert "id_pictures-OPEN_MODAL" in form


def test_an_album_of_a_day_long_past_stands_in_its_month(harbour):
    page = album(harbour[0], day=date(1998, 1, 31))
    assert page.dated == datetime(1998, 1, 31, 12, tzinfo=UTC)
    assert page.dated < NOW


def under_embargo(*pictures, **fields):
    """An album that is scheduled, and a link to it."""
    page = album(*pictures, live=False, **fields)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    page.refresh_from_db()
    return page, EarlyLink.objects.create(page=page, newsroom="The Harbour Post")


def test_e2_e3_before_its_time_an_album_is_nowhere_but_behind_its_link_with_a_page_for_each_picture(harbour, client):
    page, one = under_embargo(*harbour)
    assert copies("album", page.pk) == [] and copies("gallery", section().pk)[0].context["albums"] == []
    here = f"/-/content/early/{one.key}/"
    first, *_ = singly = [f"{here}pages/{picture.pk}/" for picture in harbour]
    told = {place: client.get(place).content.decode() for place in (here, *singly)}
    assert all("Under embargo until" in text and 'content="noindex"' in text for text in told.values())
    assert not any('class="share' in text for text in told.values()), "not to be passed on before"
    assert re.findall(r'class="album__picture" href="([^"]+)"', told[here]) == singly
    assert f'href="{here}"' in told[first] and f'href="{singly[1]}" rel="next"' in told[first]
    printed = {file.address for file in previews.files(page.get_latest_revision_as_object(), timezone.now())}
    assert printed and not [one for one in (*printed, f'="{page.address}') if one in "".join(told.values())]
    for gone in (f"{here}pages/{page.pk + 999}/", f"{here}pages/../", f"{here}pages//"):
        assert client.get(gone).status_code == 404
    one.revoked = True
    one.save()
    assert {client.get(place).status_code for place in told} == {404}


def test_e2_e3_newsrooms_see_the_pictures_of_an_album_and_no_other_file(harbour, client):
    shown, other = harbour[0], harbour[1]
    _, one = under_embargo(shown)
    here = f"/-/content/early/{one.key}/"
    told = client.get(here).content.decode() + client.get(f"{here}pages/{shown.pk}/").content.decode()
    places = set(re.findall(rf"{here}files/[^\"\s,]+", told))
    answers = [client.get(place) for place in sorted(places)]
    assert {(one.status_code, one.headers["Cache-Control"]) for one in answers} == {(200, "no-store")}
    assert {one.headers["Content-Type"] for one in answers} >= {"image/webp", "image/jpeg"}
    theirs = {made.file.name for made in shown.renditions.all() if f"{here}files/{made.file.name}" in places}
    private = {shown.file.name, *(made.file.name for made in other.renditions.all())}
    assert theirs and {client.get(f"{here}files/{name}").status_code for name in private} == {404}


def test_e2_e3_a_link_shows_the_album_that_was_approved_and_no_later_draft(harbour, client):
    page, one = under_embargo(harbour[0])
    page.title = "A later thought"
    page.pictures.add(AlbumPicture(picture=harbour[1], alt="Not approved"))
    page.save_revision()
    told = client.get(one.path).content.decode()
    assert "At the harbour" in told and "A later thought" not in told and "Not approved" not in told
    assert client.get(f"{one.path}pages/{harbour[1].pk}/").status_code == 404


def test_e2_e3_when_the_embargo_ends_the_album_is_out_and_all_its_links_lead_there(harbour, client, time_machine):
    page, one = under_embargo(harbour[0])
    time_machine.move_to(timezone.now() + timedelta(hours=2), tick=False)
    assert run_due(timezone.now()).published == [page.pk]
    for place in (one.path, f"{one.path}pages/{harbour[0].pk}/"):
        answer = client.get(place)
        assert (answer.status_code, answer.headers["Location"]) == (302, page.address)
    assert client.get(f"{one.path}files/{harbour[0].renditions.first().file.name}").status_code == 404
    assert [each["title"] for each in copies("gallery", section().pk)[0].context["albums"]] == [page.title]
