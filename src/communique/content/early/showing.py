"""What is shown of a page before it is out: all that the press would print of it, each at a place below the link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from communique.content import previews
from communique.content.papers.shown import FOUND
from communique.press.objects import HTML
from communique.press.sheets import Copy
from communique.publishing.sheets import located

if TYPE_CHECKING:
    from communique.content.models import BasePage

FILES, PLACES = "files/", "pages/"
"""What stands below a link: files of the upload folder, and what is printed below the page's address."""


@dataclass(frozen=True)
class Shown:
    """What a newsroom gets: a page, or the data of a chart."""

    body: bytes
    media_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


def shown(page: BasePage, now: datetime, place: str, *, notice: str, base: str) -> Shown | None:
    """What stands at a place below the page's address, "" for the page; None if there is nothing.

    A notice stands above a page, and it asks search engines to leave it out. `base` is the link: what is the page's
    own is led to below it, since nobody sees it anywhere else.
    """
    ask, copies = previews.composed(page, now)
    places = _places(copies)
    copy = places.get(place)
    if copy is None:
        return None
    if isinstance(copy.body, bytes):
        return Shown(copy.body, copy.media_type, dict(copy.headers))
    told = {**copy.context["frame"], "notice": notice, "robots": "noindex"}
    html = previews.laid_out(ask, replace(copy, context={**copy.context, "frame": told}), files=f"{base}{FILES}")
    below = {one.address: f"{PLACES}{name}" if name else "" for name, one in places.items()}
    for address, own in (below | _ways(copies)).items():
        html = html.replace(f'href="{escape(address)}"', f'href="{escape(f"{base}{own}")}"')
    return Shown(html.encode())


def _places(copies: Sequence[Copy]) -> dict[str, Copy]:
    """What is printed, by where it stands below the page's own address; without ways on from former addresses."""
    if not copies:
        return {}
    own = copies[0].address
    below = (copy for copy in copies if copy.status == 200 and copy.address.startswith(own))
    return {copy.address.removeprefix(own): copy for copy in below}


def _ways(copies: Sequence[Copy]) -> dict[str, str]:
    """The addresses that only lead on to a file of the page's own, and where that is below the link."""
    files = {located(media.address): f"{FILES}{media.path}" for copy in copies for media in copy.media}
    leading = {copy.address: dict(copy.headers).get("Location", "") for copy in copies if copy.status == FOUND}
    return {address: files[location] for address, location in leading.items() if location in files}
