"""People: whoever is named over a post becomes someone named in print, never an account."""

from __future__ import annotations

from django.db import transaction

from communique.content.models import Person
from communique.migration.wordpress.kinds import PAGES
from communique.migration.wordpress.people import Byline, byline
from communique.migration.wordpress.plan import Plan
from communique.text import sanitise, slugs

from .register import Kind, Register


def bring(plan: Plan, register: Register) -> dict[str, int]:
    """All who are named over what is brought, by login; those brought before are as they are here now."""
    known = {login: Byline(**told) for login, told in plan.told("people", {}).items()}
    named: dict[str, Byline] = {}
    for kind in sorted(PAGES):
        for planned in plan.planned("live", "draft", "scheduled", "staff", kind=kind):
            post = plan.post(planned.wordpress_id)
            for person in byline(post, known) if post else ():
                named.setdefault(person.login, person)
    with transaction.atomic():
        return {login: found for login, person in named.items() if (found := _one(person, register)) is not None}


def _one(person: Byline, register: Register) -> int | None:
    row = register.find(Kind.PERSON, person.login)
    if row is None:
        row = register.add(Kind.PERSON, person.login, person=_same(person) or _new(person))
    return row.person_id


def _same(person: Byline) -> Person | None:
    """Someone who is here already: known by the same e-mail address, or the only one of that name."""
    if person.email:
        found = Person.objects.filter(email__iexact=person.email).first()
        if found:
            return found
    namesakes = list(Person.objects.filter(name__iexact=person.name)[:2])
    return namesakes[0] if len(namesakes) == 1 else None


def _new(person: Byline) -> Person:
    taken = set(Person.objects.values_list("slug", flat=True))
    made = Person(
        name=person.name,
        slug=slugs.free(slugs.slug(person.name, fallback="person"), taken),
        email=person.email[:254] if "@" in person.email else "",
        biography=_prose(person.biography),
    )
    made.save()
    return made


def _prose(text: str) -> str:
    clean = sanitise.rich_text(text).strip()
    return clean if not clean or clean.startswith("<p") else f"<p>{clean}</p>"
