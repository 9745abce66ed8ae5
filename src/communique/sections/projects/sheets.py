"""What projects print: each project, the list of a section, and its funding by year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from communique.content import cards, data_files, frames
from communique.content.authors import somebody
from communique.content.described import Collection, Somebody
from communique.content.frames import Context
from communique.content.questions import names
from communique.content.questions import pages as asked
from communique.content.questions.pages import Link
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import in_language
from communique.text import funder_ids, ror
from communique.text.scripts import direction

from . import ledger, questions, told
from .ledger import Entry, Year
from .linked_data import Project
from .questions import Face, Paid, Text


def project(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A project's own page, and the data of its charts."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    paid = ask(questions.paid, page_id, face.language) if face is not None else None
    if face is None or text is None or paid is None:
        return None
    say = in_language(face.language)
    people, described, portraits = _people(ask, text, face.language)
    matter = Project(face.title, face.standfirst, face.began, face.ended, described, paid.supports, text.outputs)
    context = {
        "frame": frames.frame_of(
            ask,
            text.head,
            description=face.standfirst,
            picture=face.picture,
            kicker=say("Project"),
            byline=told.period(say, face),
            matter=matter,
        ),
        "project": {
            "title": face.title,
            "standfirst": face.standfirst,
            "language": face.language,
            "dir": direction(face.language),
            "stage": told.stage(say, face.stage),
            "period": told.period(say, face),
            "people": people,
            "lead": frames.lead(face.picture, alt=face.alt, caption_html=text.caption_html, credit=text.credit),
            "body_html": text.body.html,
            "outputs": [{"title": one.title, "address": one.address} for one in text.outputs],
            "statement": paid.statement or told.funded_by(paid.supports, face.language),
            "fundings": [_paid(face.language, one) for one in _amounts(face, paid)],
            "topics": names.topics(ask, text.topics, face.language),
        },
    }
    media = (*(face.picture.media if face.picture else ()), *text.body.files, *portraits)
    expires = text.head.expires
    page = Copy(face.address, context, "projects/project.html", face.language, expires=expires, media=media)
    return [page, *data_files.printed(ask, text.body, page_id, face.language, expires)]


def _people(ask: Ask, text: Text, language: str) -> tuple[list[Context], tuple[Somebody, ...], list[Media]]:
    """Who works on a project, in order: for readers, for machines, and the files that are shown."""
    found: list[Context] = []
    described: list[Somebody] = []
    media: list[Media] = []
    for credit in text.people:
        person = ask(names.portrait, credit.person_id, language)
        if person is None:
            continue
        picture = frames.pictured(person.picture) if person.picture else None
        found.append({"name": person.name, "address": person.address, "role": credit.role, "picture": picture})
        described.append(somebody(person, credit.role))
        media += person.picture.media if person.picture else ()
    return found, tuple(described), media


def _amounts(face: Face, paid: Paid) -> list[Entry]:
    here = Link(face.title, face.address)
    return [Entry(here, one) for one in paid.supports]


def _paid(language: str, entry: Entry) -> Context:
    """A line of the accounts as templates show it."""
    one = entry.support
    say = in_language(language)
    known = one.website or (ror.address(one.ror) if one.ror else "")
    known = known or (funder_ids.address(one.funder_id) if one.funder_id else "")
    return {
        "funder": one.funder,
        "address": known,
        "project": {"title": entry.project.title, "address": entry.project.address},
        "year": str(one.year),
        "number": one.number,
        "amount": told.amount(say, one.amount, one.currency, language),
    }


def section(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A section's list: what runs, what is planned and what is completed; and its funding by year."""
    page = ask(asked.introduced, questions.SECTIONS, page_id)
    if page is None:
        return None
    top = page.head
    asked_for = (ask(questions.face, number) for number in ask(questions.projects_in, top.language))
    faces = [face for face in asked_for if face is not None and face.path.startswith(top.path)]
    years = ledger.by_year(_entries(ask, faces, top.language))
    return [_list(ask, page, faces, bool(years)), *([_funding(ask, page, years)] if years else [])]


def _entries(ask: Ask, faces: Sequence[Face], language: str) -> list[Entry]:
    return [
        entry
        for face in faces
        for paid in [ask(questions.paid, face.page_id, language)]
        if paid is not None
        for entry in _amounts(face, paid)
    ]


def _list(ask: Ask, page: asked.Introduced, faces: Sequence[Face], funded: bool) -> Copy:
    top = page.head
    say = in_language(top.language)
    parts = []
    files: list[Media] = []
    entries: list[Link] = []
    stages = {
        "running": say("Running projects"),
        "planned": say("Planned projects"),
        "completed": say("Completed projects"),
    }
    for stage, title in stages.items():
        ordered = sorted((one for one in faces if one.stage == stage), key=_newest_first, reverse=True)
        shown, media = cards.several(ask, [(one.page_id, questions.KIND) for one in ordered])
        if shown:
            parts.append({"name": stage, "title": title, "projects": shown})
        files += media
        entries += [Link(one["title"], one["address"]) for one in shown]
    context = {
        "frame": frames.frame_of(ask, top, matter=Collection(tuple(entries))),
        "section": {
            "title": top.title,
            "introduction_html": page.introduction_html,
            "funding": funding_address(top.address) if funded else "",
        },
        "parts": parts,
    }
    return Copy(top.address, context, "projects/list.html", top.language, expires=top.expires, media=tuple(files))


def _newest_first(face: Face) -> tuple[date, int]:
    return (face.ended if face.stage == "completed" else face.began) or date.min, face.page_id


def funding_address(section: str) -> str:
    """Where a section tells who pays for its projects."""
    return f"{section}funding/"


def _funding(ask: Ask, page: asked.Introduced, years: Sequence[Year]) -> Copy:
    top = page.head
    say = in_language(top.language)
    title = say("Our funding")
    address = funding_address(top.address)
    above = (*ask(asked.crumbs, top.path[: -asked.STEP]), Link(top.title, top.address))
    translations = [
        asked.Translation(one.language, one.name, funding_address(one.address), one.original)
        for one in top.translations
    ]
    context = {
        "frame": frames.frame(ask, top.language, address, title, breadcrumbs=above, translations=translations),
        "funding": {"title": title, "introduction_html": ask(questions.on_funding, top.page_id)},
        "years": [
            {
                "year": str(one.year),
                "entries": [_paid(top.language, entry) for entry in one.entries],
                "sums": [told.amount(say, value, currency, top.language) for currency, value in one.sums],
                "undisclosed": one.undisclosed,
            }
            for one in years
        ],
    }
    return Copy(address, context, "projects/funding.html", top.language, expires=top.expires)


SHEETS = (
    Sheet("project", project, each=questions.TABLE),
    Sheet("projects", section, each=questions.SECTIONS),
)
