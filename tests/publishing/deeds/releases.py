"""What editors do to press rooms and releases."""

from __future__ import annotations

from communique.content.models import EarlyLink, HomePage, Topic
from communique.sections.releases.models import ReleasePage, ReleasesPage


def open_a_press_room(room):
    home = room.one(HomePage)
    page = ReleasesPage(title=room.word(), slug=room.slug(), language=home.language, contact_name=room.word())
    home.add_child(instance=page)


def tell_the_press(room):
    section, topic = room.one(ReleasesPage), room.one(Topic)
    if section:
        page = ReleasePage(title=room.word(), language=section.language, body=room.body(), place=room.word())
        page.published, page.live = room.day(), room.dice.random() < 0.7
        page.topics = [topic] if topic else []
        section.add_child(instance=page)


def name_somebody_to_ask(room):
    page = room.one(room.dice.choice([ReleasesPage, ReleasePage]))
    if page:
        page.contact_name = room.dice.choice(["", room.word()])
        page.contact_email = room.dice.choice(["", "press@institute.example"])
        page.save_revision().publish()


def let_somebody_in(room):
    page = room.one(ReleasePage, live=False)
    if page:
        EarlyLink.objects.create(page=page, newsroom=room.word(), revoked=room.dice.random() < 0.5)


def withdraw_a_release(room):
    page = room.one(ReleasePage)
    if page:
        page.delete()


DEEDS = (
    *(open_a_press_room, tell_the_press, tell_the_press, name_somebody_to_ask, let_somebody_in),
    withdraw_a_release,
)
