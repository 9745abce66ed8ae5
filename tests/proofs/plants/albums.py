"""A draft of an album with a picture of its own, one under embargo, changes to one that is live, a hidden event."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from communique.content.models import EarlyLink, Picture
from communique.sections.events.models import EventPage, EventsPage
from communique.sections.gallery.models import AlbumPage, AlbumPicture, GalleryPage, ShownPerson
from tests.content import stories

from .institute import Institute


def plant(at: Institute) -> None:
    home = at.section.get_parent()
    section = home.add_child(instance=GalleryPage(title="Gallery", slug="gallery"))
    shown = stories.picture("quay", alt_text="A quay")
    calendar = home.add_child(instance=EventsPage(title="Occasions", slug="occasions"))
    hidden = calendar.add_child(instance=EventPage(title=at.plant("event of an album"), live=False))
    live = AlbumPage(title="A public album", day=date(2026, 11, 3), occasion=hidden.page_ptr)
    live.pictures = [AlbumPicture(picture=shown)]
    section.add_child(instance=live)
    _said_of_an_album(at, live, "draft of a live album", shown)
    live.save_revision(user=at.user)
    planned = AlbumPage(slug=at.plant("album that is a draft: slug"), live=False, day=date(2026, 11, 4))
    _said_of_an_album(at, planned, "album that is a draft", at.picture("picture of an album's draft", "PNG"))
    section.add_child(instance=planned).save_revision(user=at.user)
    _under_embargo(at, section)


def _under_embargo(at: Institute, section: GalleryPage) -> None:
    soon = timezone.now() + timedelta(days=30)
    held = AlbumPage(slug=at.plant("album under embargo: slug"), live=False, day=date(2026, 11, 5), go_live_at=soon)
    _said_of_an_album(at, held, "album under embargo", at.picture("picture under embargo", "PNG"))
    section.add_child(instance=held).save_revision(user=at.user, approved_go_live_at=soon)
    link = EarlyLink.objects.create(page=held, newsroom=at.plant("newsroom with an early link to an album"))
    at.canaries.keep("key of an early link to an album", link.key)


def _said_of_an_album(at: Institute, page: AlbumPage, what: str, picture: Picture) -> None:
    for name in ("title", "place", "introduction"):
        setattr(page, name, at.plant(f"{what}: {name}"))
    told = {name: at.plant(f"{what}: {name} of a picture") for name in ("alt", "caption", "credit")}
    page.pictures = [AlbumPicture(picture=picture, **told)]
    page.people = [ShownPerson(person=at.person(what))]
