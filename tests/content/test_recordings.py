"""Recordings that are ours: looked at, measured, played from our own address, with something to read. Row E5."""

from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from communique.content.gate.draft import Draft
from communique.content.gate.rules.recordings import recordings_of_ours_that_some_cannot_follow
from communique.content.models import Recording, RecordingTrack
from communique.content.recordings import captions, kinds
from communique.content.recordings.kinds import Measured
from communique.content.recordings.printed import lasts
from communique.press.headers import of_media
from communique.publishing.words import in_language
from communique.syndication.feeds import readable_elsewhere

from .sounds import CAPTIONS, captioned, mp3, mp4, opus, recording, webm
from .stories import article, copy


def looked(name, content):
    return kinds.measured(name, BytesIO(content), len(content))


def refusal(name, content):
    with pytest.raises(kinds.Refused) as refused:
        looked(name, content)
    return str(refused.value.said)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("talk.mp3", mp3(65, said="Lavf")),
        ("Talk.M4A", mp4(65)),
        ("talk.ogg", opus(65)),
        ("talk.opus", opus(65)),
        ("film.mp4", mp4(65, handler=b"vide")),
        ("film.webm", webm(65)),
    ],
)
def test_e5_a_recording_is_told_by_what_is_in_it_and_measured(name, content):
    assert looked(name, content) == Measured(name.lower().rpartition(".")[2], 65)


def test_e5_an_mp3_of_changing_rate_is_as_long_as_it_says_itself():
    first = bytearray(mp3(1)[:144])
    first[21:33] = b"Xing\0\0\0\1" + (2500).to_bytes(4, "big")
    assert looked("talk.mp3", bytes(first) + mp3(1)).seconds == 90


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("talk.wav", b"RIFF", "Send one of these: m4a, mp3, mp4, ogg, opus, webm."),
        ("talk.mp3", b"", "The file is empty."),
        ("talk.mp3", mp4(), "Save it as .mp3"),
        ("talk.mp3", b"<html>\xff\xfb\x18\xc0" + bytes(200), "Save it as .mp3"),
        ("talk.m4a", mp4(handler=b"vide"), "Save it as .m4a"),
        ("film.mp4", mp4(), "Save it as .mp4"),
        ("talk.ogg", mp3(), "Save it as .ogg"),
        ("film.webm", opus(), "Save it as .webm"),
        ("film.webm", webm(None), "doesn’t say how long"),
    ],
)
def test_e5_what_is_no_such_recording_is_refused_with_what_would_do(name, content, said):
    assert said in refusal(name, content)


def test_e5_what_is_too_large_is_refused_by_its_kind(monkeypatch):
    monkeypatch.setitem(kinds.LARGEST, "sound", 1 << 20)
    assert "2 MB large; at most 1 MB" in refusal("talk.mp3", mp3(500))


@pytest.mark.parametrize("cut", [0, 3, 9, 20, 40, 90])
@pytest.mark.parametrize("name", ["talk.mp3", "talk.m4a", "talk.ogg", "film.webm"])
def test_e5_a_file_that_is_cut_short_breaks_nothing(name, cut):
    whole = {"talk.mp3": mp3(), "talk.m4a": mp4(), "talk.ogg": opus(), "film.webm": webm()}[name]
    with suppress(kinds.Refused):
        looked(name, whole[:cut])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nGas\n", "Save them as WebVTT"),
        ("Gas and grain", "doesn’t begin with WEBVTT"),
        ("WEBVTT\n\nGas and grain", "no captions in the file"),
        ("WEBVTT\n\n00:01 --> 00:02\nGas", "Line 3 isn’t how"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nGas", "in line 3 ends before it begins"),
        (CAPTIONS.encode("utf-16"), "UTF-8"),
    ],
)
def test_e5_captions_that_browsers_would_not_show_are_refused_by_line(text, said):
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(kinds.Refused) as refused:
        captions.check(BytesIO(content), len(content))
    assert said in str(refused.value.said)


def test_e5_captions_with_names_notes_and_settings_are_taken():
    told = "\ufeffWEBVTT Ports\n\nNOTE by us\n\n01:00:00.000 --> 01:00:02.500 align:start\n<v Amina>Gas\n\n" + (
        "two\n01:00:03.000 --> 01:00:04.000\nand grain\n"
    )
    assert captions.check(BytesIO(told.encode()), len(told.encode())) == 2


@pytest.mark.parametrize(
    ("seconds", "language", "words"),
    [(45, "en", "45 s"), (3480, "en", "58 min"), (3900, "en", "1 h 5 min"), (3900, "ur", "1 گھنٹے 5 منٹ")],
)
def test_e5_its_length_is_told_as_people_say_it(seconds, language, words):
    assert lasts(in_language(language), seconds) == words


