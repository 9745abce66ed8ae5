"""Where an organisation can be reached, in the words of schema.org."""

from __future__ import annotations

from typing import Any

from communique.content.described import Reachable

Node = dict[str, Any]


def described(reachable: Reachable) -> Node:
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
