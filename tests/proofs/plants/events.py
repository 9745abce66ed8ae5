"""A draft of an event, one of changes to an event that is live, and an output that nobody may see."""

from __future__ import annotations

from datetime import date, time

from communique.sections.events.models import EventMaterial, EventPage, EventsPage, ProgrammePart, Speaker

from .institute import Institute, body


def plant(at: Institute) -> None:
    section = at.section.get_parent().add_child(instance=EventsPage(title="Events", slug="events"))
    when = {"first_day": date(2026, 12, 3), "begins": time(15), "finishes": time(17)}
    hidden = EventMaterial(kind="output", target=at.draft.page_ptr, title=at.plant("title of a hidden output"))
    live = EventPage(title="A public event", place="Hall A", materials=[hidden], **when)
    section.add_child(instance=live)
    _said_of_an_event(at, live, "draft of a live event")
    live.save_revision(user=at.user)
    planned = EventPage(slug=at.plant("event that is a draft: slug"), live=False, **when)
    _said_of_an_event(at, planned, "event that is a draft")
    section.add_child(instance=planned).save_revision(user=at.user)


def _said_of_an_event(at: Institute, page: EventPage, what: str) -> None:
    names = ("title", "standfirst", "place", "place_address", "joining", "access", "status_note", "summary")
    for name in (*names, "transcript", "lead_caption", "lead_alt", "lead_credit"):
        setattr(page, name, at.plant(f"{what}: {name}"))
    page.booking_link = f"https://seats.example/{at.plant(f'{what}: booking_link')}"
    page.body = body(at.plant(f"{what}: body"))
    told = {name: at.plant(f"{what}: {name} of a part") for name in ("title", "description")}
    page.programme = [ProgrammePart(at=time(15), **told)]
    page.speakers = [Speaker(person=at.person(what), affiliation=at.plant(f"{what}: affiliation"))]
    link = f"https://slides.example/{at.plant(f'{what}: link')}"
    page.materials = [EventMaterial(kind="slides", title=at.plant(f"{what}: title of slides"), link=link)]
