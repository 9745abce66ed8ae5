"""What contact prints: the page, and the one that says that a letter has arrived."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import frames
from communique.content.frames import Context
from communique.content.questions.pages import Link, crumbs
from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet
from communique.publishing.words import in_language
from communique.text.plain import filled_lines, text_of

from . import questions, writing
from .linked_data import Office, Reachable
from .questions import Contact, Place


def contact(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A contact page; with a form, also what its writer sees in the end."""
    page = ask(questions.contact, page_id)
    if page is None:
        return None
    top = page.head
    matter = Reachable(tuple(_office(place) for place in page.places))
    context = {
        "frame": frames.frame_of(ask, top, description=text_of(page.introduction_html), matter=matter),
        "contact": {"title": top.title, "introduction_html": page.introduction_html},
        "places": [_shown(place) for place in page.places],
        "form": writing.context(page) if page.form else None,
    }
    own = Copy(top.address, context, "contact/contact.html", top.language, expires=top.expires)
    return [own, _sent(ask, page)] if page.form else [own]


def _sent(ask: Ask, page: Contact) -> Copy:
    top = page.head
    say = in_language(top.language)
    address = writing.sent_address(top.address)
    title = say("Your letter has arrived")
    above = (*ask(crumbs, top.path[: -frames.STEP]), Link(top.title, top.address))
    frame = frames.frame(ask, top.language, address, title, breadcrumbs=above, robots="noindex")
    context = {"frame": frame, "title": title}
    return Copy(address, context, "contact/sent.html", top.language, expires=top.expires)


def _shown(place: Place) -> Context:
    return {
        "name": place.name,
        "lines": filled_lines(place.address),
        "telephone": place.telephone,
        "dialled": "".join(sign for sign in place.telephone if sign.isdigit() or sign == "+"),
        "email": place.email,
        "hours": filled_lines(place.hours),
        "map_link": place.map_link,
    }


def _office(place: Place) -> Office:
    return Office(place.name, ", ".join(filled_lines(place.address)), place.telephone, place.email, place.map_link)


SHEETS = (Sheet("contact", contact, each=questions.TABLE),)
