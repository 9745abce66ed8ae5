"""One under embargo, with a link for a newsroom; a draft of one that is out."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from communique.content.models import EarlyLink
from communique.sections.releases.models import ReleasePage, ReleasesPage
from tests.content import stories

from .institute import Institute, body


def plant(at: Institute) -> None:
    room = at.section.get_parent().add_child(instance=ReleasesPage(title="Press", contact_name="Press office"))
    soon = timezone.now() + timedelta(days=30)
    names = ("title", "slug", "standfirst", "place", "contact_name", "contact_telephone")
    said = {name: at.plant(f"release under embargo: {name}") for name in names}
    held = ReleasePage(live=False, body=body(at.plant("release under embargo: body")), **said)
    held.go_live_at = soon
    held = room.add_child(instance=held)
    held.save_revision(approved_go_live_at=soon)
    link = EarlyLink.objects.create(page=held, newsroom=at.plant("newsroom with an early link"))
    at.canaries.keep("key of an early link", link.key)
    out = ReleasePage(title="Out", standfirst="For all.", published=stories.FIRST, body=body("Out."))
    out = room.add_child(instance=out)
    out.place, out.contact_name = (
        at.plant("release: place in a draft"),
        at.plant("release: contact in a draft"),
    )
    out.save_revision(user=at.user)
    EarlyLink.objects.create(page=out, newsroom=at.plant("newsroom with a link that is over"))
