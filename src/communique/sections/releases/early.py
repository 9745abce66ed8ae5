"""What a link given to journalists leads to while an embargo holds: the release that was scheduled, and no draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from communique.content import previews
from communique.press.sheets import Media
from communique.publishing.words import in_language
from communique.text import dates
from communique.text.zones import offset

from .models import EarlyLink, ReleasePage


@dataclass(frozen=True)
class Found:
    """Where a link leads: to what is under embargo, or to where the release is out."""

    html: str = ""
    address: str = ""


def follow(key: str, now: datetime) -> Found | None:
    """What a link leads to; None for one that leads nowhere: unknown, taken back, or of what isn't scheduled."""
    link = _link(key)
    if link is None:
        return None
    if link.release.live:
        return Found(address=link.release.address)
    found = _scheduled(link)
    if found is None:
        return None
    release, until = found
    files = reverse("releases_early_file", args=[key, ""])
    return Found(html=previews.preview(release, now, notice=notice(release, until), files=files))


def file(key: str, path: str, now: datetime) -> Media | None:
    """A file of the upload folder that the release shows to which a link leads while the embargo holds; else None."""
    link = _link(key)
    found = _scheduled(link) if link is not None and not link.release.live else None
    several = previews.files(found[0], now) if found is not None else ()
    return next((one for one in several if one.path == path), None)


def _link(key: str) -> EarlyLink | None:
    return EarlyLink.objects.filter(key=key, revoked=False).select_related("release").first()


def _scheduled(link: EarlyLink) -> tuple[ReleasePage, datetime] | None:
    """The release as it was approved, and until when nobody else sees it."""
    revision = link.release.scheduled_revision
    if revision is None:
        return None
    release: ReleasePage = revision.as_object()
    release.published = release.published or revision.approved_go_live_at
    return release, revision.approved_go_live_at


def notice(release: ReleasePage, until: datetime) -> str:
    """What stands above it: until when it may not be published, by the clocks of the organisation."""
    say = in_language(release.language)
    zone = ZoneInfo(settings.TIME_ZONE)
    day, clock = dates.in_words(until, release.language, zone), f"{until.astimezone(zone):%H:%M}"
    moment = f"{day}, \N{LEFT-TO-RIGHT ISOLATE}{clock} ({offset(until, settings.TIME_ZONE)})\N{POP DIRECTIONAL ISOLATE}"
    return say("Under embargo until {moment}. Not to be published or passed on before.", moment=moment)
