"""What editors do to contact pages, while the page on privacy that their form needs comes and goes."""

from __future__ import annotations

from communique.content.models import HomePage, LegalPage
from communique.readers.contact.models import ContactPage, ContactPlace, ContactSubject


def open_a_door(room):
    home = room.one(HomePage)
    places = [ContactPlace(name=room.word()[:60], address=f"{room.word()}\n{room.word()}", telephone="+92 51 1")]
    page = ContactPage(title=room.word(), slug=room.slug(), language=home.language, places=places)
    page.takes_letters, page.keep_days = room.dice.random() < 0.8, room.dice.choice([30, 365])
    page.subjects = [ContactSubject(label=room.word()[:60], recipients="office@institute.example")]
    home.add_child(instance=page)


def write_on_privacy(room):
    home = room.one(HomePage)
    page = LegalPage(title=room.word(), slug=room.slug(), role="privacy", language=home.language)
    page.full_clean(exclude=["path", "depth"])
    home.add_child(instance=page)


def take_privacy_down(room):
    page = room.one(LegalPage)
    if page:
        page.unpublish()


def write_on_privacy_again(room):
    page = room.one(LegalPage)
    if page:
        page.save_revision().publish()


def change_the_door(room):
    page = room.one(ContactPage)
    if page:
        page.takes_letters, page.keep_days = room.dice.random() < 0.7, room.dice.choice([30, 90, 365])
        page.consent = room.dice.choice(["", room.word()])
        page.introduction = room.dice.choice(["", f"<p>{room.word()}</p>"])
        page.save_revision().publish()


def change_the_subjects(room):
    page = room.one(ContactPage)
    if page:
        several = range(room.dice.randrange(3))
        page.subjects = [ContactSubject(label=room.word()[:60], recipients="a@institute.example") for _ in several]
        page.save_revision().publish()


def move_the_office(room):
    place = room.one(ContactPlace)
    if place:
        place.name, place.address, place.hours = room.word()[:60], room.word(), room.dice.choice(["", room.word()])
        place.save()


def close_the_door(room):
    page = room.one(ContactPage)
    if page:
        page.delete()


DEEDS = (
    *(open_a_door, open_a_door, write_on_privacy, write_on_privacy, take_privacy_down, write_on_privacy_again),
    *(change_the_door, change_the_subjects, move_the_office, close_the_door),
)
