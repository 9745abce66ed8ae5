"""The frame of a page: all that its skeleton shows besides the page's own matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings

from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.publishing.declarations import sidebar_fragments
from communique.publishing.words import of_site as words
from communique.text.scripts import direction

from . import acknowledgements, licences, occasions
from .acknowledgements import Acknowledgement
from .bodies import inline
from .described import Described, Matter
from .questions import share_cards
from .questions.pages import Head, Link, crumbs, in_menu
from .questions.pages import Translation as Version
from .questions.pictures import Shown
from .questions.site import Site, offered, site
from .share_cards import looks

Context = dict[str, Any]
Feeds = Callable[[str, str], Sequence[tuple[str, str]]]
"""(language, the site's name) → titles and addresses."""

STEP = 4

Describe = Callable[[Described], str]
"""What a page is → the same as JSON for machines, safe within a page."""

_feeds: list[Feeds] = []
_descriptions: list[Describe] = []


def offer_feeds(feeds: Feeds) -> None:
    """Let every page name these feeds."""
    if feeds not in _feeds:
        _feeds.append(feeds)


def offer_description(describe: Describe) -> None:
    """Let every page say to machines what it is."""
    if describe not in _descriptions:
        _descriptions.append(describe)


def absolute(address: str) -> str:
    """An address with the host before it, for what is read elsewhere."""
    return f"{settings.COMMUNIQUE.address}{address}"


def frame(
    ask: Ask,
    language: str,
    address: str,
    title: str,
    *,
    description: str = "",
    breadcrumbs: Sequence[Link] = (),
    translations: Sequence[Version] = (),
    picture: Shown | None = None,
    kicker: str = "",
    byline: str = "",
    robots: str = "",
    matter: Matter | None = None,
    original: str = "",
    at_large: str = "",
    acknowledged: Sequence[Acknowledgement] = (),
    drawn: bool = True,
) -> Context:
    """The frame of a page at an address; `title` alone is what the page is called, "" for a home page.

    `at_large` is the fragment of the sidebar that would say again what the page itself shows: "~events-beside/en".
    Where a link to the page is to show its picture and no share card, nothing is `drawn`.
    `original` is the whole address at another site where the same text stood first.
    `robots` is what search engines are asked: "noindex" for what is no page, "nosnippet" for what was taken back.
    """
    own = ask(site, language)
    place = _place(address, [one.address for one in breadcrumbs], own.home)
    shared = bool(address) and not robots
    told = description or _titled(title, own.tagline or own.name, "")
    card, files = _plain_card(picture if shared else None)
    if shared and drawn:
        card, files = _card(ask, own, language, title, kicker, byline, picture)
    return {
        "language": language,
        "dir": direction(language),
        "site": identity(own),
        "languages": [{"code": one.code, "name": one.name, "dir": one.dir, "home": one.home} for one in ask(offered)],
        "address": address,
        "canonical": absolute(address) if address else "",
        "original": original,
        "title": _titled(title, own.name, own.tagline),
        "description": told,
        "feeds": feeds(language, own.name),
        "translations": [
            {"language": one.language, "name": one.name, "dir": direction(one.language), "address": one.address}
            for one in translations
        ],
        "navigation": menu_address(language, place if place and ask(in_menu, language, place) else ""),
        "breadcrumbs": [{"title": one.title, "address": one.address} for one in breadcrumbs],
        "sidebar": [one for one in _sidebar(language, address, own.home) if one != at_large],
        "picture": absolute(picture.main.address) if picture else "",
        "card": card,
        "belonging": [],
        "files": files,
        "robots": robots,
        "notice": "",
        "acknowledged": [
            {"statement": one.statement, "project": {"title": one.project.title, "address": one.project.address}}
            for one in acknowledged
        ],
        "linked_data": _linked_data(
            Described(
                language,
                address,
                title,
                told,
                tuple(breadcrumbs),
                tuple(translations),
                own,
                matter,
                quoted=not robots,
                acknowledged=tuple(acknowledged),
            )
        ),
    }


def frame_of(
    ask: Ask,
    head: Head,
    *,
    description: str = "",
    picture: Shown | None = None,
    kicker: str = "",
    byline: str = "",
    home: bool = False,
    retracted: bool = False,
    matter: Matter | None = None,
    original: str = "",
) -> Context:
    """The frame of a page of the tree; its breadcrumbs are the pages above it.

    Search engines and cards call a `retracted` one so, and are asked not to quote it.
    """
    above = () if home else ask(crumbs, head.path[:-STEP])
    title = f"{words().gettext(head.language, 'Retracted')}: {head.title}" if retracted else head.title
    takes_place = matter is not None and matter.takes_place
    belonging, media = occasions.shown(ask, head.page_id, head.language) if takes_place else ([], ())
    own = frame(
        ask,
        head.language,
        head.address,
        "" if home else title,
        description=head.description or description,
        breadcrumbs=above,
        translations=head.translations,
        picture=picture,
        kicker=kicker,
        byline=byline,
        robots="nosnippet" if retracted else "",
        matter=matter,
        original=original,
        acknowledged=() if home else acknowledgements.of_page(ask, head.page_id, head.language),
    )
    return {**own, "belonging": belonging, "files": (*own["files"], *media)}


def _linked_data(page: Described) -> list[str]:
    """What is no page of its own says nothing of itself."""
    return [describe(page) for describe in _descriptions] if page.address else []


def _card(
    ask: Ask, own: Site, language: str, title: str, kicker: str, byline: str, picture: Shown | None
) -> tuple[Context | None, tuple[Media, ...]]:
    """What a link to the page shows elsewhere, with the file: its share card; until that is drawn, its picture."""
    focus = picture.focus if picture and picture.focus else (5, 5)
    file = ask(
        share_cards.drawn,
        looks.of_site().digest,
        language,
        kicker,
        title or own.name,
        byline or ("" if title else own.tagline),
        own.name,
        share_cards.source(own.logo),
        share_cards.source(picture),
        focus[0] * 11 + focus[1],
    )
    if file is not None:
        address = f"/media/cards/{file.rpartition('/')[2]}"
        size = {"width": share_cards.WIDTH, "height": share_cards.HEIGHT}
        kind = "image/jpeg" if file.endswith(".jpg") else "image/png"
        return {"address": absolute(address), **size, "alt": title or own.name}, (Media(address, file, kind),)
    return _plain_card(picture)


def _plain_card(picture: Shown | None) -> tuple[Context | None, tuple[Media, ...]]:
    """What a link to the page shows elsewhere while there is no share card: its picture."""
    if picture is None:
        return None, ()
    main = picture.main
    card = {"address": absolute(main.address), "width": main.width, "height": main.height, "alt": picture.alt}
    return card, (Media(main.address, main.path, main.media_type),)


def menu_address(language: str, at: str) -> str:
    """The fragment with the menu of a language in which the entry that leads to `at` is marked; "" for none."""
    return f"~navigation/{language}{at}"


def _sidebar(language: str, address: str, home: str) -> list[str]:
    """The fragments beside a page; a home page shows the same at large, and what is no page has none."""
    shown = bool(address) and address != home
    return [one.address.format(language=language) for one in sidebar_fragments] if shown else []


def _place(address: str, above: Sequence[str], home: str) -> str:
    """Where the menu may lead for a page: to what it stands under, below the home page; else to itself."""
    return next((one for one in above if one != home), address)


def identity(own: Site) -> Context:
    """The organisation as templates show it."""
    return {
        "name": own.name,
        "short_name": own.short_name or own.name,
        "tagline": own.tagline,
        "home": own.home,
        "logo": _logo(own.logo) if own.logo else None,
        "address": own.address,
        "about_html": own.about_html,
        "email": own.email,
        "telephone": own.telephone,
        "founded": own.founded,
    }


def _logo(picture: Shown) -> Context:
    """The smallest there is: it stands as high as two lines of text."""
    small = picture.small
    return {"src": small.address, "width": small.width, "height": small.height}


def feeds(language: str, name: str) -> list[Context]:
    """The feeds of a language."""
    return [{"title": title, "address": address} for offer in _feeds for title, address in offer(language, name)]


def pictured(picture: Shown, *, alt: str | None = None) -> Context:
    """A picture as templates show it."""
    main = picture.main
    return {
        "formats": [
            {"type": kind, "sources": [{"address": one.address, "width": one.width} for one in several]}
            for kind, several in picture.formats
        ],
        "src": main.address,
        "width": main.width,
        "height": main.height,
        "alt": picture.alt if alt is None else alt,
        "credit": picture.credit,
        "licence": licence(picture),
        "focus": focus(picture),
    }


def lead(picture: Shown | None, *, alt: str, caption_html: str, credit: str) -> Context | None:
    """The picture that leads a page; what the page doesn't say of it itself is said as with the picture."""
    if picture is None:
        return None
    return {
        **pictured(picture, alt=alt or None),
        "caption_html": inline(caption_html or picture.caption),
        "credit": credit or picture.credit,
    }


def licence(picture: Shown) -> Context | None:
    """The licence that a picture comes under, if there is one to link to."""
    found = licences.linked(picture.licence)
    return {"name": found[0], "address": found[1]} if found else None


def focus(picture: Shown) -> str:
    """The classes by which a picture that is cut to a shape shows what it is about; "" for its middle."""
    return f"focus focus-x-{picture.focus[0]} focus-y-{picture.focus[1]}" if picture.focus else ""


def _titled(title: str, name: str, tagline: str) -> str:
    parts = [title, name] if title else [name, tagline]
    return " – ".join(part for part in parts if part)
