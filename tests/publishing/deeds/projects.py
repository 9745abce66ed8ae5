"""What editors do to projects and funders, while projects begin and end."""

from __future__ import annotations

from communique.content.models import HomePage, Person, Topic
from communique.sections.projects.models import (
    Funder,
    FunderText,
    ProjectFunding,
    ProjectOutput,
    ProjectPage,
    ProjectPerson,
    ProjectsPage,
)

from ..newsroom import LANGUAGES


def open_projects(room):
    home = room.one(HomePage)
    page = ProjectsPage(title=room.word(), slug=room.slug(), language=home.language, on_funding=f"<p>{room.word()}</p>")
    home.add_child(instance=page)


def begin_a_project(room):
    section, person, topic = room.one(ProjectsPage), room.one(Person), room.one(Topic)
    if section:
        began = room.dice.choice([room.day(), room.soon()]).date()
        page = ProjectPage(title=room.word(), language=section.language, began=began, standfirst=room.word())
        page.people = [ProjectPerson(person=person, role=room.word())] if person else []
        page.topics = [topic] if topic else []
        section.add_child(instance=page)


def complete_a_project(room):
    page = room.one(ProjectPage)
    if page:
        page.ended = room.dice.choice([None, room.day().date(), room.soon().date()])
        page.statement = room.dice.choice(["", room.word()])
        page.save_revision().publish()


def meet_a_funder(room):
    funder = room.one(Funder) if Funder.objects.count() > 2 else Funder()
    funder.name = f"{room.word()} {Funder.objects.count()}"
    funder.ror = room.dice.choice(["", "05gq02987"])
    funder.save()
    said = {"name": room.word()}
    FunderText.objects.update_or_create(funder=funder, language=room.dice.choice(LANGUAGES), defaults=said)


def be_paid(room):
    page, funder = room.one(ProjectPage), room.one(Funder)
    if page and funder:
        amount = room.dice.choice([None, 120_000, 7])
        row = ProjectFunding(funder=funder, year=2024 + room.dice.randrange(3), amount=amount, currency="EUR")
        page.fundings = [row]
        page.save_revision().publish()


def name_outputs(room):
    page, output = room.one(ProjectPage), room.any_page()
    if page and output:
        page.outputs = [ProjectOutput(output=output.page_ptr)]
        page.save_revision().publish()


def drop_a_project(room):
    page = room.one(ProjectPage)
    if page:
        page.delete()


DEEDS = (
    *(open_projects, begin_a_project, begin_a_project, complete_a_project, meet_a_funder, be_paid, be_paid),
    *(name_outputs, name_outputs, drop_a_project),
)
