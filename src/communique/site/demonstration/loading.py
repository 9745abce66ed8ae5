"""Bringing the demonstration into a new site: all of it or, if it is there already, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from communique.content import amendments, languages
from communique.content.models import (
    BasePage,
    HomePage,
    LegalPage,
    Navigation,
    NavigationEntry,
    Organisation,
    OrganisationText,
    Person,
    PersonText,
    Picture,
    PlainPage,
    Topic,
    TopicText,
)
from communique.sections.articles.models import ArticlePage, ArticleType, ArticleTypeText, Disclaimer

from . import institute
from .front import curate
from .library import Library, hang
from .markup import blocks
from .texts import LANGUAGES
from .tree import Cast, Tree, plant


class NotForDemonstration(RuntimeError):
    """The demonstration doesn't belong into this site; says why, and what would do."""


@dataclass(frozen=True)
class Loaded:
    """What the site has of the demonstration now."""

    articles: int
    people: int
    pictures: int
    already: bool = False


def load() -> Loaded:
    """Bring the demonstration into this site; a second time changes nothing. Raises NotForDemonstration."""
    if there := _there_already():
        return there
    _refuse_what_is_not_ours()
    # Which page refers to which picture is written down once, when bodies are there, and not at every step.
    with transaction.atomic(), disable_reference_index_auto_update():
        return _loaded()


def _loaded() -> Loaded:
    _organisation()  # its name stands in titles
    library = hang()
    cast = Cast(people=_people(library), topics=_topics(), types=_types(), library=library)
    tree = plant(cast)
    _write_bodies(tree)
    _curate_homes(tree)
    _begin_history(tree)
    _tell_changes(tree)
    _menus(tree)
    return Loaded(len(tree.articles), len(cast.people), len(library.drawings) + len(library.portraits) + 1)


def _there_already() -> Loaded | None:
    if not Organisation.objects.filter(name=institute.editions()[0].name).exists():
        return None
    return Loaded(ArticlePage.objects.count(), Person.objects.count(), Picture.objects.count(), already=True)


def _refuse_what_is_not_ours() -> None:
    if set(languages.published()) != set(LANGUAGES) or languages.default() != LANGUAGES[0]:
        wanted = ", ".join(f'"{language}"' for language in LANGUAGES)
        raise NotForDemonstration(f"The demonstration is in four languages: [site] languages = [{wanted}].")
    if Page.objects.filter(depth__gt=1).not_exact_type(Page).exists():
        raise NotForDemonstration("This site has pages of its own; load the demonstration into a new one.")


def _people(library: Library) -> dict[str, Person]:
    people = {}
    for named in institute.people():
        texts = [PersonText(language=language, **_rich(named, language, "biography")) for language in LANGUAGES[1:]]
        own = _rich(named, LANGUAGES[0], "biography")
        people[named.slug] = Person(slug=named.slug, picture=library.portraits[named.slug], texts=texts, **own)
        people[named.slug].save()
    return people


def _topics() -> dict[str, Topic]:
    topics: dict[str, Topic] = {}
    for named in institute.topics():
        texts = [TopicText(language=language, **_rich(named, language, "description")) for language in LANGUAGES[1:]]
        above = topics[named.parent] if named.parent else None
        own = _rich(named, LANGUAGES[0], "description")
        topics[named.slug] = Topic(slug=named.slug, parent=above, texts=texts, **own)
        topics[named.slug].save()
    return topics


def _types() -> dict[str, ArticleType]:
    types = {}
    for named in institute.types():
        types[named.slug] = ArticleType(
            slug=named.slug,
            name=named.texts[LANGUAGES[0]]["name"],
            form=institute.FORMS[named.slug],
            described_as=institute.DESCRIBED[named.slug],
            texts=[ArticleTypeText(language=language, name=named.texts[language]["name"]) for language in LANGUAGES],
            disclaimers=[
                Disclaimer(language=language, text=_rich(named, language, "disclaimer")["disclaimer"])
                for language in LANGUAGES
            ],
        )
        types[named.slug].save()
    return types


def _rich(named: institute.Named, language: str, prose: str) -> dict[str, str]:
    """What is said in a language, its prose as the desk's rich text keeps it."""
    said = dict(named.texts[language])
    return {**said, prose: f"<p>{said[prose]}</p>"}


def _write_bodies(tree: Tree) -> None:
    for page in (*tree.articles.values(), *tree.plain.values(), *tree.legal.values()):
        body = blocks(tree.manuscripts[page.pk], tree.references(page.language))
        page.body = body  # the field turns a list into its own kind of value
    ArticlePage.objects.bulk_update(tree.articles.values(), ["body"])
    PlainPage.objects.bulk_update(tree.plain.values(), ["body"])
    LegalPage.objects.bulk_update(tree.legal.values(), ["body"])


def _curate_homes(tree: Tree) -> None:
    for language, home in tree.homes.items():
        slots: Any = curate(tree, language, timezone.localdate())  # the field turns a list into its own kind of value
        home.slots = slots
    HomePage.objects.bulk_update(tree.homes.values(), ["slots"])


def _begin_history(tree: Tree) -> None:
    """Give every page the revision that editors go on from, dated as its text is."""
    pages = tree.everything()
    revisions = Revision.objects.bulk_create([_revision(page, tree.edited[page.pk]) for page in pages])
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision, page.latest_revision_created_at = revision, revision.created_at
        page.live_revision = revision if page.live else None
    Page.objects.bulk_update(pages, ["latest_revision", "latest_revision_created_at", "live_revision"])
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)


def _revision(page: BasePage, edited: datetime) -> Revision:
    return Revision(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        object_str=str(page),
        created_at=edited,
        approved_go_live_at=page.go_live_at,
        content=page.serializable_data(),
    )


def _tell_changes(tree: Tree) -> None:
    """What readers were told of changes, each at its time."""
    for page in tree.articles.values():
        for change in tree.changes[page.pk]:
            amendments.tell(page, change.told, change.published)


def _menus(tree: Tree) -> None:
    for language in LANGUAGES:
        pages: list[Page] = [tree.sections[language], tree.workshops[language], tree.calendars[language]]
        pages += [tree.media[language], tree.galleries[language]]
        pages += [tree.plain[f"{language}/methods"], tree.plain[f"{language}/about"], tree.circles["board"][language]]
        pages += [tree.circles["fellows"][language], tree.experts[language], tree.rooms[language]]
        pages += [tree.shows[language]] if language in tree.shows else []
        pages += [tree.contact[language]]
        entries = [NavigationEntry(page=page, sort_order=place) for place, page in enumerate(pages)]
        Navigation(language=language, entries=entries).save()


def _organisation() -> None:
    founded, email = institute.contact()
    own, *_ = editions = institute.editions()
    organisation = Organisation.load()
    organisation.name, organisation.short_name = own.name, own.short_name
    organisation.described_as = organisation.Described.RESEARCH
    organisation.founded, organisation.email = founded, email
    organisation.texts = [
        OrganisationText(
            language=edition.language,
            name=edition.name,
            short_name=edition.short_name,
            tagline=edition.tagline,
            address=edition.address,
            about=f"<p>{edition.about}</p>",
        )
        for edition in editions
    ]
    organisation.save()
