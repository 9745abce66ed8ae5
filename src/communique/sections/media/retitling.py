"""Titles of coverage follow the names they are made of: a person's, an outlet's, our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save

from communique.content.models import Organisation, OrganisationText, Person, PersonText

from .models import CoveragePage, Outlet, OutletText

Find = Callable[[Any], "QuerySet[CoveragePage]"]
"""A record that was kept or deleted → the coverage whose titles may name it."""

NAMES: dict[type[Model], Find] = {
    Person: lambda one: _with(people__person_id=one.pk),
    PersonText: lambda one: _with(people__person_id=one.person_id),
    Outlet: lambda one: _with(outlet_id=one.pk),
    OutletText: lambda one: _with(outlet_id=one.outlet_id),
    Organisation: lambda _: _with(people=None),
    OrganisationText: lambda _: _with(people=None),
}


def _with(**fields: Any) -> QuerySet[CoveragePage]:
    return CoveragePage.objects.filter(**fields).distinct()


def follow(sender: type[Model], instance: Model, raw: bool = False, **_: Any) -> None:
    """Compose the titles anew that name a record; what a draft says besides waits until it is published."""
    if raw:
        return
    for page in NAMES[sender](instance).order_by("pk"):
        before = page.title
        page.entitle()
        if page.title != before:
            changed = ["title"] if page.has_unpublished_changes else ["title", "draft_title"]
            page.draft_title = page.title
            page.save(clean=False, update_fields=changed)


def declare() -> None:
    """Hear of names that change."""
    for model in NAMES:
        for signal in (post_save, post_delete):
            signal.connect(follow, sender=model, dispatch_uid=f"media titles: {model.__name__} {id(signal)}")
