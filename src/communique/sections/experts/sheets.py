"""What experts print: all of them, those for a topic, region or language, or two; their cards; what their pages tell"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
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
from communique.text import tongues

from . import cards, narrowing, questions
from .narrowing import KINDS, Thing, Who
from .questions import Expertise, Known

_MOST = 2
"""So many things one can look by at once."""


@dataclass(frozen=True)
class Listed:
    """Somebody who can be asked."""

    person_id: int
    slug: str
    person: Portrait
    known: Expertise


def finder(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """The page to find experts by, one for each topic, region and language that somebody knows, and for two at once."""
    page = ask(asked.introduced, questions.PAGES, page_id)
    if page is None:
        return None
    language = page.head.language
    listed = sorted(_listed(ask, language), key=lambda one: (one.person.name.casefold(), one.person_id))
    found = narrowing.who((one.person_id, _things(one, language)) for one in listed)
    lists = [(), *((thing,) for thing in found), *(pair for pair, _ in narrowing.pairs(found))]
    return [_page(ask, page, listed, found, things) for things in lists]


def _listed(ask: Ask, language: str) -> Iterator[Listed]:
    for person_id in ask(questions.everybody):
        person = ask(names.portrait, person_id, language)
        known = ask(questions.expertise, person_id, language)
        slug = ask(questions.slug_of, person_id)
        if person is not None and known is not None and slug is not None:
            yield Listed(person_id, slug, person, known)


def _things(one: Listed, language: str) -> list[Thing]:
    """What somebody is found by."""
    spoken = (Known(tongues.named(code, language), code) for code in one.known.spoken)
    several = zip(KINDS, (one.known.topics, one.known.regions, spoken), strict=True)
    return [Thing(kind, known) for kind, knows in several for known in knows]


def _page(ask: Ask, page: asked.Introduced, everybody: Sequence[Listed], found: Who, things: tuple[Thing, ...]) -> Copy:
    """The list of those found by no thing (all), by one or by two."""
    top = page.head
    say = in_language(top.language)
    whole = not things
    address = at(top.address, *things)
    listed = [one for one in everybody if all(one.person_id in found[thing] for thing in things)]
    title = f"{top.title}: {' · '.join(thing.known.name for thing in things)}" if things else top.title
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
            # Search engines are led to the lists of one thing; those of two repeat their people.
            robots="noindex, follow" if len(things) == _MOST else "",
            matter=Collection(tuple(people)),
        ),
        "finder": {
            "title": title,
            "address": top.address,
            "whole": whole,
            "introduction_html": page.introduction_html if whole else "",
        },
        "ways": _ways(say, top.address, found, things) if len(things) < _MOST else [],
        "others": _others(say, top.address, found, things),
        "experts": [_expert(ask, one, top) for one in listed],
    }
    media: list[Media] = [file for one in listed if one.person.picture for file in one.person.picture.media]
    return Copy(address, context, "experts/finder.html", top.language, expires=top.expires, media=tuple(media))


def at(page: str, *things: Thing) -> str:
    """Where those who know some things are listed."""
    return normalize("NFC", page + "".join(f"{thing.kind}/{thing.known.slug}/" for thing in things))


def _ways(say: Say, page: str, found: Who, here: tuple[Thing, ...]) -> list[Context]:
    """Every thing to look by, under what kind it is."""
    return _under_kinds(say, (_way(one, at(page, one), len(people), (one,) == here) for one, people in found.items()))


def _others(say: Say, page: str, found: Who, here: tuple[Thing, ...]) -> Context | None:
    """From the list of one thing: what makes it shorter. From that of two: the lists of either."""
    if len(here) == _MOST:
        title = say("More people")
        ways = [_way(one, at(page, one), len(found[one])) for one in here]
    else:
        title = say("Of these")
        several = narrowing.narrower(found, here[0]) if here else ()
        ways = [_way(other, at(page, *things), count) for other, things, count in several]
    return {"title": title, "ways": _under_kinds(say, ways)} if ways else None


def _under_kinds(say: Say, ways: Iterable[tuple[str, Context]]) -> list[Context]:
    titles = {"topics": say("By topic"), "regions": say("By region"), "languages": say("By language")}
    groups = groupby(ways, key=itemgetter(0))
    return [
        {"kind": kind, "title": titles[kind], "entries": [entry for _, entry in entries]} for kind, entries in groups
    ]


def _way(thing: Thing, address: str, count: int, current: bool = False) -> tuple[str, Context]:
    return thing.kind, {"title": thing.known.name, "address": address, "count": count, "current": current}


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
        return tuple(Mention(one.name, at(page.address, Thing(kind, one)) if page else "") for one in several)

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
