"""Shows and their episodes: heard on the page, and in podcast programs. Row E5."""

from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from communique.content import gate
from communique.content.gate.draft import Draft
from communique.content.models import Organisation, Person, Picture
from communique.content.pictures import in_haste
from communique.publishing.models import Address
from communique.sections.shows import checks, covers
from communique.sections.shows.models import EpisodePage, ShowPage, Voice
from communique.sections.shows.rss import Channel, Item, feed
from tests.content.sounds import captioned, mp4, opus, recording
from tests.content.stories import copies, home

pytestmark = pytest.mark.django_db

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"


def cover(width=1400, height=None):
    file = BytesIO()
    Image.new("RGB", (width, height or width), "navy").save(file, "JPEG", exif=b"Exif\x00\x00taken with TELLTALE")
    made = Picture(title="cover", decorative=True, file=ContentFile(file.getvalue(), name="cover.jpg"))
    with in_haste():  # nobody here looks at all its sizes
        made.save()
    return made


def show(language="en", **fields):
    told = {"introduction": "<p>Talks about ports.</p>", "cover": cover(), **fields}
    return home(language).add_child(instance=ShowPage(title="Quayside", slug="quayside", language=language, **told))


def episode(under, title="Gas and grain", day=3, **fields):
    told = {"recording": recording(transcript="<p>Gas &amp; grain.</p>"), "standfirst": "Two ports.", **fields}
    page = EpisodePage(title=title, published=datetime(2026, 11, day, 9, tzinfo=UTC), language=under.language, **told)
    return under.add_child(instance=page)


def podcast(page):
    return next((copy for copy in copies("show", page.pk) if copy.address.endswith("podcast.xml")), None)


def read(page):
    return ElementTree.fromstring(podcast(page).body).find("channel")


def test_e5_the_podcast_has_what_directories_require():
    Organisation.objects.create(name="The Institute")
    page = show(owner_email="talks@institute.example")
    made = episode(page, number=7)
    channel = read(page)
    told = {name: channel.findtext(name) for name in ("title", "language", "description", f"{ITUNES}author")}
    assert told == {
        "title": "Quayside",
        "language": "en",
        "description": "Talks about ports.",
        f"{ITUNES}author": "The Institute",
    }
    assert channel.findtext("link").endswith("/quayside/") and channel.findtext(f"{ITUNES}explicit") == "false"
    assert channel.findtext(f"{ITUNES}owner/{ITUNES}email") == "talks@institute.example"
    (outer,) = channel.findall(f"{ITUNES}category")
    assert (outer.get("text"), outer.find(f"{ITUNES}category").get("text")) == ("News", "Politics")
    (item,) = channel.findall("item")
    file = made.recording
    enclosure = item.find("enclosure").attrib
    assert enclosure["url"].startswith("http") and enclosure["url"].endswith(f"/media/{file.file.name}")
    assert (enclosure["length"], enclosure["type"]) == (str(file.size), "audio/mpeg")
    assert item.findtext("pubDate") == "Tue, 03 Nov 2026 09:00:00 +0000"
    assert (item.findtext(f"{ITUNES}duration"), item.findtext(f"{ITUNES}episode")) == ("2", "7")


def test_e5_its_cover_is_a_square_that_directories_take_and_tells_nothing_of_the_camera():
    page = show(cover=cover(3200))
    episode(page)
    (file,) = (file for file in podcast(page).media if file.address.startswith("/media/covers/"))
    assert read(page).find(f"{ITUNES}image").get("href").endswith(file.address)
    with default_storage.open(file.path) as kept, Image.open(kept) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (3000, 3000)) and not image.getexif()


def test_e5_what_is_said_comes_with_it_as_captions_and_as_text():
    page = show()
    made = episode(page)
    captioned(made.recording)
    told = {one.get("type"): one.get("url") for one in read(page).iter(f"{PODCAST}transcript")}
    assert set(told) == {"text/vtt", "text/plain"}
    text = next(copy for copy in copies("episode of a show", made.pk) if copy.address.endswith(".txt"))
    assert told["text/plain"].endswith(text.address) and text.body == b"Gas & grain."


