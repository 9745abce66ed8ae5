"""What a link given to journalists leads to while an embargo holds: the release that was scheduled, and no draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content import previews
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
    link = EarlyLink.objects.filter(key=key, revoked=False).select_related("release").first()
    if link is None:
        return None
    if link.release.live:
        return Found(address=link.release.address)
    revision = link.release.scheduled_revision
    if revision is None:
        return None
    release = revision.as_object()
    release.published = release.published or revision.approved_go_live_at
    return Found(html=previews.preview(release, now, notice=notice(release, revision.approved_go_live_at)))


def notice(release: ReleasePage, until: datetime) -> str:
    """What stands above it: until when it may not be published, by the clocks of the organisation."""
    say = in_language(release.language)
    zone = ZoneInfo(settings.TIME_ZONE)
    day, clock = dates.in_words(until, release.language, zone), f"{until.astimezone(zone):%H:%M}"
    moment = f"{day}, \N{LEFT-TO-RIGHT ISOLATE}{clock} ({offset(until, settings.TIME_ZONE)})\N{POP DIRECTIONAL ISOLATE}"
    return say("Under embargo until {moment}. Not to be published or passed on before.", moment=moment)
