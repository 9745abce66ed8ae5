"""What about prints: those who belong to a circle, now and before; and on a person's page what they are here."""

from __future__ import annotations

from collections.abc import Iterable

from communique.content import frames
from communique.content.authors import somebody
from communique.content.described import Somebody
from communique.content.frames import Context
from communique.content.profiles import Fact, Mention
from communique.content.questions import names
from communique.content.questions import pages as asked
from communique.content.questions.names import Portrait
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import in_language

from . import questions
from .linked_data import Members
from .questions import Held
from .terms import in_years


def members(ask: Ask, page_id: int) -> Copy | None:
    """Those who belong to a circle, each once with all that they are; then those who did."""
    page = ask(asked.introduced, questions.PAGES, page_id)
    if page is None:
        return None
    top = page.head
    circle = ask(questions.circle_of, page_id)
    held = ask(questions.offices, circle, top.language) if circle is not None else ()
    now, past = _apart(held)
    shown: list[Context] = []
    media: list[Media] = []
    described: list[Somebody] = []
    for person_id, several in now.items():
        person = ask(names.portrait, person_id, top.language)
        if person is not None:
            shown.append(_member(person, several, top.language))
            described.append(somebody(person, _joined(_titles(person, several))))
            media += person.picture.media if person.picture else ()
    context = {
        "frame": frames.frame_of(ask, top, matter=Members(tuple(described))),
        "circle": {
            "title": top.title,
            "introduction_html": page.introduction_html,
            "members": shown,
            "past": _past(ask, past, top.language),
        },
    }
    return Copy(top.address, context, "about/members.html", top.language, expires=top.expires, media=tuple(media))


def _apart(held: Iterable[Held]) -> tuple[dict[int, list[Held]], dict[int, list[Held]]]:
    """The offices of each who holds one now, and of each who does no more."""
    now: dict[int, list[Held]] = {}
    past: dict[int, list[Held]] = {}
    for office in held:
        (past if office.past else now).setdefault(office.person_id, []).append(office)
    return now, {person_id: several for person_id, several in past.items() if person_id not in now}


def _member(person: Portrait, several: list[Held], language: str) -> Context:
    return {
        "name": person.name,
        "address": person.address,
        "title": _joined(_titles(person, several)),
        "affiliation": person.affiliation,
        "since": _joined(in_years(in_language(language), one.term) for one in several[:1]),
        "picture": frames.pictured(person.picture) if person.picture else None,
        "biography_html": person.biography_html,
    }


def _past(ask: Ask, past: dict[int, list[Held]], language: str) -> list[Context]:
    say = in_language(language)
    found: list[Context] = []
    for person_id, several in past.items():
        person = ask(names.person, person_id, language)
        if person is not None:
            terms = [{"title": one.title, "years": in_years(say, one.term)} for one in several]
            found.append({"name": person.name, "address": person.address, "terms": terms})
    return found


def _titles(person: Portrait, several: list[Held]) -> list[str]:
    return [one.title or person.role for one in several]


def _joined(words: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(word for word in words if word))


def offices(ask: Ask, person_id: int, language: str) -> list[Fact]:
    """What a person is and was here, for their own page: of circles that have a page in the language."""
    say = in_language(language)
    found: dict[str, Fact] = {}
    for held in ask(questions.offices_of, person_id, language):
        page = ask(questions.page_of, held.circle_id, language)
        if page is None:
            continue
        years = in_years(say, held.term)
        told = Mention(" · ".join(word for word in (held.title, years) if word) or page.title, page.address)
        before = found.get(page.address)
        found[page.address] = Fact(page.title, (*(before.told if before else ()), told))
    return list(found.values())


SHEETS = (Sheet("members", members, each=questions.PAGES),)
