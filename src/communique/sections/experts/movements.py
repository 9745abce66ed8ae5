"""What follows when people and topics are given other addresses: cards, and lists of who knows a topic, lead on."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models.signals import pre_save

from communique.content import addressing
from communique.content.models import Person, Topic

from . import cards, sheets
from .models import Expert, ExpertsPage
from .narrowing import Thing
from .questions import Known


def watch() -> None:
    """Follow people and topics."""
    pre_save.connect(person_renamed, sender=Person, dispatch_uid="experts.person")
    pre_save.connect(topic_renamed, sender=Topic, dispatch_uid="experts.topic")


def person_renamed(instance: Person, **_: Any) -> None:
    """Let the card of somebody lead to where it is now."""
    before = Person.objects.filter(pk=instance.pk).values_list("slug", flat=True).first() if instance.pk else None
    if before and before != instance.slug and Expert.objects.filter(person=instance.pk).exists():
        addressing.renamed(cards.address, before, instance.slug)


def topic_renamed(instance: Topic, **_: Any) -> None:
    """Let the lists of those who know a topic lead to where they are now."""
    before = Topic.objects.filter(pk=instance.pk).values_list("slug", flat=True).first() if instance.pk else None
    if not before or before == instance.slug:
        return
    for page in ExpertsPage.objects.live():
        addressing.renamed(partial(_list_of, page.address), before, instance.slug)
        for other in _known_beside(instance):
            addressing.renamed(partial(_list_of, page.address, other=other), before, instance.slug)


def _known_beside(topic: Topic) -> set[Thing]:
    """What is known by those who know a topic: with it, they may have lists of two things."""
    experts = Expert.objects.filter(topics=topic)
    regions = experts.exclude(regions=None).values_list("regions__slug", flat=True)
    spoken = (code for several in experts.values_list("spoken", flat=True) for code in several.split())
    return {Thing("regions", Known("", slug)) for slug in regions} | {
        Thing("languages", Known("", code)) for code in spoken
    }


def _list_of(page: str, slug: str, _language: str, other: Thing | None = None) -> str:
    topic = Thing("topics", Known("", slug))
    return sheets.at(page, topic, other) if other else sheets.at(page, topic)
