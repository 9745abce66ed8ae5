"""What editors do to experts and regions."""

from __future__ import annotations

from communique.content.models import HomePage, Person, Topic
from communique.sections.experts.models import Expert, ExpertsPage, Region, RegionText

from ..newsroom import LANGUAGES


def open_a_finder(room):
    home = room.one(HomePage)
    page = ExpertsPage(
        title=room.word(), slug=room.slug(), language=home.language, introduction=f"<p>{room.word()}</p>"
    )
    home.add_child(instance=page)


def name_a_region(room):
    region = room.one(Region) if Region.objects.count() > 3 else Region()
    region.title = room.word()[:60]
    region.full_clean(exclude=["slug"])
    region.save()
    said = {"title": room.word()[:60]}
    RegionText.objects.update_or_create(region=region, language=room.dice.choice(LANGUAGES), defaults=said)


def call_somebody_an_expert(room):
    person = room.one(Person)
    if person:
        expert = Expert.objects.filter(person=person).first() or Expert(person=person)
        expert.topics = [topic for topic in [room.one(Topic)] if topic]
        expert.regions = [region for region in [room.one(Region)] if region]
        expert.spoken = room.dice.choice(["", "en", "ur en", "fa ru ar"])
        expert.for_media = room.dice.random() < 0.5
        expert.email = room.dice.choice(["", "somebody@institute.example"])
        expert.telephone = room.dice.choice(["", "+92 51 1234567"])
        expert.save()


def call_nobody_an_expert(room):
    expert = room.one(Expert)
    if expert:
        expert.delete()


def forget_a_region(room):
    region = room.one(Region)
    if region:
        region.delete()


DEEDS = (
    *(open_a_finder, name_a_region, name_a_region, call_somebody_an_expert, call_somebody_an_expert),
    *(call_nobody_an_expert, forget_a_region),
)
