"""The demonstration's pages: a home for each language, its articles, its board and its plain pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from wagtail.models import Page, Site

from communique.content.models import BasePage, HomePage, LegalPage, Person, PlainPage, Topic
from communique.readers.contact.models import ContactPage
from communique.sections.about.models import MembersPage
from communique.sections.articles.models import ArticlePage, ArticlesPage, ArticleType, Contributor
from communique.sections.documents.models import DocumentPage
from communique.sections.events.models import EventPage, EventsPage
from communique.sections.experts.models import ExpertsPage
from communique.sections.gallery.models import AlbumPage, GalleryPage
from communique.sections.media.models import CoveragePage, MediaPage
from communique.sections.projects.models import ProjectPage, ProjectsPage
from communique.sections.releases.models import ReleasePage, ReleasesPage
from communique.sections.series.models import SeriesPage, SeriesPart
from communique.sections.shows.models import EpisodePage, ShowPage

from . import (
    circles,
    contact,
    documents,
    events,
    experts,
    gallery,
    institute,
    media,
    projects,
    releases,
    sheets_of_paper,
    shows,
    texts,
)
from .library import Library
from .manuscripts import Manuscript
from .markup import References

OPENED = datetime(2019, 3, 1, 6, tzinfo=UTC)
LAST_AT_THE_DESK = datetime(2026, 11, 20, 9, tzinfo=UTC)
PLAIN_ORDER = ("about", "methods")
LEGAL_ORDER = ("privacy", "accessibility")

Planted = TypeVar("Planted", bound=BasePage)


@dataclass(frozen=True)
class Cast:
    """What pages refer to, by slug."""

    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    types: Mapping[str, ArticleType]
    library: Library


@dataclass
class Tree:
    """The pages as they are planted; their bodies follow, since texts refer to one another."""

    cast: Cast
    homes: dict[str, HomePage] = field(default_factory=dict)
    sections: dict[str, ArticlesPage] = field(default_factory=dict)
    circles: dict[str, dict[str, MembersPage]] = field(default_factory=dict)
    experts: dict[str, ExpertsPage] = field(default_factory=dict)
    plain: dict[str, PlainPage] = field(default_factory=dict)
    legal: dict[str, LegalPage] = field(default_factory=dict)
    articles: dict[str, ArticlePage] = field(default_factory=dict)
    series: dict[str, SeriesPage] = field(default_factory=dict)
    calendars: dict[str, EventsPage] = field(default_factory=dict)
    events: dict[str, EventPage] = field(default_factory=dict)
    workshops: dict[str, ProjectsPage] = field(default_factory=dict)
    projects: dict[str, ProjectPage] = field(default_factory=dict)
    galleries: dict[str, GalleryPage] = field(default_factory=dict)
    albums: dict[str, AlbumPage] = field(default_factory=dict)
    contact: dict[str, ContactPage] = field(default_factory=dict)
    media: dict[str, MediaPage] = field(default_factory=dict)
    coverage: dict[str, CoveragePage] = field(default_factory=dict)
    rooms: dict[str, ReleasesPage] = field(default_factory=dict)
    releases: dict[str, ReleasePage] = field(default_factory=dict)
    shows: dict[str, ShowPage] = field(default_factory=dict)
    episodes: dict[str, EpisodePage] = field(default_factory=dict)
    documents: dict[str, DocumentPage] = field(default_factory=dict)
    manuscripts: dict[int, Manuscript] = field(default_factory=dict)
    edited: dict[int, datetime] = field(default_factory=dict)
    changes: dict[int, tuple[texts.Change, ...]] = field(default_factory=dict)

    def everything(self) -> list[BasePage]:
        """Every page."""
        return [
            *self.homes.values(),
            *self.sections.values(),
            *(page for pages in self.circles.values() for page in pages.values()),
            *self.experts.values(),
            *self.plain.values(),
            *self.legal.values(),
            *self.articles.values(),
            *self.series.values(),
            *self.calendars.values(),
            *self.events.values(),
            *self.workshops.values(),
            *self.projects.values(),
            *self.galleries.values(),
            *self.albums.values(),
            *self.contact.values(),
            *self.media.values(),
            *self.coverage.values(),
            *self.rooms.values(),
            *self.releases.values(),
            *self.shows.values(),
            *self.episodes.values(),
            *self.documents.values(),
        ]

    def references(self, language: str) -> References:
        """What the texts of a language point to."""
        document = self.documents[language].versions.last().document_id
        return References(lambda target: self._page(target, language), self.cast.library.drawing, document)

    def _page(self, target: str, language: str) -> int:
        """The id of the page that a link names: "article:name" here, "article:ru/name" in Russian."""
        kind, _, name = target.partition(":")
        found = self.articles.get(name if "/" in name else f"{language}/{name}")
        if kind != "article" or found is None:
            raise LookupError(f"the link {target!r} leads to no text of ours.")
        return int(found.pk)


def plant(cast: Cast) -> Tree:
    """Make every page, with its address and its place in the lists, but without its body."""
    tree = Tree(cast)
    root = Page.get_first_root_node()
    for edition in institute.editions():
        _open(tree, root, edition)
    _settle_site(root, tree.homes["en"])
    circles.plant(tree, _added)
    experts.plant(tree, _added)
    for article in texts.articles():
        _add_article(tree, article)
    for told in institute.series():
        _add_series(tree, told)
    events.plant(tree, _added)
    projects.plant(tree, _added)
    gallery.plant(tree, _added)
    contact.plant(tree, _added)
    media.plant(tree, _added)
    releases.plant(tree, _added)
    shows.plant(tree, _added)
    documents.plant(tree, _added)
    return tree


def _open(tree: Tree, root: Page, edition: institute.Edition) -> None:
    language = edition.language
    home = HomePage(title=edition.home, slug=language, introduction=_prose(edition.introduction))
    tree.homes[language] = _added(tree, root, home, language, tree.homes.get("en"))
    section = ArticlesPage(
        title=edition.articles["title"],
        slug=edition.articles["slug"],
        introduction=_prose(edition.articles["introduction"]),
    )
    tree.sections[language] = _added(tree, home, section, language, tree.sections.get("en"))
    pages = texts.plain_pages(language)
    for name in PLAIN_ORDER:
        text = pages[name]
        page = PlainPage(title=text.title, slug=text.slug, standfirst=text.standfirst)
        tree.plain[f"{language}/{name}"] = _added(tree, home, page, language, tree.plain.get(f"en/{name}"))
        tree.manuscripts[page.pk] = text.manuscript
    for name in LEGAL_ORDER:
        text = pages[name]
        legal = LegalPage(title=text.title, slug=text.slug, standfirst=text.standfirst, role=name)
        tree.legal[f"{language}/{name}"] = _added(tree, home, legal, language, tree.legal.get(f"en/{name}"))
        tree.manuscripts[legal.pk] = text.manuscript


def _settle_site(root: Page, home: HomePage) -> None:
    """Readers begin at the first home; Wagtail's page of welcome goes."""
    settled = Site.objects.filter(is_default_site=True).update(root_page=home, site_name=home.title)
    if not settled:
        Site.objects.create(hostname="localhost", is_default_site=True, root_page=home, site_name=home.title)
    for welcome in root.get_children().exact_type(Page):
        welcome.delete()
    Site.clear_site_root_paths_cache()


