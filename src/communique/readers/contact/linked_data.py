"""Where an organisation can be reached, in the words of schema.org."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.described import Described, Matter
from communique.syndication import schema_org
from communique.syndication.schema_org import Node


@dataclass(frozen=True)
class Office:
    """A place at which the organisation can be reached."""

    name: str
    address: str = ""
    telephone: str = ""
    email: str = ""
    map_link: str = ""


@dataclass(frozen=True)
class Reachable(Matter):
    """A page about how one reaches the organisation."""

    offices: tuple[Office, ...]


@schema_org.of_organisation(Reachable, page="ContactPage")
def described(page: Described, reachable: Reachable) -> Node:
    """What the organisation gains by it: places, and ways to reach each."""
    offices = reachable.offices
    return {
        "location": [
            {"@type": "Place", "name": one.name, "address": one.address, "hasMap": one.map_link}
            for one in offices
            if one.address
        ],
        "contactPoint": [
            {"@type": "ContactPoint", "name": one.name, "telephone": one.telephone, "email": one.email}
            for one in offices
            if one.telephone or one.email
        ],
    }