def test_e5_an_episode_keeps_its_name_when_all_else_of_it_changes():
    page = show()
    made = episode(page)
    before = read(page).findtext("item/guid")
    made.title, made.slug, made.recording = "Ports", "ports", recording(name="other.m4a", content=mp4())
    made.save()
    item = read(page).find("item")
    assert (item.findtext("guid"), item.find("enclosure").get("type")) == (before, "audio/x-m4a")
    assert item.find("guid").get("isPermaLink") == "false" and before.startswith("urn:uuid:")


def test_e5_a_show_with_a_cover_passes_the_gate_and_its_cover_is_described():
    page = show()
    assert not gate.judge(page).refusals
    page.cover.decorative = False
    (refusal,) = gate.judge(page).refusals
    assert refusal.place.path == "cover"


@pytest.mark.parametrize("fields", [{"cover": None}, {"cover": "narrow"}, {}])
def test_e5_without_a_cover_or_anything_to_hear_there_is_no_podcast(fields):
    told = {"cover": cover(1500, 1400)} if fields.get("cover") else fields
    page = show(**told)
    if fields:
        episode(page)
    assert podcast(page) is None
    assert copies("show", page.pk)[0].context["show"]["podcast"] == ""


def test_e5_drafts_and_films_are_not_in_it_and_each_language_has_its_own():
    page, urdu = show(), show("ur", cover=None)
    episode(page, "In print")
    episode(page, "Draft", live=False)
    episode(page, "Film", recording=recording(name="film.mp4", content=mp4(handler=b"vide")))
    assert [item.findtext("title") for item in read(page).iter("item")] == ["In print"]
    urdu.cover = cover()
    urdu.save()
    episode(urdu, "بندرگاہ")
    assert read(urdu).findtext("language") == "ur"
    assert [item.findtext("title") for item in read(urdu).iter("item")] == ["بندرگاہ"]


def test_e5_no_words_can_break_it():
    told = Channel('a"<b>&', "https://x/", "https://x/f", "en", "x" * 9000, "\x00a", "", "https://x/c", "News", True)
    item = Item("k", "]]>\x0b", "https://x/1", datetime(2026, 1, 1, tzinfo=UTC), "d", "<p>&amp;</p>", "s", "t", 1, 2)
    channel = ElementTree.fromstring(feed(told, [item])).find("channel")
    assert channel.findtext("title") == 'a"<b>&' and len(channel.findtext("description")) == 4000
    assert channel.findtext("item/title") == "]]>" and channel.find(f"{ITUNES}owner") is None
    assert channel.findtext(f"{ITUNES}explicit") == "true"


def test_e5_an_episodes_page_plays_it_and_says_who_speaks():
    page = show()
    amina = Person.objects.create(name="Amina Rahman")
    made = episode(page, number=7, voices=[Voice(person=amina, part="host")])
    told = copies("episode of a show", made.pk)[0]
    shown = told.context["episode"]
    assert "<audio" in shown["player_html"] and shown["kicker"] == "Episode 7"
    assert [(one["name"], one["part"]) for one in shown["people"]] == [("Amina Rahman", "Host")]
    assert shown["show"] == {"title": "Quayside", "address": "/quayside/"}
    assert '"@type":"PodcastEpisode"' in told.context["frame"]["linked_data"][0]
    assert f"/media/{made.recording.file.name}" in {file.address for file in told.media}
    (listed,) = copies("show", page.pk)[0].context["episodes"]
    assert listed["kicker"] == "Episode 7 · 2 s"


def test_e5_editors_are_told_why_there_is_nothing_to_subscribe_to():
    def told(page, rule):
        return [str(one.said) for one in rule(Draft(page, timezone.now()))]

    page = show(cover=None)
    assert "no cover" in told(page, checks.no_podcast)[0]
    page.cover = cover(1200)
    assert "1,400 or more" in told(page, checks.no_podcast)[0]
    page.cover = cover()
    assert told(page, checks.no_podcast) == [] and covers.wrong(page.cover) is None
    made = episode(page, recording=None)
    assert told(made, checks.no_recording) == ["There is nothing to hear."]
    made.recording = recording(name="talk.ogg", content=opus())
    assert [words[:12] for words in told(made, checks.left_out)] == ["Those who ca", "Apple’s prog"]


def test_e5_an_episode_that_moves_leaves_its_address_behind():
    page = show()
    made = episode(page)
    made.slug = "ports"
    made.save()
    assert Address.objects.get(address="/quayside/gas-and-grain/").state == Address.State.OLD
