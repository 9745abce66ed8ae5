"""The feeds of a section of media coverage. The feeds of the whole site carry what we publish ourselves."""

from __future__ import annotations

from datetime import UTC, datetime, time
from html import escape

from communique.content.frames import absolute
from communique.content.questions import names
from communique.content.questions.lists import latest
from communique.content.questions.pages import Head
from communique.content.questions.site import site
from communique.press.questions import Ask, all_made
from communique.press.sheets import Copy
from communique.publishing.words import in_language
from communique.syndication.feeds import LENGTH, Entry
from communique.syndication.printed import printed

from . import named, questions, shelves


def of_section(ask: Ask, top: Head) -> list[Copy]:
    """The newest pieces of a section, in each kind of feed."""
    numbers = [page_id for _, page_id in ask(latest, shelves.of(top.page_id), LENGTH)]
    entries = all_made(ask, ((entry, page_id) for page_id in numbers))
    title = f"{ask(site, top.language).name} – {top.title}"
    return printed(top.address, entries, title=title, language=top.language, expires=top.expires)


def entry(ask: Ask, page_id: int) -> Entry | None:
    """A piece as feeds carry it."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    say = in_language(face.language)
    outlet = ask(questions.outlet, face.outlet_id, face.language) if face.outlet_id is not None else None
    told = [f"<p>{escape(one, quote=False)}</p>" for one in (face.headline, face.summary) if one]
    if text.link and outlet:
        way = escape(named.way(say, face.form, outlet.name), quote=False)
        told.append(f'<p><a href="{escape(text.link)}">{way}</a></p>')
    return Entry(
        f"urn:uuid:{text.head.key}",
        face.title,
        absolute(face.address),
        face.language,
        datetime.combine(face.day, time(), UTC),
        None,
        face.summary,
        "".join(told),
        topics=tuple(one["title"] for one in names.topics(ask, text.topics, face.language)),
    )
