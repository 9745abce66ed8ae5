"""What editors do to circles of people, while terms begin and end."""

from __future__ import annotations

from communique.content.models import HomePage, Person
from communique.sections.about.models import Circle, MembersPage, Office, Position, PositionText

from ..newsroom import LANGUAGES


def take_office(room):
    circle, person = room.one(Circle), room.one(Person)
    if circle and person:
        began = room.dice.choice([None, room.day().date(), room.soon().date()])
        Office.objects.create(circle=circle, person=person, position=room.one(Position), began=began)


def end_a_term(room):
    office = room.one(Office)
    if office:
        office.ended = room.dice.choice([room.day(), room.soon()]).date()
        office.save()


def leave_office(room):
    office = room.one(Office)
    if office:
        office.delete()


def call_a_position_otherwise(room):
    position = room.one(Position)
    if position:
        position.title = room.word()[:60]
        position.save()
        said = {"title": room.word()[:60]}
        PositionText.objects.update_or_create(position=position, language=room.dice.choice(LANGUAGES), defaults=said)


def show_another_circle(room):
    page, circle = room.one(MembersPage), room.dice.choice([None, room.one(Circle)])
    if page:
        page.circle = circle
        page.save_revision().publish()


def gather_people(room):
    home, circle = room.one(HomePage), Circle.objects.create(name=f"Circle {Circle.objects.count()}")
    page = MembersPage(title=room.word(), slug=room.slug(), language=home.language, circle=circle)
    home.add_child(instance=page)


DEEDS = (
    *(take_office, take_office, end_a_term, leave_office, call_a_position_otherwise, show_another_circle),
    gather_people,
)
