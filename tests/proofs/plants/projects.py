"""A project that is a draft and pays for what all may read; a draft of a live one; an output nobody may see."""

from __future__ import annotations

from datetime import date

from communique.sections.projects.models import Funder, ProjectFunding, ProjectOutput, ProjectPage, ProjectsPage

from .institute import Institute, body


def plant(at: Institute) -> None:
    home = at.section.get_parent()
    section = home.add_child(instance=ProjectsPage(title="Projects"))
    section.on_funding = at.plant("section of projects: on funding, of a draft")
    section.save_revision(user=at.user)
    hidden = Funder.objects.create(name=at.plant("funder that only drafts name"))
    paid = ProjectFunding(funder=hidden, year=2026, number=at.plant("number of a grant"))
    live = section.add_child(instance=ProjectPage(title="Ports", began=date(2026, 1, 1), standfirst="Why they wait."))
    live.outputs = [ProjectOutput(output=at.draft.page_ptr)]
    live.save()
    live.statement, live.fundings = at.plant("project: statement of a draft"), [paid]
    live.save_revision(user=at.user)
    said = {name: at.plant(f"project: {name}") for name in ("title", "slug", "standfirst", "statement")}
    planned = ProjectPage(live=False, body=body(at.plant("project: body")), **said)
    planned.outputs = [ProjectOutput(output=at.live.page_ptr)]
    planned.fundings = [ProjectFunding(funder=hidden, year=2026, number=at.plant("number of a draft's grant"))]
    section.add_child(instance=planned).save_revision(user=at.user)
