"""What editors do to people, topics, pictures, menus, and to what the organisation says of itself."""

from __future__ import annotations

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from communique.content.models import (
    Navigation,
    NavigationEntry,
    Organisation,
    OrganisationText,
    Person,
    PersonText,
    Picture,
    SocialLink,
    Topic,
    TopicText,
)
from communique.sections.articles import forms
from communique.sections.articles.models import ArticleType, ArticleTypeText, Disclaimer

from ..newsroom import LANGUAGES


def rename_person(room):
    person = room.one(Person)
    if person:
        person.name, person.role, person.affiliation = room.word()[:60], room.word(), room.word()
        person.save()


def describe_person(room):
    person = room.one(Person)
    if person:
        person.biography = room.dice.choice(["", f"<p>{room.word()}</p>"])
        person.picture = room.dice.choice([None, room.one(Picture)])
        person.affiliation_ror = room.dice.choice(["", "05gq02987"])
        person.save()


def readdress_person(room):
    person = room.one(Person)
    if person:
        person.slug = room.slug()
        person.full_clean()
        person.save()


def meet_somebody(room):
    person = Person(name=room.word()[:60], slug=room.slug())
    person.full_clean()
    person.save()


def translate_person(room):
    person = room.one(Person)
    if person:
        said = {"name": room.word(), "biography": room.dice.choice(["", f"<p>{room.word()}</p>"])}
        PersonText.objects.update_or_create(person=person, language=room.dice.choice(LANGUAGES), defaults=said)


def forget_somebody(room):
    person = room.one(Person, contributions__isnull=True)
    if person:
        person.delete()


def rename_topic(room):
    topic = room.one(Topic)
    if topic:
        topic.title = room.word()[:60]
        topic.description = room.dice.choice(["", f"<p>{room.word()}</p>"])
        topic.save()


def readdress_topic(room):
    topic = room.one(Topic)
    if topic:
        topic.slug = room.slug()
        topic.full_clean()
        topic.save()


def take_up_a_topic(room):
    topic = Topic(title=room.word()[:60], slug=room.slug())
    topic.full_clean()
    topic.save()


def nest_topic(room):
    topic = room.one(Topic)
    if topic:
        topic.parent = room.dice.choice([None, room.one(Topic)])
        topic.full_clean()
        topic.save()


def translate_topic(room):
    topic = room.one(Topic)
    if topic:
        said = {"title": room.word(), "description": room.dice.choice(["", f"<p>{room.word()}</p>"])}
        TopicText.objects.update_or_create(topic=topic, language=room.dice.choice(LANGUAGES), defaults=said)


def drop_a_topic(room):
    topic = room.one(Topic) if Topic.objects.count() > 2 else None
    if topic:
        topic.delete()


def change_identity(room):
    organisation = Organisation.load()
    organisation.name, organisation.email = room.word(), f"desk{room.dice.randrange(9)}@institute.example"
    organisation.ror = room.dice.choice(["", "05gq02987", "03yrm5c26"])
    organisation.logo = room.dice.choice([None, room.one(Picture)])
    organisation.save()


def translate_identity(room):
    said = {"name": room.word(), "tagline": room.word(), "about": f"<p>{room.word()}</p>"}
    language = room.dice.choice(LANGUAGES)
    OrganisationText.objects.update_or_create(organisation=Organisation.load(), language=language, defaults=said)


def join_a_network(room):
    links = SocialLink.objects.filter(organisation=Organisation.load())
    if links.count() > 2:
        links.first().delete()
    else:
        SocialLink.objects.create(
            organisation=Organisation.load(), label=room.word()[:30], url="https://social.example/"
        )


def change_menu(room):
    menu, page = room.one(Navigation), room.any_page()
    if menu and page:
        NavigationEntry.objects.create(
            navigation=menu, page=page, label=room.word()[:30], sort_order=room.dice.randrange(9)
        )


def link_elsewhere(room):
    menu = room.one(Navigation)
    if menu:
        NavigationEntry.objects.create(navigation=menu, link="https://elsewhere.example/", label=room.word()[:30])


def move_menu(room):
    menu = room.one(Navigation)
    if menu:
        menu.language = room.dice.choice(LANGUAGES)
        menu.full_clean()
        menu.save()


def empty_menu(room):
    NavigationEntry.objects.all().delete()


def translate_type(room):
    kind = room.one(ArticleType)
    if kind:
        said = {"name": room.word()[:60]}
        ArticleTypeText.objects.update_or_create(article_type=kind, language=room.dice.choice(LANGUAGES), defaults=said)


def disclaim(room):
    """Say something else from a day on, which may be long past or to come."""
    kind = room.one(ArticleType)
    if kind:
        since = room.dice.choice([None, room.day().date(), room.soon().date()])
        place = {"article_type": kind, "language": room.dice.choice(LANGUAGES), "since": since}
        Disclaimer.objects.filter(**place).delete()
        Disclaimer.objects.create(**place, text=f"<p>{room.word()} {{organisation}}</p>")


def disclaim_no_more(room):
    version = room.one(Disclaimer)
    if version:
        version.delete()


def rename_type(room):
    kind = room.one(ArticleType)
    if kind:
        kind.name = room.word()[:60]
        kind.described_as = room.dice.choice(ArticleType.Described.values)
        kind.form = room.dice.choice(list(forms.FORMS))
        kind.save()


def drop_a_type(room):
    kind = room.one(ArticleType)
    if kind:
        kind.delete()
    ArticleType.objects.create(name=room.word()[:60])


def describe_picture(room):
    picture = room.one(Picture)
    if picture:
        picture.alt_text, picture.caption, picture.credit = room.word(), room.word(), room.word()
        picture.decorative, picture.licence = room.dice.random() < 0.3, room.dice.choice(["", "CC-BY-4.0"])
        picture.save()


def choose_the_middle_of_a_picture(room):
    picture = room.one(Picture)
    if picture:
        picture.focal_point_x, picture.focal_point_y = room.dice.randrange(30), room.dice.randrange(20)
        picture.save()


def add_a_picture(room):
    _put(room, Picture(title=room.word()[:60], alt_text=room.word()))


def replace_a_picture(room):
    picture = room.one(Picture)
    if picture:
        _put(room, picture)


def throw_a_picture_away(room):
    picture = room.one(Picture) if Picture.objects.count() > 2 else None
    if picture:
        picture.delete()


def _put(room, picture):
    file = BytesIO()
    Image.new("RGB", (60, 30), (room.dice.randrange(256), 0, 0)).save(file, "PNG")
    picture.file = ContentFile(file.getvalue(), name="drawn.png")
    picture.save()


DEEDS = (
    *(rename_person, describe_person, readdress_person, meet_somebody, translate_person, forget_somebody),
    *(rename_topic, readdress_topic, take_up_a_topic, nest_topic, translate_topic, drop_a_topic),
    *(change_identity, translate_identity, join_a_network, change_menu, link_elsewhere, move_menu, empty_menu),
    *(translate_type, disclaim, disclaim, disclaim_no_more, rename_type, drop_a_type),
    *(describe_picture, choose_the_middle_of_a_picture, add_a_picture, replace_a_picture, throw_a_picture_away),
)
