"""Players of recordings that others keep: known by their address, framed without taking it over. Row E5."""

import pytest

from communique.text.players import player, providers

FILM = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&hl=en&cc_lang_pref=en&cc_load_policy=1"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1",
        "https://youtu.be/dQw4w9WgXcQ?si=x",
        "http://m.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    ],
)
def test_e5_a_film_is_known_by_whichever_address_it_has(address):
    assert player(address).frame == FILM


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://youtu.be/dQw4w9WgXcQ?t=1h2m3s", f"{FILM}&start=3723"),
        ("https://youtu.be/dQw4w9WgXcQ?t=95", f"{FILM}&start=95"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1&texttrack=en"),
        (
            "https://vimeo.com/76979871/abc123de",
            "https://player.vimeo.com/video/76979871?dnt=1&texttrack=en&h=abc123de",
        ),
        ("https://dai.ly/x7tgad0", "https://geo.dailymotion.com/player.html?video=x7tgad0"),
        (f"https://rutube.ru/video/{'0a' * 16}/", f"https://rutube.ru/play/embed/{'0a' * 16}"),
        ("https://archive.org/details/ports_2026", "https://archive.org/embed/ports_2026"),
        (
            "https://soundcloud.com/a/b?in=c",
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb",
        ),
        (f"https://open.spotify.com/episode/{'a' * 22}?si=1", f"https://open.spotify.com/embed/episode/{'a' * 22}"),
        (
            "https://podcasts.apple.com/gb/podcast/ports/id123456789?i=1000123",
            "https://embed.podcasts.apple.com/gb/podcast/ports/id123456789?i=1000123",
        ),
    ],
)
def test_e5_each_keeper_has_a_frame(address, frame):
    assert player(address).frame == frame


def test_e5_captions_are_asked_for_in_the_language_of_the_page():
    assert "cc_lang_pref=ur" in player("https://youtu.be/dQw4w9WgXcQ", "ur-PK").frame


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://youtube.com:8443/watch?v=dQw4w9WgXcQ",
        'https://www.youtube.com/watch?v="><script>x',
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/@institute",
        "https://vimeo.com/about",
        "https://[broken",
        "https://video.example/1",
    ],
)
def test_e5_what_is_no_recording_of_theirs_has_no_player(address):
    assert player(address) is None


def test_e5_a_player_names_the_host_it_is_played_from():
    assert player("https://vimeo.com/76979871").origin == "https://player.vimeo.com"
    assert {"YouTube", "Vimeo", "SoundCloud"} <= set(providers())
