"""What content prints: home pages, plain pages, topics, people, and the pieces that all pages share."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from communique.press.questions import Ask, Reading, question
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing import declarations
from communique.publishing.words import in_language
from communique.text.scripts import direction

from . import archives, cards, corrections, data_files, frames, languages, leaves, lists, pieces, privacy, profiles
from .addressing import corrections_address
from .authors import somebody
from .cards import Card
from .described import Matter, Profile
from .frames import Context
from .questions import names
from .questions import pages as asked
from .questions.lists import Leaf, newest, older
from .questions.site import codes, offered, site
from .questions.slots import unfiled
from .slots import filling


def home(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """The home page of a language: its introduction, its slots, and a text of its own.

    One that nobody has curated shows what each section offers to it.
    """
    page = ask(asked.front, page_id)
    if page is None:
        return None
    top = page.head
    filled = filling.of_page(ask, "content_homepage", page_id, top.language)
    slots, media = filling.printed(filled)
    offers = [offer.address.format(language=top.language) for offer in declarations.home_fragments]
    context = {
        "frame": frames.frame_of(ask, top, home=True),
        "home": {"title": top.title, "introduction_html": page.introduction_html, "body_html": page.body.html},
        "slots": slots,
        "includes": [] if filled else offers,
    }
    media = (*media, *page.body.files)
    own = Copy(
        top.address,
        context,
        "content/home.html",
        top.language,
        headers=page.body.headers,
        expires=top.expires,
        media=media,
    )
    return [own, *data_files.printed(ask, page.body, page_id, top.language, top.expires)]


def landing_page(ask: Ask, page_id: int) -> Copy | None:
    """A landing page: its slots below its title."""
    page = ask(asked.landing, page_id)
    if page is None:
        return None
    top = page.head
    slots, media = filling.printed(filling.of_page(ask, "content_landingpage", page_id, top.language))
    context = {
        "frame": frames.frame_of(ask, top, description=page.standfirst),
        "page": {"title": top.title, "standfirst": page.standfirst},
        "slots": slots,
    }
    return Copy(top.address, context, "content/landing.html", top.language, expires=top.expires, media=media)


def card_of_plain(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """A plain page in a slot."""
    return _unfiled_card(ask, "content_plainpage", page_id)


def card_of_landing(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """A landing page in a slot."""
    return _unfiled_card(ask, "content_landingpage", page_id)


def _unfiled_card(ask: Ask, table: str, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    found = ask(unfiled, table, page_id)
    if found is None:
        return None
    nothing: Card = {"kicker": "", "byline": "", "published": None, "picture": None, "topics": []}
    own = {"title": found.title, "address": found.address, "standfirst": found.standfirst}
    return {**nothing, **own, "language": found.language, "dir": direction(found.language)}, ()


def plain_page(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A plain page."""
    page = ask(asked.plain, page_id)
    if page is None:
        return None
    top = page.head
    context = {
        "frame": frames.frame_of(ask, top, description=page.standfirst),
        "page": {"title": top.title, "standfirst": page.standfirst, "body_html": page.body.html},
    }
    own = Copy(
        top.address,
        context,
        "content/plain_page.html",
        top.language,
        headers=page.body.headers,
        expires=top.expires,
        media=page.body.files,
    )
    return [own, *data_files.printed(ask, page.body, page_id, top.language, top.expires)]