@pytest.mark.django_db
class TestInTheLibrary:
    def test_e5_a_form_says_what_is_wrong_beside_the_file(self):
        wrong = Recording(title="Gas", language="en", file=ContentFile(b"no sound", name="talk.mp3"))
        with pytest.raises(ValidationError) as refused:
            wrong.full_clean()
        assert "something else" in str(refused.value.message_dict["file"])
        track = RecordingTrack(recording=recording(), language="en", file=ContentFile(b"1", name="a.vtt"))
        with pytest.raises(ValidationError) as refused:
            track.full_clean(exclude=["recording"])
        assert "WEBVTT" in str(refused.value.message_dict["file"])

    def test_e5_a_file_is_kept_under_a_name_that_changes_with_it(self):
        one, other = recording(name="Gas & grain.MP3"), recording(name="Gas & grain.MP3", content=mp3(3))
        assert one.file.name.endswith("/gas-grain.mp3") and one.file.name != other.file.name
        assert (one.kind, one.seconds, one.size) == ("mp3", 2, len(mp3()))

    def test_e5_a_page_plays_it_from_our_own_address_and_fetches_nothing_before(self):
        made = recording(transcript="<p>Gas and grain.</p>", credit="A. Rahman")
        page = article("Ports", body=[("recorded", made)])
        printed = copy("article", page)
        html = printed.context["article"]["body_html"]
        assert f'<audio class="player__own" controls preload="none" src="/media/{made.file.name}"' in html
        assert "<bdi>2 s</bdi> · <bdi>8 kB</bdi> · <bdi>MP3</bdi> · <bdi>A. Rahman</bdi>" in html
        assert "Transcript</summary><p>Gas and grain.</p>" in html
        assert (f"/media/{made.file.name}", "audio/mpeg") in {(one.address, one.media_type) for one in printed.media}

    def test_e5_captions_come_with_it_and_wait_until_they_are_wanted(self):
        made = recording(name="film.mp4", content=mp4(handler=b"vide"))
        captioned(made)
        captioned(made, "descriptions")
        captioned(made, "subtitles", language="ur")
        printed = copy("article", article("Ports", body=[("recorded", made)]))
        html = printed.context["article"]["body_html"]
        assert '<video class="player__own" controls preload="none"' in html
        assert 'kind="captions" srclang="en" label="English"' in html and " default" not in html
        assert 'label="English, described"' in html and 'srclang="ur" label="اردو"' in html
        assert "text/vtt; charset=utf-8" in {one.media_type for one in printed.media}

    def test_e5_a_recording_that_is_no_more_leaves_nothing_behind(self):
        made = recording()
        page = article("Ports", body=[("recorded", made)])
        made.delete()
        assert "player" not in copy("article", page).context["article"]["body_html"]

    @pytest.mark.parametrize(
        ("made", "missing"),
        [
            (lambda: recording(), ["don’t learn what is said in it"]),
            (lambda: recording(wordless=True), []),
            (lambda: recording(transcript="<p>Gas.</p>"), []),
            (lambda: film(), ["see people speak", "don’t learn what it shows"]),
            (lambda: film("captions"), ["don’t learn what it shows"]),
            (lambda: film("captions", "descriptions"), []),
        ],
    )
    def test_e5_editors_are_warned_of_whom_a_recording_leaves_out(self, made, missing):
        page = article("Ports", body=[("recorded", made())])
        found = list(recordings_of_ours_that_some_cannot_follow(Draft(page, timezone.now())))
        assert len(found) == len(missing)
        assert all(words in str(one.said) for words, one in zip(missing, found, strict=True))

    def test_e5_editors_send_one_at_the_desk(self, desk):
        form = {"title": "Gas", "language": "en", "transcript": "null", "credit": "", "tracks-TOTAL_FORMS": "0"}
        form |= {f"tracks-{name}": "0" for name in ("INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
        place = "/desk/snippets/content/recording/add/"
        answer = desk.post(place, {**form, "file": ContentFile(b"no sound", name="talk.mp3")})
        assert "what is in it is something else" in answer.content.decode()
        desk.post(place, {**form, "file": ContentFile(mp3(), name="talk.mp3")})
        assert Recording.objects.get().seconds == 2


def film(*tracks):
    made = recording(name="film.mp4", content=mp4(handler=b"vide"))
    for kind in tracks:
        captioned(made, kind)
    return made


@pytest.mark.django_db
def test_e5_feeds_carry_a_player_that_plays_elsewhere():
    made = recording()
    html = copy("article", article("Ports", body=[("recorded", made)])).context["article"]["body_html"]
    told = readable_elsewhere(html, "https://institute.example/ports/")
    assert f'/media/{made.file.name}" aria-label' in told and 'src="http' in told


def test_e5_players_of_other_sites_may_fetch_recordings_and_nothing_else():
    assert dict(of_media("audio/mpeg"))["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert of_media("text/vtt; charset=utf-8") and not of_media("image/jpeg") and not of_media("application/pdf")
