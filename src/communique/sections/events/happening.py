"""What an event is, in plain values, for machines."""

from __future__ import annotations

from communique.content.described import Somebody
from communique.content.questions import names
from communique.press.questions import Ask

from . import times
from .linked_data import Happening
from .questions import Face, Text


def happening(ask: Ask, face: Face, text: Text) -> Happening | None:
    """An event as its page shows it; nothing as long as nobody knows when it is."""
    when = face.when
    if when is None:
        return None
    people = []
    for credit in text.speakers:
        person = ask(names.person, credit.person_id, face.language)
        if person is not None:
            people.append(Somebody(person.name, person.address or "", affiliation=credit.affiliation))
    return Happening(
        face.title,
        face.standfirst,
        *times.machine_span(when),
        face.status,
        face.attendance,
        face.place,
        face.place_address,
        f"{face.formerly}" if face.formerly else "",
        tuple(people),
        face.picture,
        tuple((one.title, one.address) for one in text.materials if one.kind == "recording"),
        text.spoken,
        text.booking_link if face.open else "",
        text.free,
    )
