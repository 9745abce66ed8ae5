"""What events print: each event with its calendar file, the lists of each section and kind, and what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.content import data_files, frames, leaves, players
from communique.content.described import Collection
from communique.content.frames import Context
from communique.content.questions import names
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf
from communique.content.questions.pages import Link
from communique.content.questions.site import codes
from communique.content.recordings.printed import printed as played
from communique.press.questions import Ask, all_made
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import in_language
from communique.text import tongues
from communique.text.names import joined
from communique.text.scripts import direction

from . import archive, calendars, lists, named, questions, shelves, times
from .cards import entry, told
from .divided import DIVIDED
from .happening import happening
from .kinds import Material
from .questions import Face, Item, Text

NEXT = 5


def event(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """An event's own page, its calendar file, and the data of its charts."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    say = in_language(face.language)
    people, portraits = _people(ask, face, text)
    left, hosts = _materials(face, text)
    file = calendars.of_event(ask, page_id, text.head.expires)
    frame = frames.frame_of(
        ask,
        text.head,
        description=face.standfirst,
        picture=face.picture,
        kicker=named.kind(say, face.kind),
        byline=told(face)["days"],
        matter=happening(ask, face, text),
    )
    context = {
        "frame": frame if face.over else {**frame, "sidebar": _but_for(page_id, face.language, frame["sidebar"])},
        "event": {
            "title": face.title,
            "standfirst": face.standfirst,
            "language": face.language,
            "dir": direction(face.language),
            **told(face),
            "formerly": face.formerly,
            "status_note": text.status_note,
            "place": face.place,
            "place_address": face.place_address,
            "online": face.attendance != "place",
            "joining": text.joining,
            "access": text.access,
            "rule": named.rule(say, text.attribution),
            "spoken": joined([tongues.named(one, face.language) for one in text.spoken], face.language),
            "booking": {"address": text.booking_link, "free": text.free} if face.open else None,
            "speakers": people,
            "programme": _programme(ask, face, text),
            "lead": frames.lead(face.picture, alt=face.alt, caption_html=text.caption_html, credit=text.credit),
            "body_html": text.body.html,
            "summary_html": text.summary_html,
            "transcript_html": text.transcript_html,
            "materials": left,
            "topics": names.topics(ask, text.topics, face.language),
            "calendar": file.address if file else "",
        },
    }
    recordings = [file for one in text.materials if one.recorded for file in one.recorded.media]
    media = (*(face.picture.media if face.picture else ()), *text.body.files, *portraits, *recordings)
    expires, headers = text.head.expires, players.headers((*text.body.hosts, *hosts))
    page = Copy(
        face.address, context, "events/event.html", face.language, headers=headers, expires=expires, media=media
    )
    data = data_files.printed(ask, text.body, page_id, face.language, expires)
    return [page, *([file] if file else []), *data]


def _materials(face: Face, text: Text) -> tuple[list[Context], list[str]]:
    """What the event left behind, recordings with a player: ours, or one that we know; and whom these play from."""
    say = in_language(face.language)
    found: list[Context] = []
    hosts: list[str] = []
    for one in text.materials:
        shown = {"kind": named.material(say, one.kind), "title": one.title, "address": one.address}
        recorded = one.address if one.kind == Material.RECORDING and one.elsewhere else ""
        html, asked = players.of_address(recorded, one.title, say, face.language)
        html = played(one.recorded, say, face.language) if one.recorded else html
        found.append({**shown, "elsewhere": one.elsewhere, "player_html": html})
        hosts += asked
    return found, hosts


def _people(ask: Ask, face: Face, text: Text) -> tuple[list[Context], list[Media]]:
    """Who speaks, in order, as they are named in the language of the event."""
    say = in_language(face.language)
    found: list[Context] = []
    media: list[Media] = []
    for credit in text.speakers:
        person = ask(names.portrait, credit.person_id, face.language)
        if person is None:
            continue
        found.append(
            {
                "name": person.name,
                "address": person.address,
                "part": named.part(say, credit.role),
                "affiliation": credit.affiliation,
                "picture": frames.pictured(person.picture) if person.picture else None,
            }
        )
        media += person.picture.media if person.picture else ()
    return found, media


def _programme(ask: Ask, face: Face, text: Text) -> list[Context]:
    """The days of the programme, each with its parts."""
    days: list[Context] = []
    zone = face.when.zone if face.when else "UTC"
    for item in text.programme:
        if item.starts is None:
            continue
        day = times.day_of(item.starts, zone, face.language)
        if not days or days[-1]["day"] != day:
            days.append({"day": day, "parts": []})
        days[-1]["parts"].append(_part(ask, item, zone, face.language))
    return days


def _part(ask: Ask, item: Item, zone: str, language: str) -> Context:
    person = ask(names.person, item.person_id, language) if item.person_id else None
    return {
        "hours": times.hours(item.starts, item.ends, zone) if item.starts else "",
        "starts": times.machine(item.starts, zone) if item.starts else "",
        "title": item.title,
        "description": item.description,
        "person": {"name": person.name, "address": person.address} if person else None,
    }


