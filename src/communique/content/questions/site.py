"""Who publishes, and in which languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.content import languages, library, richtext
from communique.press.questions import Key, Reading, question
from communique.publishing.addresses import address_of
from communique.text.scripts import direction, own_name

from .pictures import Shown, shown


@dataclass(frozen=True)
class Site:
    """The organisation in one language; what it doesn't say in that language it says in its own."""

    name: str
    short_name: str
    tagline: str
    home: str
    address: str
    about_html: str
    email: str
    telephone: str
    founded: int | None
    logo: Shown | None
    ror: str
    social: tuple[tuple[str, str], ...]
    described_as: str = "Organization"


@dataclass(frozen=True)
class Language:
    """A language that the site has a home page in."""

    code: str
    name: str
    dir: str
    home: str
    title: str


@question
def site(read: Reading, language: str) -> Site:
    """The organisation as it names itself in a language."""
    rows = read.rows("content_organisation", order=("id",))
    if not rows:
        return Site("", "", "", languages.start(language), "", "", "", "", None, None, "", ())
    own = rows[0]
    texts = {text.language: text for text in read.rows("content_organisationtext", organisation_id=own.id)}
    text, fallback = texts.get(language), texts.get(languages.default())
    links = read.rows("content_sociallink", organisation_id=own.id, order=("sort_order",))
    in_own_language = language == languages.default()

    def said(name: str) -> str:
        here = str(getattr(text, name)) if text else ""
        return here or (str(getattr(fallback, name)) if fallback and (in_own_language or name in _SHARED) else "")

    return Site(
        said("name") or own.name,
        said("short_name") or own.short_name,
        said("tagline"),
        languages.start(language),
        said("address"),
        richtext.printed(
            said("about"),
            lambda page_id: address_of.reads(read, page_id),
            lambda number: paper.page if (paper := library.published(read, number, language)) else None,
        ),
        own.email,
        own.telephone,
        own.founded,
        shown(read, own.logo_id) if own.logo_id else None,
        own.ror,
        tuple((link.label, link.url) for link in links),
        own.described_as,
    )


# What a language without its own words takes over from the site's own; a motto in another language would be odd.
_SHARED = {"name", "short_name", "address"}


@question
def offered(read: Reading) -> tuple[Language, ...]:
    """The languages with a public home page, in the order of the site's settings."""
    found = []
    for code in languages.published():
        homes = read.rows("content_homepage", language=code, order=("page_ptr_id",), columns=("page_ptr_id",))
        page = read.row("wagtailcore_page", homes[0].page_ptr_id, columns=("title",)) if homes else None
        if page is not None:
            found.append(Language(code, own_name(code), direction(code), languages.start(code), page.title))
    return tuple(found)


@question
def codes(read: Reading) -> Sequence[Key]:
    """The languages that fragments and pieces are printed in: all of the site's."""
    return list(languages.published())
