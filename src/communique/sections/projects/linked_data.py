"""A project, and who pays for what, in the words of schema.org."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content.acknowledgements import Support
from communique.content.described import Described, Matter, Somebody
from communique.content.frames import absolute
from communique.content.questions.pages import Link
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, grants, nodes


@dataclass(frozen=True)
class Project(Matter):
    """A project: its aim, its first and last day, who works on it and in what part, who pays, what came of it."""

    title: str
    summary: str
    began: date | None
    ended: date | None
    people: tuple[Somebody, ...]
    supports: tuple[Support, ...]
    outputs: tuple[Link, ...]


@schema_org.entity(Project, anchor="project")
def described(page: Described, project: Project) -> Node:
    """A project as its page shows it."""
    here = absolute(page.address)
    return {
        "@type": "ResearchProject",
        "@id": f"{here}#project",
        "url": here,
        "mainEntityOfPage": {"@id": here},
        "name": project.title,
        "description": project.summary,
        "foundingDate": f"{project.began}" if project.began else "",
        "dissolutionDate": f"{project.ended}" if project.ended else "",
        "parentOrganization": nodes.organisation(),
        "member": [nodes.person(one) for one in project.people],
        "funding": grants.of(project.supports),
        "subjectOf": [
            {"@type": "CreativeWork", "name": one.title, "url": absolute(one.address)} for one in project.outputs
        ],
    }
