"""Recordings in print: whole without a script, asking nobody, and allowed where they stand alone. Row E5."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from communique.content import gate
from communique.content.bodies import typeset
from communique.press.headers import POLICY, policy
from communique.publishing import words

from .gate.manuscript import sound
from .stories import article, block, copies

FILM = {"url": "https://youtu.be/dQw4w9WgXcQ", "title": "Ports & rails", "transcript": ""}


def put(value, language="en"):
    say = words.in_language(language)
    return typeset([block("embed", value)], picture=lambda _: None, address=lambda _: None, say=say, language=language)


def test_e5_a_recording_is_a_link_and_a_few_words_and_asks_for_nothing():
    made = put(FILM)
    tree = LexborHTMLParser(made.html)
    assert not tree.css("iframe, img, script, source, [src], [srcset]")
    assert tree.css_first("a").attributes["href"] == FILM["url"] and tree.css_first("a").text() == "Ports & rails"
    assert "YouTube keeps this recording" in tree.css_first(".player__told").text()


def test_e5_the_words_are_those_of_the_page():
    figure = LexborHTMLParser(put(FILM | {"title": ""}, "ru").html).css_first("figure").attributes
    assert figure["data-player-title"] == "Запись на YouTube" and figure["data-player-play"] == "Включить здесь"
    assert "hl=ru" in figure["data-player"]


def test_e5_a_transcript_is_folded_below_it():
    told = put(FILM | {"transcript": "<p>We begin <b>here</b>.</p>"}).html
    assert "<summary>Transcript</summary><p>We begin <b>here</b>.</p></details></figure>" in told
    other = put({"url": "https://video.example/1", "title": "x", "transcript": "<p>Said.</p>"}).html
    assert other.startswith('<p class="embed">') and "<p>Said.</p></details>" in other


def test_e5_words_of_a_title_are_never_markup():
    assert "<b>" not in put(FILM | {"title": '"><b>x'}).html


def test_e5_a_keeper_that_we_do_not_know_stays_a_link():
    made = put({"url": "https://video.example/1", "title": "x"})
    assert made.hosts == () and made.headers == () and "data-player" not in made.html


def test_e5_only_the_hosts_of_its_own_players_are_allowed():
    (header,) = put(FILM).headers
    assert header == ("Content-Security-Policy", f"{POLICY}; frame-src https://www.youtube-nocookie.com")
    assert policy([]) == f"{POLICY}; frame-src"


@pytest.mark.django_db
def test_e5_a_page_with_a_recording_is_printed_with_a_policy_of_its_own():
    plain, with_film = article("Plain"), article("Film", body=[block("embed", FILM)])
    assert copies("article", plain.pk)[0].headers == ()
    (header,) = copies("article", with_film.pk)[0].headers
    assert header[1].endswith("; frame-src https://www.youtube-nocookie.com")


@pytest.mark.django_db
def test_e5_a_recording_that_nobody_wrote_down_is_warned_of():
    def found(value):
        findings = gate.judge(sound(block("embed", value))).findings
        return findings[0] if findings else None

    finding = found(FILM)
    assert finding.level == "warns" and "Add a transcript" in str(finding.remedy)
    assert found(FILM | {"transcript": "<p>We begin.</p>"}) is None
    assert found({"url": "https://video.example/1", "title": "x"}) is None
