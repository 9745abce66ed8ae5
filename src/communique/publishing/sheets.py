"""Publishing's own sheets: redirects, addresses that are gone, and the theme's assets."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from communique.press.objects import Include
from communique.press.questions import Ask, Reading, question
from communique.press.sheets import Copy, Sheet

from . import assets
from .addresses import State, address_of

IMMUTABLE = (("Cache-Control", "public, max-age=31536000, immutable"),)


@question
def _retired(read: Reading, number: int) -> tuple[str, str, int | None, str] | None:
    row = read.row("publishing_address", number)
    if row is None or row.state == State.CURRENT.value:
        return None
    return row.address, row.state, row.page_id, row.target


def retired(ask: Ask, number: int) -> Copy | None:
    """An old address leads to its page in one hop; a gone one answers 410; one of a hidden page doesn't exist."""
    found = ask(_retired, number)
    if found is None:
        return None
    address, state, page_id, target = found
    if state == State.GONE.value:
        return Copy(address, body=Include(f"~410/{_language(address)}"), status=410)
    leads = target or (ask(address_of, page_id) if page_id is not None else None)
    if not leads or leads == address:
        return None
    return Copy(address, body=b"", status=301, headers=(("Location", located(leads)),))


def located(address: str) -> str:
    """An address as it stands in a Location header (RFC 3986: percent-encoded UTF-8)."""
    parts = urlsplit(address)
    return quote(parts.path, safe="/%") + (f"?{quote(parts.query, safe='=&%+')}" if parts.query else "")


@question
def _asset_names(read: Reading) -> Sequence[str]:
    return sorted(asset.address for asset in assets.assets())  # files, not rows: the press's fingerprint covers them


def asset(ask: Ask, address: str) -> Copy:
    """A style sheet, script, font or picture of the theme, under the hash of what is in it."""
    found = next(asset for asset in assets.assets() if asset.address == address)
    return Copy(found.address, body=found.body, media_type=found.media_type, headers=IMMUTABLE)


def _language(address: str) -> str:
    from django.conf import settings

    first = address.split("/", 2)[1]
    languages: list[str] = list(settings.COMMUNIQUE.languages)
    return first if first in languages else languages[0]


DECLARED = (
    Sheet("asset", asset, keys=_asset_names),
    Sheet("retired", retired, each="publishing_address", yields=True),
)
