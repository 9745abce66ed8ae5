"""Circles that a draft shows, and all; offices to come; experts whose own e-mail is for the desk."""

from __future__ import annotations

from datetime import date

from communique.sections.about.models import Circle, MembersPage, Office, Position
from communique.sections.experts.models import Expert, ExpertsPage, Region

from .institute import Institute


def plant(at: Institute) -> None:
    home = at.section.get_parent()
    hidden = Circle.objects.create(name=at.plant("name of a circle that only a draft shows"))
    position = Position.objects.create(title=at.plant("position that only a draft shows"))
    Office.objects.create(circle=hidden, person=at.person("member of a hidden circle"), position=position)
    said = {name: at.plant(f"page of members: {name}") for name in ("title", "slug", "introduction")}
    home.add_child(instance=MembersPage(circle=hidden, live=False, **said))
    board = Circle.objects.create(name=at.plant("name of a circle"))
    to_come = Position.objects.create(title=at.plant("position in a term to come"))
    chair = at.person("member")
    Office.objects.create(circle=board, person=chair)
    Office.objects.create(circle=board, person=chair, position=to_come, began=date(2999, 1, 1))
    live = home.add_child(instance=MembersPage(title="Board", circle=board))
    live.introduction, live.circle = at.plant("page of members: introduction of a draft"), hidden
    live.save_revision(user=at.user)
    Region.objects.create(title=at.plant("region that nobody knows"))
    Expert.objects.create(person=at.person("expert"), email="asked@institute.example", spoken="en")
    home.add_child(instance=ExpertsPage(title="Experts"))
    home.add_child(instance=ExpertsPage(live=False, **{name: at.plant(f"experts: {name}") for name in said}))
