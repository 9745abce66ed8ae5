"""Rows of any model, made by its definition: a word in each field that takes one, and in all that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_m2m_relations, get_all_child_relations
from wagtail.documents.models import Document
from wagtail.models import Collection, Comment, Page

from communique.accounts.models import User
from tests.content import stories

from . import fields
from .words import Purse

GIVEN: dict[str, dict[str, Any]] = {
    "wagtailcore.PageLogEntry": {"action": "wagtail.edit"},
    "wagtailcore.ModelLogEntry": {"action": "wagtail.edit"},
}
"""What a row must have that its definition doesn't tell."""

DATES = {
    "published": stories.FIRST,
    "first_day": date(2026, 12, 3),
    "begins": time(15),
    "finishes": time(17),
    "day": date(2026, 11, 3),
    "began": date(2026, 1, 5),
}
"""What may be empty on a page until it is published."""

BESIDES = (Comment,)
"""What Wagtail hangs on pages for its editors; it is planted by itself."""

ANY: tuple[tuple[type[models.Field], Any], ...] = (
    (models.DateTimeField, stories.NOW),
    (models.DateField, date(2026, 1, 1)),
    (models.TimeField, time(12)),
    (models.IntegerField, 1),
    (models.BooleanField, False),
)


def row(model: type[models.Model], purse: Purse, **given: Any) -> Any:
    """One of the model, saved, with its children."""
    made = drafted(model, purse, **given)
    if issubclass(model, Collection):
        return Collection.get_first_root_node().add_child(instance=made)
    made.save()
    return made


def drafted(model: type[models.Model], purse: Purse, **given: Any) -> Any:
    """The same, not saved yet."""
    given = GIVEN.get(model._meta.label, {}) | given
    made = model(**(dict(_what_it_needs(model, purse, given)) | fields.values(model, purse) | given))
    if issubclass(model, User):
        made.set_password(purse.word("password"))
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            child = relation.related_model
            if not issubclass(child, BESIDES):
                within = purse.within(relation.get_accessor_name())
                getattr(made, relation.get_accessor_name()).add(drafted(child, within, **{relation.field.name: made}))
        for several in get_all_child_m2m_relations(model):
            setattr(made, several.name, [chosen(several.related_model, purse.within(several.name))])
    return made


def rewrite(page: Page, purse: Purse) -> None:
    """Other words in every field of a page, and other rows that it leads to; nothing of the page is saved."""
    other = drafted(type(page), purse)
    for field in page._meta.concrete_fields:
        if field in set(fields.of(type(page))) or (isinstance(field, models.ForeignKey) and not _is_settled(field)):
            setattr(page, field.name, getattr(other, field.name))
    for relation in get_all_child_relations(type(page)):
        if not issubclass(relation.related_model, BESIDES):
            name = relation.get_accessor_name()
            setattr(page, name, list(getattr(other, name).all()))
    for several in get_all_child_m2m_relations(type(page)):
        setattr(page, several.name, list(getattr(other, several.name).all()))


def chosen(model: type[models.Model], purse: Purse) -> models.Model:
    """What a field or a block of a page leads to: a page that all may read, or something of its own."""
    if issubclass(model, Page):
        return Page.objects.live().filter(depth__gt=2).order_by("pk").first().specific
    if issubclass(model, User | ContentType) or not list(fields.of(model)):
        found = model._default_manager.order_by("pk").first()
        return found if found is not None else row(model, purse)
    return row(model, purse)


def _what_it_needs(model: type[models.Model], purse: Purse, given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if field.name in given or isinstance(field, models.AutoField) or _is_settled(field):
            continue
        if isinstance(field, models.ForeignKey):
            if not field.null or _is_worth_filling(field, model):
                yield field.name, _target(field, purse)
        elif issubclass(model, Page) and field.name in DATES:
            yield field.name, DATES[field.name]
        elif field.has_default() or field.null or _is_stamped(field):
            continue
        elif field.choices:
            yield field.name, next(key for key, _ in field.flatchoices if key)
        else:
            fits = next((value for sort, value in ANY if isinstance(field, sort)), None)
            if fits is not None:
                yield field.name, fits


def _is_worth_filling(field: models.ForeignKey, model: type[models.Model]) -> bool:
    """What may be empty leads to something of its own, or nowhere: not to a page, and not to another of its kind."""
    target = field.remote_field.model
    ours = target.__module__.startswith("communique.") or issubclass(target, Document)
    return ours and not issubclass(target, (Page, User, model))


def _is_stamped(field: models.Field) -> bool:
    return bool(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))


def _is_settled(field: models.Field) -> bool:
    """What Django and Wagtail fill in themselves: the row of the model that is extended, and what all pages have."""
    return field.model is Page or (isinstance(field, models.ForeignKey) and bool(field.remote_field.parent_link))


def _target(field: models.ForeignKey, purse: Purse) -> Any:
    target = field.remote_field.model
    if issubclass(target, Page) and target is not Page:
        return target.objects.order_by("pk").first()
    return chosen(target, purse.within(field.name))


def loose() -> Iterator[type[models.Model]]:
    """The models that aren't pages, nor hang on another: each may have rows of its own."""
    for model in apps.get_models():
        # Editors' comments hang on pages, and are no part of what a page says.
        alone = issubclass(model, BESIDES) or not _hangs(model)
        if model._meta.managed and not issubclass(model, Page) and alone and any(fields.of(model)):
            yield model


def hanging() -> Iterator[type[models.Model]]:
    """Those that hang on another: they are made with it."""
    return (model for model in apps.get_models() if _hangs(model) and not issubclass(model, BESIDES))


def _hangs(model: type[models.Model]) -> bool:
    return any(isinstance(field, ParentalKey) for field in model._meta.concrete_fields)
