"""Previews: a draft set in the press's own templates, for its editors' eyes only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from communique.press.objects import Include
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing import declarations
from communique.publishing.rendering import Rendering, TemplateFailed
from communique.text.sentences import sentence

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    from .models import BasePage

PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
"""What is said with a page that isn't published: to be kept nowhere, found nowhere, and told of nowhere."""

HEADERS = PRIVATE | {"X-Frame-Options": "SAMEORIGIN", "Content-Security-Policy": "frame-ancestors 'self'"}


MIRRORED = "mirrored"
MODES: list[tuple[str, StrPromise | str]] = [
    ("", _("As readers will see it")),
    (MIRRORED, _("In the other direction of writing")),
]
SIZES = [
    {"name": "phone", "icon": "mobile-alt", "device_width": 360, "label": _("On a telephone")},
    {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("On a tablet")},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("On a desktop")},
]

_DIRECTION = re.compile(r'(<(?:html|article)\b[^>]*\bdir=")(ltr|rtl)(")')


def answer(page: BasePage, mode: str = "") -> HttpResponse:
    """The draft as it would be printed; if it can't be, why."""
    try:
        html = preview(page, datetime.now(UTC))
    except TemplateFailed as error:
        html = f"<!doctype html><p>{escape(str(sentence('This can’t be printed: {reason}', reason=error)))}</p>"
    return HttpResponse(mirrored(html) if mode == MIRRORED else html, headers=HEADERS)


def mirrored(html: str) -> str:
    """A page set in the other direction of writing, to see whether it holds there."""
    return _DIRECTION.sub(lambda told: f"{told[1]}{'ltr' if told[2] == 'rtl' else 'rtl'}{told[3]}", html)


def preview(page: BasePage, now: datetime) -> str:
    """The whole page, fragments in their places, pictures from the upload folder."""
    ask, copies = composed(page, now)
    return laid_out(ask, copies[0]) if copies else ""


def files(page: BasePage, now: datetime) -> tuple[Media, ...]:
    """The files that a page and what stands below it show of their own, as a preview does."""
    _, copies = composed(page, now)
    return tuple(dict.fromkeys(media for copy in copies for media in copy.media))


def own_text(page: BasePage, now: datetime) -> str:
    """The page as it would be printed, without the fragments it shares with others."""
    _, copies = composed(page, now)
    if not copies:
        return ""
    copy, rendering = copies[0], site_rendering()
    parts = rendering.split(rendering.render(copy.template or "", copy.context, language=copy.language))
    return "".join(part.decode() for part in parts if isinstance(part, bytes))


def composed(page: BasePage, now: datetime) -> tuple[Ask, Sequence[Copy]]:
    """What would be printed of a draft, its own page first; and an `ask` that sees it as if it were out."""
    from .drafts import Asking, DraftReading  # it needs the models, which need this module

    page.prepare_for_print()
    reading = DraftReading(page, now)
    ask: Ask = Asking(reading)  # type: ignore[assignment]  # its arguments are looser, because they come from any sheet
    sheet = next(sheet for sheet in declarations.sheets_declared if sheet.each == page._meta.db_table)
    found = sheet.compose(ask, reading.page_id)
    return ask, [found] if isinstance(found, Copy) else found or ()


def laid_out(ask: Ask, copy: Copy, files: str = "") -> str:
    """A copy with its fragments in their places; its own files are below `files`, else in the upload folder."""
    rendering = site_rendering()
    text = rendering.render(copy.template or "", copy.context, language=copy.language)
    html = "".join(
        _fragment(ask, part.fragment, files) if isinstance(part, Include) else part.decode()
        for part in rendering.split(text)
    )
    # What a draft shows may not be in the store yet; its editors see the upload folder.
    for media in copy.media:
        html = html.replace(escape(media.address), escape(f"{files or settings.MEDIA_URL}{media.path}"))
    return html


def _fragment(ask: Ask, address: str, files: str) -> str:
    name, _, rest = address.removeprefix("~").partition("/")
    sheet: Sheet | None = next((sheet for sheet in declarations.sheets_declared if sheet.name == name), None)
    found = (sheet.compose(ask, rest.partition("/")[0]) if sheet else None) or ()
    copies = [found] if isinstance(found, Copy) else found
    # What a page shares with others is public: those who don't see the upload folder get its files from the store.
    shown = (replace(copy, media=()) if files else copy for copy in copies if copy.address == address)
    return next((laid_out(ask, copy) for copy in shown), "")


@lru_cache(maxsize=1)
def site_rendering() -> Rendering:
    """The site's rendering, kept."""
    return Rendering.of_site()