def _add_article(tree: Tree, article: texts.Article) -> None:
    live = article.state == "live"
    # By name: the type checker sees no children in a page that has fields of several classes.
    children: dict[str, Any] = {
        "contributors": [_contributor(tree.cast, one, place, article) for place, one in enumerate(article.credits)],
        "pdfs": sheets_of_paper.of_article(article),
    }
    page = ArticlePage(
        title=article.title,
        slug=article.slug,
        kicker=article.kicker,
        standfirst=article.standfirst,
        findings="\n".join(article.findings),
        article_type=tree.cast.types[article.type],
        published=article.published if live else None,
        updated=article.updated,
        origin=article.origin,
        origin_link=article.origin_link,
        origin_date=article.origin_date,
        permission=article.permission,
        lead_picture=tree.cast.library.drawings[article.picture],
        lead_alt=article.picture_alt,
        lead_caption=article.picture_caption,
        lead_credit=institute.drawn_by(article.language),
        go_live_at=article.published if article.state == "scheduled" else None,
        topics=[tree.cast.topics[slug] for slug in article.topics],
        **children,
        **article.own,
    )
    original = tree.articles[f"{article.original}/{article.name}"] if article.original else None
    section = tree.sections[article.language]
    opened = article.published if article.state != "scheduled" else LAST_AT_THE_DESK
    tree.articles[article.key] = _added(
        tree, section, page, article.language, original, opened=opened, edited=article.updated, live=live
    )
    tree.manuscripts[page.pk] = article.manuscript
    tree.changes[page.pk] = article.changes


def _add_series(tree: Tree, told: institute.Series) -> None:
    parts = [
        SeriesPart(part=tree.articles[f"{told.language}/{name}"].page_ptr, sort_order=place)
        for place, name in enumerate(told.parts)
    ]
    page = SeriesPage(title=told.title, slug=told.slug, introduction=_prose(told.introduction), parts=parts)
    first = tree.series.get(told.name)
    added = _added(tree, tree.homes[told.language], page, told.language, first)
    tree.series[told.name if first is None else f"{told.name}/{told.language}"] = added


def _contributor(cast: Cast, credit: texts.Credit, place: int, article: texts.Article) -> Contributor:
    return Contributor(
        person=cast.people[credit.person],
        role=credit.role,
        affiliation=institute.affiliation(credit.person, article.language),
        sort_order=place,
    )


def _added(
    tree: Tree,
    parent: Page,
    page: Planted,
    language: str,
    original: BasePage | None,
    *,
    opened: datetime = OPENED,
    edited: datetime | None = None,
    live: bool = True,
) -> Planted:
    page.language, page.original, page.live = language, original, live
    page.has_unpublished_changes = not live
    if live:
        page.first_published_at, page.last_published_at = opened, edited or opened
    parent.add_child(instance=page)
    tree.edited[page.pk] = edited or opened
    return page


def _prose(text: str) -> str:
    return f"<p>{text}</p>"