def legal_page(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A legal page; the one on privacy begins with what the site does by itself."""
    page = ask(asked.legal, page_id)
    if page is None:
        return None
    top = page.head
    told = privacy.passages(in_language(top.language), ask, top.language) if page.role == "privacy" else []
    context = {
        "frame": frames.frame_of(ask, top, description=page.standfirst),
        "page": {"title": top.title, "standfirst": page.standfirst, "body_html": page.body.html},
        "passages": [{"title": one.title, "text": one.text} for one in told],
    }
    own = Copy(
        top.address,
        context,
        "content/legal.html",
        top.language,
        headers=page.body.headers,
        expires=top.expires,
        media=page.body.files,
    )
    return [own, *data_files.printed(ask, page.body, page_id, top.language, top.expires)]


def topic(ask: Ask, topic_id: int) -> Sequence[Copy]:
    """A topic's newest page in every language that something stands in."""
    found = (
        _topic_page(ask, topic_id, language, newest(ask, lists.topic(topic_id, language)))
        for language in languages.published()
    )
    return [copy for copy in found if copy is not None]


def older_topic_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a topic."""
    topic_id, language = int(place[0]), place[1]
    leaf = older(ask, lists.topic(topic_id, language), number)
    return _topic_page(ask, topic_id, language, leaf) if leaf else None


def _topic_page(ask: Ask, topic_id: int, language: str, leaf: Leaf) -> Copy | None:
    found = ask(names.subject, topic_id, language) if leaf.entries else None
    if found is None:
        return None
    articles, media = cards.several(ask, leaf.entries)
    parent = {"title": found.parent.name, "address": found.parent.address} if found.parent else None
    context = {
        "topic": {
            "title": found.title,
            "description_html": found.description_html,
            "parent": parent if parent and parent["address"] else None,
        },
        "articles": articles,
        **leaves.context(leaf, found.address),
    }
    matter = cards.listed(articles)
    return _listed(ask, "content/topic.html", language, leaf, found.address, found.title, context, media, matter)


def person(ask: Ask, person_id: int) -> Sequence[Copy]:
    """Someone's page in every language in which there is a biography, or something of theirs."""
    found = (
        _person_page(ask, person_id, language, newest(ask, lists.person(person_id, language)))
        for language in languages.published()
    )
    return [copy for copy in found if copy is not None]


def older_person_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of what someone contributed to."""
    person_id, language = int(place[0]), place[1]
    leaf = older(ask, lists.person(person_id, language), number)
    return _person_page(ask, person_id, language, leaf) if leaf else None


def _person_page(ask: Ask, person_id: int, language: str, leaf: Leaf) -> Copy | None:
    found = ask(names.portrait, person_id, language)
    if found is None or found.address is None:
        return None
    articles, media = cards.several(ask, leaf.entries)
    if found.picture:
        media = (*found.picture.media, *media)
    context = {
        "person": {
            "name": found.name,
            "role": found.role,
            "affiliation": found.affiliation,
            "biography_html": found.biography_html,
            "orcid": found.orcid,
            "facts": profiles.facts(ask, person_id, language),
            "picture": frames.pictured(found.picture) if found.picture else None,
        },
        "articles": articles,
        **leaves.context(leaf, found.address),
    }
    matter = Profile(somebody(found, found.role))
    return _listed(ask, "content/person.html", language, leaf, found.address, found.name, context, media, matter)


def _listed(
    ask: Ask,
    template: str,
    language: str,
    leaf: Leaf,
    address: str,
    title: str,
    context: Context,
    media: tuple[Media, ...],
    matter: Matter,
) -> Copy:
    here = leaves.own_address(leaf, address)
    crumbs = [asked.Link(title, address)] if here != address else []
    crumbs = [*_home_crumb(ask, language), *crumbs]
    frame = frames.frame(ask, language, here, title, breadcrumbs=crumbs, matter=matter)
    return Copy(here, {"frame": frame, **context}, template, language, media=media)


def _home_crumb(ask: Ask, language: str) -> list[asked.Link]:
    return [asked.Link(one.title, one.home) for one in ask(offered) if one.code == language]


@question
def year(read: Reading) -> int:
    """The year now, where the organisation is."""
    return read.year(settings.TIME_ZONE)


def navigation(ask: Ask, language: str) -> list[Copy]:
    """The menu of a language, an empty one where there is none; and for each entry the menu with that one marked."""
    entries = ask(asked.menu, language)
    marked = {entry.address for entry in entries if not entry.external}
    return [_menu(language, entries, at) for at in ("", *sorted(marked))]


def _menu(language: str, entries: Sequence[asked.Entry], at: str) -> Copy:
    shown = [
        {
            "label": entry.label,
            "address": entry.address,
            "external": entry.external,
            "current": entry.address == at,
        }
        for entry in entries
    ]
    return Copy(frames.menu_address(language, at), {"entries": shown}, "content/fragments/navigation.html", language)


def footer(ask: Ask, language: str) -> Copy:
    """What stands at the foot of every page of a language."""
    own = ask(site, language)
    context = {
        "site": frames.identity(own),
        "social": [{"label": label, "url": url} for label, url in own.social],
        "year": ask(year),
        "entries": [
            {"label": entry.label, "address": entry.address, "external": entry.external}
            for entry in ask(asked.menu, language)
        ],
        "legal": [{"title": one.title, "address": one.address} for one in ask(asked.legal_links, language)],
        "feeds": frames.feeds(language, own.name),
        "corrections": corrections_address(language) if any(one.code == language for one in ask(offered)) else "",
    }
    media = own.logo.media if own.logo else ()
    return Copy(f"~footer/{language}", context, "content/fragments/footer.html", language, media=media)


def of_status(ask: Ask, language: str) -> list[Copy]:
    """What a reader finds where there is no page, no page any more, or no desk; and the frame for live pages."""
    return [
        Copy(
            f"~{piece.name}/{language}",
            {"frame": frames.frame(ask, language, "", piece.title(language), robots="noindex")},
            piece.template,
            language,
            status=piece.status,
        )
        for piece in pieces.PIECES
    ]


def suggestions(ask: Ask, language: str) -> Copy:
    """What stands around the pages that the reader offers where there is none."""
    return Copy(f"~suggestions/{language}", {}, "content/fragments/suggestions.html", language)


def declare() -> None:
    """Tell the press what there is to print, and take on the older pages of our lists."""
    privacy.declare()
    cards.offer("content.plainpage", card_of_plain, newest=False)
    cards.offer("content.landingpage", card_of_landing, newest=False)
    leaves.offer("topic", older_topic_page)
    leaves.offer("person", older_person_page)
    declarations.sheets(
        Sheet("home", home, each="content_homepage"),
        Sheet("plain page", plain_page, each="content_plainpage"),
        Sheet("legal page", legal_page, each="content_legalpage"),
        Sheet("landing page", landing_page, each="content_landingpage"),
        Sheet("topic", topic, each="content_topic", ahead=True),
        Sheet("person", person, each="content_person", ahead=True),
        *corrections.declare(),
        Sheet("older page", leaves.compose, each="content_leaf"),
        archives.declare(),
        Sheet("navigation", navigation, keys=codes),
        Sheet("footer", footer, keys=codes),
        Sheet("pieces", of_status, keys=codes),
        Sheet("suggestions", suggestions, keys=codes),
    )
