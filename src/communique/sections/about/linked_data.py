"""Who belongs to the organisation, in the words of schema.org."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.described import Described, Matter, Somebody
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, nodes


@dataclass(frozen=True)
class Members(Matter):
    """A page about who belongs to the organisation now."""

    people: tuple[Somebody, ...]


@schema_org.of_organisation(Members, page="AboutPage")
def members(page: Described, told: Members) -> Node:
    """What the organisation gains by it: its members."""
    return {"member": [nodes.person(one) for one in told.people]}
