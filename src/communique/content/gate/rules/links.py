"""Where links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from wagtail.models import Page

from communique.content import announcements
from communique.content.gate.draft import Draft, Link
from communique.content.gate.findings import Finding, Level
from communique.content.gate.looking import shortened
from communique.content.gate.rulebook import rule
from communique.publishing.models import Address

_NOWHERE = re.compile(r"#?|https?:/{0,2}|javascript:.*|about:blank", re.IGNORECASE | re.DOTALL)
_OWN_MACHINE = re.compile(
    r"file:|[a-z]:\\|https?://(?:localhost|127\.|0\.0\.0\.0|\[::1\]|192\.168\.|10\.)", re.IGNORECASE
)
_DESK = ("/desk/", "/-/", "/wp-admin")
_NOT_PAGES = ("/_/", "/media/")


@rule
def empty_links(draft: Draft) -> Iterator[Finding]:
    """A link to nowhere: `#`, nothing, a script."""
    for link in draft.links:
        if "linktype" not in link.attributes and _NOWHERE.fullmatch(link.href):
            yield Finding(
                link.place,
                f"The link “{shortened(link.text)}” leads nowhere.",
                "Say where it leads, or make it plain text.",
            )


@rule
def wordless_links(draft: Draft) -> Iterator[Finding]:
    """A link without words can't be seen, nor read out."""
    for link in draft.links:
        if not link.text:
            yield Finding(link.place, "There is a link without words.", "Delete it, or give it words.")


@rule
def links_readers_cannot_follow(draft: Draft) -> Iterator[Finding]:
    """A link to a page that isn't published, to the desk, or to one's own machine."""
    for link in draft.links:
        if link.page is not None:
            said, remedy = _page(draft, link.page)
        else:
            said, remedy = _elsewhere(link)
        if said:
            yield Finding(link.place, f"The link “{shortened(link.text)}” leads {said}.", remedy)


@rule
def links_to_documents(draft: Draft) -> Iterator[Finding]:
    """Documents have no public address yet."""
    for link in draft.links:
        if link.attributes.get("linktype") == "document":
            yield Finding(
                link.place,
                f"“{shortened(link.text)}” links to a document. Readers would see the words without the link.",
                "Take the link out, or link to where the document is published.",
                Level.WARNS,
            )


@rule
def dead_links(draft: Draft) -> Iterator[Finding]:
    """An address of this site that no page has."""
    for link in draft.links:
        path = _own_path(link.href)
        if path and not path.startswith((*_DESK, *_NOT_PAGES)) and not _known(path):
            yield Finding(
                link.place,
                f"The link “{shortened(link.text)}” leads to {shortened(path)}, where this site has no page.",
                "Choose the page in the link's form instead of writing its address.",
                Level.WARNS,
            )


def _page(draft: Draft, page_id: int) -> tuple[str, str]:
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return "to a page that was deleted", "Choose another page, or make it plain text."
    if page_id == draft.page.pk or draft.address_of(page_id) is not None:
        return "", ""
    if page.live:
        return f"to “{page}”, which is private", "Link to a public page, or make it plain text."
    out = page.go_live_at and page.scheduled_revision and page.scheduled_revision.approved_go_live_at
    return ("", "") if out and out <= _moment(draft) else (
        f"to “{page}”, which is not published",
        "Publish that page first, or make it plain text.",
    )  # fmt: skip


def _moment(draft: Draft) -> datetime:
    """When the draft will be out: what goes out together may link to each other."""
    planned: datetime | None = draft.page.go_live_at
    return max(planned, draft.now) if planned else draft.now


def _elsewhere(link: Link) -> tuple[str, str]:
    path = _own_path(link.href)
    if path is None and _OWN_MACHINE.match(link.href):
        return "to somebody's own machine or network", "Write the public address."
    if path is not None and path.startswith(_DESK):
        return "to the desk, which is for editors", "Choose the page itself in the link's form."
    return "", ""


def _own_path(href: str) -> str | None:
    parts = urlsplit(href)
    own = urlsplit(settings.COMMUNIQUE.address)
    if parts.scheme in ("http", "https") and parts.netloc != own.netloc:
        return None
    if parts.scheme not in ("", "http", "https") or not parts.path.startswith("/") or href.startswith("//"):
        return None
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def _known(path: str) -> bool:
    wanted = [path, path.partition("?")[0]]
    if Address.objects.filter(address__in=wanted).exclude(state=Address.State.GONE).exists():
        return True
    return any(announcements.stands_at(address) for address in wanted)
