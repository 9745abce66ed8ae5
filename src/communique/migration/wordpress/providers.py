"""Sites whose videos, recordings and posts WordPress showed inside an article, and how to link to them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_HOSTS = frozenset(
    {
        *("youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "player.vimeo.com", "dailymotion.com"),
        *("dai.ly", "twitter.com", "x.com", "facebook.com", "instagram.com", "soundcloud.com", "w.soundcloud.com"),
        *("spotify.com", "open.spotify.com", "ted.com", "embed.ted.com", "flickr.com", "flic.kr", "slideshare.net"),
        *("scribd.com", "tiktok.com", "wordpress.tv", "videopress.com", "issuu.com", "mixcloud.com", "kickstarter.com"),
        *("reddit.com", "tumblr.com", "imgur.com", "animoto.com", "cloudup.com", "crowdsignal.com", "polldaddy.com"),
        *("poll.fm", "speakerdeck.com", "screencast.com", "smugmug.com", "meetup.com", "funnyordie.com", "hulu.com"),
        *("blip.tv", "viddler.com", "qik.com", "revision3.com", "photobucket.com", "rdio.com", "pinterest.com"),
        *("archive.org", "bandcamp.com", "rumble.com", "bsky.app", "gfycat.com", "giphy.com", "loom.com", "pca.st"),
        *("podcasts.apple.com", "embed.podcasts.apple.com", "music.apple.com", "html5-player.libsyn.com", "libsyn.com"),
        *("anchor.fm", "podbean.com", "buzzsprout.com", "player.fm", "c-span.org", "rutube.ru", "vk.com", "ok.ru"),
        *("docs.google.com", "drive.google.com", "maps.google.com", "google.com", "datawrapper.dwcdn.net"),
        *("public.tableau.com", "infogram.com", "e.infogram.com", "flourish.studio", "flo.uri.sh", "prezi.com"),
        *("livestream.com", "ustream.tv", "twitch.tv", "player.twitch.tv", "bitchute.com", "odysee.com", "t.me"),
    }
)
# These are shown from a frame; alone on a line their address is only an address.
_FRAMES_ONLY = frozenset({"google.com", "maps.google.com", "docs.google.com", "drive.google.com", "facebook.com"})
_YOUTUBE = re.compile(r"(?:embed/|youtu\.be/|shorts/|live/|/v/)(?P<id>[\w-]{6,20})")
_VIMEO = re.compile(r"vimeo\.com/(?:video/)?(?P<id>\d{5,})")


def host_of(address: str) -> str:
    """The host of an address without www, nothing if it has none."""
    try:
        host = urlsplit(address if not address.startswith("//") else f"https:{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def origin_of(address: str) -> str:
    """The scheme and host of an address; nothing if it has none."""
    host = host_of(address)
    return f"{address.partition('://')[0]}://{host}" if host and "://" in address else ""


def is_alone_embedded(address: str) -> bool:
    """Whether WordPress embeds what is at an address that stands alone on a line."""
    host = host_of(address)
    return _listed(host) and host not in _FRAMES_ONLY


def is_framed(address: str) -> bool:
    """Whether a frame from this address is something to link to, rather than an advertisement or a counter."""
    return _listed(host_of(address))


def watching(address: str) -> str:
    """Where a person sees what a player's address shows: the page of a video rather than its frame."""
    address = f"https:{address}" if address.startswith("//") else address
    host = host_of(address)
    if host in {"youtube.com", "youtube-nocookie.com"} and (video := _YOUTUBE.search(address)):
        listed = video["id"] == "videoseries" and parse_qs(urlsplit(address).query).get("list")
        if listed:
            return f"https://www.youtube.com/playlist?list={listed[0]}"
        return f"https://www.youtube.com/watch?v={video['id']}"
    if host == "player.vimeo.com" and (video := _VIMEO.search(address)):
        return f"https://vimeo.com/{video['id']}"
    return address


def _listed(host: str) -> bool:
    parts = host.split(".")
    return any(".".join(parts[at:]) in _HOSTS for at in range(len(parts) - 1))
