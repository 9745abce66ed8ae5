"""Founding a site: a home for each language, a section for articles in it, a menu, types, and drafts of legal pages."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from wagtail.models import Page, Site

from communique.content.models import HomePage, Navigation, NavigationEntry, Organisation, OrganisationText
from communique.sections.articles.models import ArticlesPage

from . import starting, starting_types

WORDS = {
    "en": ("Home", "Articles"),
    "ur": ("صفحۂ اول", "مضامین"),
    "ar": ("الصفحة الرئيسية", "مقالات"),
    "ru": ("Главная", "Статьи"),
}


@transaction.atomic
def found(name: str, languages: Sequence[str]) -> None:
    """Begin the site, unless it has pages already."""
    if HomePage.objects.exists():
        return
    root = Page.get_first_root_node()
    homes: list[HomePage] = []
    for language in languages:
        homes.append(_open(root, language, homes[0] if homes else None))
    _settle(root, homes[0], name)
    starting_types.add_types(languages)
    organisation = Organisation.load()
    organisation.name = name
    organisation.texts = [OrganisationText(language=language, name=name) for language in languages]
    organisation.save()


def _open(root: Page, language: str, original: HomePage | None) -> HomePage:
    home_title, articles_title = WORDS[language]
    home = HomePage(title=home_title, slug=language, language=language, original=original)
    root.add_child(instance=home)
    section = ArticlesPage(title=articles_title, slug="articles", language=language)
    if original is not None:
        section.original = ArticlesPage.objects.child_of(original).get()
    home.add_child(instance=section)
    for page in (home, section):
        page.save_revision().publish()
    starting.draft_legal_pages(home, original)
    Navigation(language=language, entries=[NavigationEntry(page=section, sort_order=0)]).save()
    return home


def _settle(root: Page, home: HomePage, name: str) -> None:
    """Readers begin at the first home; Wagtail's page of welcome goes."""
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", is_default_site=True, root_page=home, site_name=name)
    for welcome in root.get_children().exact_type(Page):
        welcome.delete()
    Site.clear_site_root_paths_cache()
