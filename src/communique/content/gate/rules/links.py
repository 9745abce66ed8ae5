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
from communique.text.sentences import Sentence, sentence

_NOWHERE = re.compile(r"#?|https?:/{0,2}|javascript:.*|about:blank", re.IGNORECASE | re.DOTALL)
_OWN_MACHINE = re.compile(
    r"file:|[a-z]:\\|https?://(?:localhost|127\.|0\.0\.0\.0|\[::1\]|192\.168\.|10\.)", re.IGNORECASE
)
_DESK = ("/desk/", "/-/", "/wp-admin")
_NOT_PAGES = ("/_/", "/media/")

Told = tuple[Sentence, Sentence]
"""What is wrong, and what would do."""


@rule
def empty_links(draft: Draft) -> Iterator[Finding]:
    """A link to nowhere: `#`, nothing, a script."""
    for link in draft.links:
        if "linktype" not in link.attributes and _NOWHERE.fullmatch(link.href):
            yield Finding(
                link.place,
                sentence("The link “{link}” leads nowhere.", link=shortened(link.text)),
                sentence("Say where it leads, or make it plain text."),
            )


@rule
def wordless_links(draft: Draft) -> Iterator[Finding]:
    """A link without words can't be seen, nor read out."""
    for link in draft.links:
        if not link.text:
            yield Finding(
                link.place, sentence("There is a link without words."), sentence("Delete it, or give it words.")
            )


@rule
def links_readers_cannot_follow(draft: Draft) -> Iterator[Finding]:
    """A link to a page that isn't published, to the desk, or to one's own machine."""
    for link in draft.links:
        told = _elsewhere(link) if link.page is None else _page(draft, link, link.page)
        if told is not None:
            yield Finding(link.place, *told)


@rule
def links_to_documents(draft: Draft) -> Iterator[Finding]:
    """A link to a file of the library that no published document has among its versions."""
    for link in draft.links:
        if link.document is not None and draft.document_page(link.document) is None:
            yield Finding(
                link.place,
                sentence(
                    "“{link}” links to a document that isn’t published. Readers would see the words without the link.",
                    link=shortened(link.text),
                ),
                sentence("Put the file out as a document page first, or take the link out."),
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
                sentence(
                    "The link “{link}” leads to {address}, where this site has no page.",
                    link=shortened(link.text),
                    address=shortened(path),
                ),
                sentence("Choose the page in the link's form instead of writing its address."),
                Level.WARNS,
            )


def _page(draft: Draft, link: Link, page_id: int) -> Told | None:
    page, words = Page.objects.filter(pk=page_id).first(), shortened(link.text)
    if page is None:
        said = sentence("The link “{link}” leads to a page that was deleted.", link=words)
        return said, sentence("Choose another page, or make it plain text.")
    if page_id == draft.page.pk or draft.address_of(page_id) is not None:
        return None
    if page.live:
        said = sentence("The link “{link}” leads to “{page}”, which is private.", link=words, page=page)
        return said, sentence("Link to a public page, or make it plain text.")
    out = page.go_live_at and page.scheduled_revision and page.scheduled_revision.approved_go_live_at
    if out and out <= _moment(draft):
        return None
    said = sentence("The link “{link}” leads to “{page}”, which is not published.", link=words, page=page)
    return said, sentence("Publish that page first, or make it plain text.")


def _moment(draft: Draft) -> datetime:
    """When the draft will be out: what goes out together may link to each other."""
    planned: datetime | None = draft.page.go_live_at
    return max(planned, draft.now) if planned else draft.now


def _elsewhere(link: Link) -> Told | None:
    path, words = _own_path(link.href), shortened(link.text)
    if path is None and _OWN_MACHINE.match(link.href):
        said = sentence("The link “{link}” leads to somebody's own machine or network.", link=words)
        return said, sentence("Write the public address.")
    if path is not None and path.startswith(_DESK):
        said = sentence("The link “{link}” leads to the desk, which is for editors.", link=words)
        return said, sentence("Choose the page itself in the link's form.")
    return None


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
