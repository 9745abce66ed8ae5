"""What editors do to albums."""

from __future__ import annotations

from communique.content.models import HomePage, Person, Picture
from communique.sections.events.models import EventPage
from communique.sections.gallery.models import AlbumPage, AlbumPicture, GalleryPage, ShownPerson


def open_a_gallery(room):
    home = room.one(HomePage)
    page = GalleryPage(
        title=room.word(), slug=room.slug(), language=home.language, introduction=f"<p>{room.word()}</p>"
    )
    home.add_child(instance=page)


def hang_an_album(room):
    section, picture = room.one(GalleryPage), room.one(Picture)
    if section:
        page = AlbumPage(title=room.word(), language=section.language, day=room.day().date())
        page.pictures = [AlbumPicture(picture=picture, alt=room.word())] if picture else []
        section.add_child(instance=page)


def hang_another_picture(room):
    """Now and then one that hangs there already."""
    album, picture = room.one(AlbumPage), room.one(Picture)
    if album and picture:
        album.pictures.add(AlbumPicture(picture=picture, caption=room.word(), credit=room.word()))
        album.save_revision().publish()


def hang_them_anew(room):
    album = room.one(AlbumPage)
    if album:
        pictures = list(album.pictures.all())
        room.dice.shuffle(pictures)
        for place, picture in enumerate(pictures):
            picture.sort_order = place
        album.pictures = pictures
        album.cover_picture = room.dice.choice([None, room.one(Picture)])
        album.save()


def take_a_picture_down(room):
    picture = room.one(AlbumPicture)
    if picture:
        picture.delete()


def say_where_it_was(room):
    album = room.one(AlbumPage)
    if album:
        event = room.one(EventPage)
        album.occasion = event.page_ptr if event else None
        album.day, album.place, album.introduction = room.day().date(), room.word(), f"<p>{room.word()}</p>"
        album.save_revision().publish()


def say_who_is_seen(room):
    album, person = room.one(AlbumPage), room.one(Person)
    if album and person:
        album.people = [ShownPerson(person=person)]
        album.save_revision().publish()


def take_an_album_down(room):
    album = room.one(AlbumPage)
    if album:
        album.delete()


DEEDS = (
    *(open_a_gallery, hang_an_album, hang_an_album, hang_another_picture, hang_another_picture, hang_them_anew),
    *(take_a_picture_down, say_where_it_was, say_where_it_was, say_who_is_seen, take_an_album_down),
)
