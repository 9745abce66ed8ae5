"""Players of recordings that others keep: whose they are, and the address of their frame. Plain reckoning.

A frame's address is made of what was found in the recording's, and never taken over whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, quote, urlencode, urlsplit

Kind = Literal["video", "sound"]


@dataclass(frozen=True, slots=True)
class Player:
    """Who keeps a recording, whether one sees or hears it, and the address of the frame that plays it."""

    provider: str
    kind: Kind
    frame: str

    @property
    def origin(self) -> str:
        """The host that is asked when it is played, as policies name it: "https://player.vimeo.com"."""
        return "https://" + (urlsplit(self.frame).hostname or "")


@dataclass(frozen=True, slots=True)
class _Place:
    """A recording's address in parts: host and path as one ("vimeo.com/123"), what is asked, and the language."""

    where: str
    asked: Mapping[str, str]
    language: str


Make = Callable[[re.Match[str], _Place], str]


@dataclass(frozen=True, slots=True)
class _Provider:
    name: str
    kind: Kind
    address: re.Pattern[str]
    frame: Make


def player(address: str, language: str = "en") -> Player | None:
    """The player for a recording at an address, with captions in a language; None where we know of none."""
    place = _place(address, language)
    if place is None:
        return None
    for one in _PROVIDERS:
        found = one.address.fullmatch(place.where)
        frame = one.frame(found, place) if found else ""
        if frame:
            return Player(one.name, one.kind, frame)
    return None


def providers() -> tuple[str, ...]:
    """Whose recordings can be played here."""
    return tuple(dict.fromkeys(one.name for one in _PROVIDERS))


def _place(address: str, language: str) -> _Place | None:
    try:
        parts = urlsplit(address.strip())
        odd = parts.port is not None or parts.username is not None
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or odd:
        return None
    host = re.sub(r"^(?:www|m|music)\.", "", parts.hostname)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return _Place(f"{host}{parts.path.rstrip('/')}", asked, language.split("-")[0])


def _youtube(found: re.Match[str], place: _Place) -> str:
    video = found["id"] or place.asked.get("v", "")
    if not re.fullmatch(r"[\w-]{11}", video, re.ASCII):
        return ""
    told = {"rel": "0", "hl": place.language, "cc_lang_pref": place.language, "cc_load_policy": "1"}
    starts = _seconds(place.asked.get("t") or place.asked.get("start") or "")
    told |= {"start": str(starts)} if starts else {}
    return f"https://www.youtube-nocookie.com/embed/{video}?{urlencode(told)}"


def _seconds(said: str) -> int:
    """ "1h2m3s", "95s" and "95" as seconds; 0 for what is none of them."""
    found = re.fullmatch(r"(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", said, re.ASCII)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _vimeo(found: re.Match[str], place: _Place) -> str:
    told = {"dnt": "1", "texttrack": place.language}
    unlisted = found["key"] or place.asked.get("h", "")
    told |= {"h": unlisted} if re.fullmatch(r"[0-9a-f]{6,20}", unlisted) else {}
    return f"https://player.vimeo.com/video/{found['id']}?{urlencode(told)}"


def _plainly(before: str) -> Make:
    """A frame whose address ends in the recording's own name."""
    return lambda found, _: f"{before}{found['id']}"


def _soundcloud(_: re.Match[str], place: _Place) -> str:
    return f"https://w.soundcloud.com/player/?url={quote(f'https://{place.where}', safe='')}"


def _apple(found: re.Match[str], place: _Place) -> str:
    episode = place.asked.get("i", "")
    told = f"?i={episode}" if re.fullmatch(r"\d{5,15}", episode, re.ASCII) else ""
    return f"https://embed.podcasts.apple.com/{found['place']}{told}"


def _address(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


_PROVIDERS = (
    _Provider(
        "YouTube",
        "video",
        _address(
            r"(?:youtube\.com/watch|(?:youtube(?:-nocookie)?\.com/(?:embed|live|shorts|v)|youtu\.be)/(?P<id>[\w-]+))"
        ),
        _youtube,
    ),
    _Provider(
        "Vimeo",
        "video",
        _address(r"(?:player\.)?vimeo\.com/(?:video/|channels/[\w-]+/)?(?P<id>\d{5,12})(?:/(?P<key>[0-9a-f]+))?"),
        _vimeo,
    ),
    _Provider(
        "Dailymotion",
        "video",
        _address(r"(?:dailymotion\.com/(?:embed/)?video|dai\.ly)/(?P<id>[a-zA-Z0-9]{5,10})"),
        _plainly("https://geo.dailymotion.com/player.html?video="),
    ),
    _Provider(
        "Rutube",
        "video",
        _address(r"rutube\.ru/(?:video|play/embed)/(?P<id>[0-9a-f]{32})"),
        _plainly("https://rutube.ru/play/embed/"),
    ),
    _Provider(
        "Internet Archive",
        "video",
        _address(r"archive\.org/(?:details|embed)/(?P<id>[\w.-]{3,100})"),
        _plainly("https://archive.org/embed/"),
    ),
    _Provider("SoundCloud", "sound", _address(r"soundcloud\.com/[\w-]+/[\w-]+(?:/[\w-]+)?"), _soundcloud),
    _Provider(
        "Spotify",
        "sound",
        _address(r"open\.spotify\.com/(?:intl-[a-z]+/)?(?:embed/)?(?P<id>(?:episode|show)/[a-zA-Z0-9]{22})"),
        _plainly("https://open.spotify.com/embed/"),
    ),
    _Provider(
        "Apple Podcasts",
        "sound",
        _address(r"(?:embed\.)?podcasts\.apple\.com/(?P<place>[a-z]{2}/podcast/(?:[\w%.-]+/)?id\d{5,15})"),
        _apple,
    ),
)
