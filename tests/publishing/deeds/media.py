"""What editors do to media coverage and outlets."""

from __future__ import annotations

from communique.content.models import HomePage, Person, Topic
from communique.sections.media.kinds import Form, Part
from communique.sections.media.models import Appearance, CoveragePage, MediaPage, Outlet, OutletText

RECORDINGS = ("", "https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/76979871")


def open_a_press_review(room):
    home = room.one(HomePage)
    page = MediaPage(title=room.word(), slug=room.slug(), language=home.language, introduction=f"<p>{room.word()}</p>")
    home.add_child(instance=page)


def found_an_outlet(room):
    Outlet.objects.create(name=room.word(), link=room.dice.choice(["", "https://news.example/"]))


def rename_an_outlet(room):
    outlet = room.one(Outlet)
    if outlet:
        outlet.name, outlet.slug = room.word(), room.dice.choice([outlet.slug, ""])
        outlet.texts = [OutletText(language=room.dice.choice(["en", "ur"]), name=room.word())]
        outlet.save()


def be_interviewed(room):
    section, outlet, person = room.one(MediaPage), room.one(Outlet), room.one(Person)
    if section and outlet and person:
        page = CoveragePage(outlet=outlet, language=section.language, day=room.day().date())
        _say(room, page)
        page.people = [Appearance(person=person, role=room.dice.choice(Part.values))]
        section.add_child(instance=page)


def put_it_right(room):
    page, outlet, topic = room.one(CoveragePage), room.one(Outlet), room.one(Topic)
    if page and outlet and topic:
        page.outlet, page.day, page.topics = outlet, room.day().date(), [topic]
        page.people = [Appearance(person=person) for person in [room.one(Person)] if person]
        _say(room, page)
        page.save_revision().publish()


def forget_it(room):
    page = room.one(CoveragePage)
    if page:
        page.delete()


def close_an_outlet(room):
    outlet = room.one(Outlet)
    if outlet and not outlet.coverage.exists():
        outlet.delete()


def _say(room, page):
    page.programme, page.headline, page.summary = (room.dice.choice(["", room.word()]) for _ in range(3))
    page.form, page.recording = room.dice.choice(Form.values), room.dice.choice(RECORDINGS)
    page.link, page.transcript = "https://news.example/1", f"<p>{room.word()}</p>"


DEEDS = (
    *(open_a_press_review, found_an_outlet, rename_an_outlet, be_interviewed, be_interviewed, be_interviewed),
    *(put_it_right, forget_it, close_an_outlet),
)
