"""A draft of a show and of an episode, and one of changes to an episode that is live, with another recording."""

from __future__ import annotations

from communique.sections.shows.models import EpisodePage, ShowPage, Voice
from tests.content.sounds import mp3, recording

from .institute import Institute, body


def plant(at: Institute) -> None:
    home = at.section.get_parent()
    show = home.add_child(instance=ShowPage(title="A public show", slug="talks"))
    live = show.add_child(instance=EpisodePage(title="A public episode", recording=recording("A talk for all")))
    show.introduction, show.title = at.plant("draft of a show"), at.plant("draft of a show: title")
    show.owner_email = f"{at.plant('draft of a show: e-mail')}@institute.example"
    show.save_revision(user=at.user)
    _said_of_an_episode(at, live, "draft of a live episode")
    live.save_revision(user=at.user)
    planned = EpisodePage(slug=at.plant("episode that is a draft: slug"), live=False)
    _said_of_an_episode(at, planned, "episode that is a draft")
    ShowPage.objects.get().add_child(instance=planned).save_revision(user=at.user)


def _said_of_an_episode(at: Institute, page: EpisodePage, what: str) -> None:
    for name in ("title", "standfirst"):
        setattr(page, name, at.plant(f"{what}: {name}"))
    page.body = body(at.plant(f"{what}: body"))
    page.voices = [Voice(person=at.person(what))]
    said = at.plant(f"{what}: recording")
    page.recording = recording(said, content=mp3(said=said), transcript=f"<p>{said}</p>")
