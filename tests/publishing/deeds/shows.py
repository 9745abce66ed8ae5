"""What editors do to shows: episodes with recordings and voices, covers, and taking it all back."""

from __future__ import annotations

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from communique.content.models import HomePage, Person, Picture, Recording
from communique.sections.shows.models import EpisodePage, ShowPage, Voice


def open_a_show(room):
    home = room.one(HomePage)
    page = ShowPage(title=room.word(), slug=room.slug(), language=home.language, introduction=f"<p>{room.word()}</p>")
    home.add_child(instance=page)


def give_a_show_a_cover(room):
    page = room.one(ShowPage)
    if page:
        file = BytesIO()
        side = room.dice.choice([1400, 300])
        Image.new("L", (side, side), room.dice.randrange(255)).save(file, "JPEG")
        cover = Picture(title="cover", decorative=True, file=ContentFile(file.getvalue(), name="cover.jpg"))
        cover.save()
        page.cover, page.explicit = cover, room.dice.random() < 0.5
        page.save_revision().publish()


def put_out_an_episode(room):
    show = room.one(ShowPage)
    if show:
        person = room.one(Person)
        page = EpisodePage(
            title=room.word(),
            slug=room.slug(),
            language=show.language,
            standfirst=room.word(),
            number=room.dice.randrange(9),
            recording=room.one(Recording),
            body=room.body(),
        )
        page.voices = [Voice(person=person, part=room.dice.choice(["host", "guest"]))] if person else []
        show.add_child(instance=page)


def say_more_of_an_episode(room):
    page = room.one(EpisodePage)
    if page:
        page.title, page.recording = room.word(), room.one(Recording)
        page.save_revision().publish()


def withdraw_an_episode(room):
    page = room.one(EpisodePage)
    if page:
        page.unpublish()


DEEDS = (
    *(open_a_show, give_a_show_a_cover, put_out_an_episode, put_out_an_episode),
    *(say_more_of_an_episode, withdraw_an_episode),
)