def section(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A section's list and those of its kinds: what is to come and the newest of what is over, with a calendar."""
    page = ask(asked.introduced, archive.TABLE, page_id)
    if page is None:
        return None
    found = [_list(ask, page, kind, lists.newest_past(ask, shelves.of(page_id, kind))) for kind in ("", *DIVIDED.every)]
    return [*found, *calendars.of_section(ask, page.head)]


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of what is over, of a section or of one of its kinds."""
    page_id, kind = int(place[0]), place[1] if len(place) > 1 else ""
    page = ask(asked.introduced, archive.TABLE, page_id)
    leaf = lists.older_past(ask, shelves.of(page_id, kind), number)
    return _list(ask, page, kind, leaf) if page is not None and leaf is not None else None


def _list(ask: Ask, page: asked.Introduced, kind: str, leaf: Leaf) -> Copy:
    top = page.head
    here = DIVIDED.address(top.address, kind)
    shelf = shelves.of(top.page_id, kind)
    newest = leaf.newer is None
    coming, media = _entries(ask, ask(lists.coming, shelf) if newest else ())
    past, more = _entries(ask, [number for number, _ in leaf.entries])
    title = DIVIDED.title(top.title, top.language, kind)
    address = leaves.own_address(leaf, here)
    frame = frames.frame(
        ask,
        top.language,
        address,
        title,
        description=top.description if newest and not kind else "",
        breadcrumbs=DIVIDED.above(ask, top, kind, newest=newest),
        translations=top.translations if newest and not kind else (),
        matter=Collection(tuple(Link(one["title"], one["address"]) for one in (*coming, *past))),
        at_large=_beside(top.language),
    )
    context = {
        "frame": frame,
        "section": {
            "title": title,
            "introduction_html": page.introduction_html if newest and not kind else "",
            "newest": newest,
            "calendar": f"{here}calendar.ics",
        },
        "archive": archive.years_of(top.page_id, kind),
        "kinds": DIVIDED.ways(top, kind, DIVIDED.every),
        "coming": _soonest_first(coming),
        "past": past,
        **leaves.context(leaf, here),
    }
    return Copy(address, context, "events/list.html", top.language, expires=top.expires, media=(*media, *more))


def _entries(ask: Ask, numbers: Iterable[int]) -> tuple[list[Context], list[Media]]:
    """Events as lists show them; one that can't be seen, or made, is left out."""
    made = all_made(ask, ((entry, number) for number in numbers))
    return [shown for shown, _ in made], [file for _, files in made for file in files]


def _soonest_first(events: Iterable[Context]) -> list[Context]:
    """By the moment at which they begin, wherever that is."""
    return sorted(events, key=lambda one: one["begins"])


def coming(ask: Ask, language: str) -> Copy:
    """The next events of a language, for the home page and others; empty where there are none."""
    found, media = _next(ask, language)
    told = ask(questions.sections, language)
    above = ask(asked.titled, told[0]) if told else None
    more = {"title": above.title, "address": above.address} if above else None
    context = {"events": found, "more": more}
    address = f"~coming-events/{language}"
    return Copy(address, context, "events/fragments/coming.html", language, media=tuple(media))


def beside(ask: Ask, language: str) -> Copy:
    """The next events of a language, in short, for the sidebar of every page; empty where there are none."""
    found, _ = _next(ask, language)
    return Copy(_beside(language), {"events": found}, "events/fragments/beside.html", language)


def beside_itself(ask: Ask, page_id: int) -> Copy | None:
    """The same for the page of an event to come, without that event. There are few of these."""
    face = ask(questions.face, page_id)
    if face is None or face.over:
        return None
    found, _ = _next(ask, face.language, but=page_id)
    return Copy(_beside(face.language, page_id), {"events": found}, "events/fragments/beside.html", face.language)


def _but_for(page_id: int, language: str, sidebar: Iterable[str]) -> list[str]:
    return [_beside(language, page_id) if one == _beside(language) else one for one in sidebar]


def _beside(language: str, page_id: int | None = None) -> str:
    return f"~events-beside/{language}" if page_id is None else f"~events-beside/{language}/{page_id}"


def _next(ask: Ask, language: str, *, but: int | None = None) -> tuple[list[Context], list[Media]]:
    """What takes place next, of all sections of a language, and the files it shows."""
    numbers = [number for one in ask(questions.sections, language) for number in ask(lists.coming, shelves.of(one))]
    found, media = _entries(ask, (number for number in numbers if number != but))
    return _soonest_first(one for one in found if not one["cancelled"])[:NEXT], media


SHEETS = (
    Sheet("event", event, each=questions.TABLE),
    Sheet("events", section, each=archive.TABLE),
    Sheet("events-by-year", archive.years, each=archive.TABLE),
    Sheet("coming-events", coming, keys=codes),
    Sheet("events-beside", beside, keys=codes),
    Sheet("events-beside-an-event", beside_itself, each=questions.TABLE),
)
