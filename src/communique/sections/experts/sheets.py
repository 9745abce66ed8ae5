"""What experts print: all of them, and those for each topic, region and language; their cards; what their pages tell"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from communique.content import frames
from communique.content.described import Collection
from communique.content.frames import Context
from communique.content.profiles import Fact, Mention
from communique.content.questions import names
from communique.content.questions import pages as asked
from communique.content.questions.names import Portrait
from communique.content.questions.pages import Link
from communique.content.questions.site import site
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import Say, in_language

from . import cards, questions, tongues
from .questions import Expertise, Known

KINDS = ("topics", "regions", "languages")
"""What one can look by: also a part of addresses."""


@dataclass(frozen=True)
class Listed:
    """Somebody who can be asked."""

    person_id: int
    slug: str
    person: Portrait
    known: Expertise


def finder(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """The page to find experts by, and one for each topic, region and language that somebody knows."""
    page = ask(asked.introduced, questions.PAGES, page_id)
    if page is None:
        return None
    language = page.head.language
    listed = sorted(_listed(ask, language), key=lambda one: (one.person.name.casefold(), one.person_id))
    groups = {kind: _known(listed, kind, language) for kind in KINDS}
    whole = _page(ask, page, listed, groups)
    return [
        whole,
        *(
            _page(ask, page, [one for one in listed if known in _of(one, kind, language)], groups, kind, known)
            for kind, several in groups.items()
            for known in several
        ),
    ]


def _listed(ask: Ask, language: str) -> Iterator[Listed]:
    for person_id in ask(questions.everybody):
        person = ask(names.portrait, person_id, language)
        known = ask(questions.expertise, person_id, language)
        slug = ask(questions.slug_of, person_id)
        if person is not None and known is not None and slug is not None:
            yield Listed(person_id, slug, person, known)


def _of(one: Listed, kind: str, language: str) -> tuple[Known, ...]:
    if kind == "languages":
        return tuple(Known(tongues.named(code, language), code) for code in one.known.spoken)
    return one.known.topics if kind == "topics" else one.known.regions


def _known(listed: Iterable[Listed], kind: str, language: str) -> dict[Known, int]:
    """All that is known of a kind by name, and by how many."""
    found: dict[Known, int] = {}
    for one in listed:
        for known in _of(one, kind, language):
            found[known] = found.get(known, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (pair[0].name.casefold(), pair[0].slug)))


def _page(
    ask: Ask,
    page: asked.Introduced,
    listed: Sequence[Listed],
    groups: dict[str, dict[Known, int]],
    kind: str = "",
    known: Known | None = None,
) -> Copy:
    top = page.head
    whole = known is None
    address = top.address if known is None else at(top.address, kind, known)
    title = top.title if known is None else f"{top.title}: {known.name}"
    above = ask(asked.crumbs, top.path[: -asked.STEP])
    people = [Link(one.person.name, one.person.address) for one in listed if one.person.address]
    context = {
        "frame": frames.frame(
            ask,
            top.language,
            address,
            title,
            description=top.description if whole else "",
            breadcrumbs=above if whole else (*above, Link(top.title, top.address)),
            translations=top.translations if whole else (),
            matter=Collection(tuple(people)),
        ),
        "finder": {
            "title": title,
            "address": top.address,
            "whole": whole,
            "introduction_html": page.introduction_html if whole else "",
        },
        "ways": _ways(in_language(top.language), top.address, groups, address),
        "experts": [_expert(ask, one, top) for one in listed],
    }
    media: list[Media] = [file for one in listed if one.person.picture for file in one.person.picture.media]
    return Copy(address, context, "experts/finder.html", top.language, expires=top.expires, media=tuple(media))


def at(page: str, kind: str, known: Known) -> str:
    """Where those who know something are listed."""
    return normalize("NFC", f"{page}{kind}/{known.slug}/")


def _ways(say: Say, page: str, groups: dict[str, dict[Known, int]], here: str) -> list[Context]:
    titles = {"topics": say("By topic"), "regions": say("By region"), "languages": say("By language")}
    return [
        {
            "kind": kind,
            "title": titles[kind],
            "entries": [_way(one, count, at(page, kind, one), here) for one, count in several.items()],
        }
        for kind, several in groups.items()
        if several
    ]


def _way(known: Known, count: int, address: str, here: str) -> Context:
    return {"title": known.name, "address": address, "count": count, "current": address == here}


def _expert(ask: Ask, one: Listed, top: asked.Head) -> Context:
    own = ask(site, top.language)
    return {
        "name": one.person.name,
        "address": one.person.address,
        "role": one.person.role,
        "affiliation": one.person.affiliation,
        "picture": frames.pictured(one.person.picture) if one.person.picture else None,
        "knows": [known.name for known in (*one.known.topics, *one.known.regions)],
        "speaks": [tongues.named(code, top.language) for code in one.known.spoken],
        "for_media": one.known.for_media,
        "email": (one.known.email or own.email) if one.known.for_media else one.known.email,
        "telephone": one.known.telephone,
        "card": cards.address(one.slug, top.language),
    }


def facts(ask: Ask, person_id: int, language: str) -> list[Fact]:
    """What a person's own page tells of what they can be asked about."""
    known = ask(questions.expertise, person_id, language)
    slug = ask(questions.slug_of, person_id)
    if known is None or slug is None:
        return []
    say = in_language(language)
    page = ask(questions.finder, language)

    def led(kind: str, several: Iterable[Known]) -> tuple[Mention, ...]:
        return tuple(Mention(one.name, at(page.address, kind, one) if page else "") for one in several)

    spoken = (Known(tongues.named(code, language), code) for code in known.spoken)
    own = ask(site, language)
    email = known.email or own.email
    reach = [Mention(email, f"mailto:{email}")] if email else []
    reach += [Mention(known.telephone, f"tel:{_dialled(known.telephone)}")] if known.telephone else []
    asking = say("For the media") if known.for_media else say("Contact")
    return [
        Fact(say("Expertise"), led("topics", known.topics)),
        Fact(say("Regions"), led("regions", known.regions)),
        Fact(say("Languages"), led("languages", spoken)),
        Fact(asking, (*reach, Mention(say("Add to your address book"), cards.address(slug, language)))),
    ]


def _dialled(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


SHEETS = (
    Sheet("experts", finder, each=questions.PAGES),
    Sheet("contact cards", cards.of_person, keys=questions.everybody),
)
