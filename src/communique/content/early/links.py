"""What a link given to a newsroom leads to while an embargo holds: the page that was scheduled, and no draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content import previews
from communique.content.models import BasePage, EarlyLink
from communique.press.sheets import Media
from communique.publishing.words import in_language
from communique.text import dates
from communique.text.zones import offset

from . import showing
from .showing import Shown


@dataclass(frozen=True)
class Found:
    """Where a link leads: to what is under embargo, or to the address at which it is out."""

    shown: Shown | None = None
    address: str = ""


def follow(key: str, place: str, now: datetime) -> Found | None:
    """What a link leads to at a place below the page's address, "" for the page itself.

    None for one that leads nowhere: unknown, taken back, of what isn't scheduled, or to a place that there isn't.
    """
    link = _link(key)
    if link is None:
        return None
    if link.page.live:
        return Found(address=link.page.specific.address)
    found = _scheduled(link)
    if found is None:
        return None
    page, until = found
    shown = showing.shown(page, now, place, notice=notice(page.language, until), base=link.path)
    return Found(shown) if shown is not None else None


def file(key: str, path: str, now: datetime) -> Media | None:
    """A file of the upload folder that the page shows to which a link leads while the embargo holds; else None."""
    link = _link(key)
    found = _scheduled(link) if link is not None and not link.page.live else None
    several = previews.files(found[0], now) if found is not None else ()
    return next((one for one in several if one.path == path), None)


def _link(key: str) -> EarlyLink | None:
    return EarlyLink.objects.filter(key=key, revoked=False).select_related("page").first()


def _scheduled(link: EarlyLink) -> tuple[BasePage, datetime] | None:
    """The page as it was approved, and until when nobody else sees it."""
    revision = link.page.scheduled_revision
    if revision is None or not link.is_of_a_kind_for_it:
        return None
    page: BasePage = revision.as_object()
    page.first_published_at = page.first_published_at or revision.approved_go_live_at
    return page, revision.approved_go_live_at


def notice(language: str, until: datetime) -> str:
    """What stands above it: until when it may not be published, by the clocks of the organisation."""
    say = in_language(language)
    zone = ZoneInfo(settings.TIME_ZONE)
    day, clock = dates.in_words(until, language, zone), f"{until.astimezone(zone):%H:%M}"
    moment = f"{day}, \N{LEFT-TO-RIGHT ISOLATE}{clock} ({offset(until, settings.TIME_ZONE)})\N{POP DIRECTIONAL ISOLATE}"
    return say("Under embargo until {moment}. Not to be published or passed on before.", moment=moment)
