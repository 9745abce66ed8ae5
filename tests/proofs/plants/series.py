"""A public one whose other parts nobody may see, and one that is a draft itself."""

from __future__ import annotations

from communique.sections.articles.models import ArticlePage
from communique.sections.series.models import SeriesPage, SeriesPart

from .institute import Institute


def plant(at: Institute) -> None:
    hidden = [at.draft, *ArticlePage.objects.filter(title__in=at.canaries.planted)]
    parts = [SeriesPart(part=page.page_ptr) for page in (at.live, *hidden)]
    home = at.section.get_parent()
    home.add_child(instance=SeriesPage(title="A public series", slug="a-public-series", parts=parts))
    words = {name: at.plant(f"series that is a draft: {name}") for name in ("title", "introduction", "slug")}
    planned = SeriesPage(**words, live=False, parts=[SeriesPart(part=at.live.page_ptr)])
    home.add_child(instance=planned).save_revision()
