"""The headers of each kind of answer: what browsers may do with it, and how long caches may keep it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias
from urllib.parse import quote

Headers: TypeAlias = list[tuple[str, str]]

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
)
POLICY = "; ".join(_RULES)
PROTECTION: tuple[tuple[str, str], ...] = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
)
# Two years, subdomains too: what browsers ask of sites that want to be known as secure before the first visit.
_SECURE_ONLY = ("strict-transport-security", "max-age=63072000; includeSubDomains")

# Browsers ask each time and are mostly told that nothing changed; shared caches ask once a minute, go on with what they
# have while they ask, and for a day when nobody answers.
REVALIDATED = "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400"
FOR_EVER = "public, max-age=31536000, immutable"  # the address changes when the content does
EACH_TIME = "public, no-cache"  # nobody may keep what has an end beyond that end
BRIEFLY = "public, max-age=0, s-maxage=10"
NEVER = "no-store"

_IMMUTABLE = ("/_/assets/", "/media/")


_PLAYED = ("audio/", "video/", "text/vtt")
# A podcast is heard in other programs, some of which are pages of other sites.
_FOR_ALL = (("Cross-Origin-Resource-Policy", "cross-origin"), ("Access-Control-Allow-Origin", "*"))


def of_media(media_type: str) -> tuple[tuple[str, str], ...]:
    """What a file of the upload folder is printed with: recordings and their words may be played on other sites."""
    return _FOR_ALL if media_type.startswith(_PLAYED) else ()


def policy(frames: Iterable[str]) -> str:
    """The policy of a page that may show frames from these hosts ("https://player.vimeo.com"), and no others."""
    return "; ".join((*_RULES, " ".join(("frame-src", *frames))))


def protection(*, https: bool) -> tuple[tuple[str, str], ...]:
    """What every answer carries; `https` when the site's own address is a secure one."""
    return (*PROTECTION, _SECURE_ONLY) if https else PROTECTION


def caching(address: str, status: int, *, expires: bool) -> str:
    """The Cache-Control of a published address."""
    if expires:
        return EACH_TIME
    if status == 404:
        return BRIEFLY
    if status == 200 and address.startswith(_IMMUTABLE):
        return FOR_EVER
    return REVALIDATED


def surrogate_key(address: str, sheet: str, fragments: Iterable[str]) -> str:
    """The names by which a content network can be told to forget it: its sheet, itself, and each fragment in it."""
    keys = [_word(sheet)] if sheet else []
    keys.append(address_key(address))
    keys += [address_key(fragment) for fragment in fragments]
    return " ".join(keys)


def address_key(address: str) -> str:
    """The surrogate key of one address: fragments by name, pages by a digest, since theirs may be long."""
    if address.startswith("~"):
        return _word(address)
    return "a-" + blake2b(address.encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=1024)
def _word(name: str) -> str:
    return quote(name, safe="~/")


def joined(printed: Iterable[tuple[str, str]], ours: Iterable[tuple[str, str]]) -> Headers:
    """Both, names in lower case; a header that was printed stands instead of ours of that name."""
    headers = [(name.lower(), value) for name, value in printed]
    taken = {name for name, _ in headers}
    return headers + [pair for pair in ours if pair[0] not in taken]
