"""What editors do to series."""

from __future__ import annotations

from communique.content.models import HomePage
from communique.sections.articles.models import ArticlePage
from communique.sections.series.models import SeriesPage, SeriesPart


def begin_a_series(room):
    home = room.one(HomePage)
    page = SeriesPage(title=room.word(), slug=room.slug(), language=home.language, introduction=f"<p>{room.word()}</p>")
    home.add_child(instance=page)


def add_a_part(room):
    series, article = room.one(SeriesPage), room.one(ArticlePage)
    if series and article:
        series.parts.add(SeriesPart(part=article.page_ptr))
        series.save_revision().publish()


def order_parts_anew(room):
    series = room.one(SeriesPage)
    if series:
        parts = list(series.parts.all())
        room.dice.shuffle(parts)
        for place, part in enumerate(parts):
            part.sort_order = place
        series.parts = parts
        series.save()


def leave_a_part_out(room):
    part = room.one(SeriesPart)
    if part:
        part.delete()


def translate_a_series(room):
    one, other = room.one(SeriesPage), room.one(SeriesPage)
    if one and other and one.pk != other.pk and one.original_id is None and one.language != other.language:
        SeriesPage.objects.filter(pk=other.pk).update(original=one.page_ptr)


DEEDS = (begin_a_series, *(add_a_part,) * 4, order_parts_anew, leave_a_part_out, translate_a_series)
