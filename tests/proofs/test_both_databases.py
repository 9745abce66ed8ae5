"""What readers get doesn't depend on which database the content is kept in."""

from __future__ import annotations

import pytest

from communique.press import explaining
from communique.publishing import declarations
from communique.site.demonstration.texts import LANGUAGES

from .rehearsed import company
from .sites import a_site, published

WHOLE = {
    ("content.questions.site.site", "content_organisation"): "it has one row",
    (
        "sections.articles.by_form.lists_of_forms",
        "articles_articlespage",
    ): "one section for each language",
    ("sections.experts.questions.everybody", "experts_expert"): "the finder shows them all, some dozens",
    ("sections.media.questions.every_outlet", "media_outlet"): "the list of outlets shows them all, some dozens",
}
"""The questions that may read a whole table, and why."""

MOMENT = "2026-11-26T10:00:00+00:00"


def printed(folder, server):
    """The whole demonstration, printed from that database; and which of its questions read a whole table."""
    with a_site(folder, server, LANGUAGES) as site:
        with company("tool", **site.surroundings) as tool, company("press", **site.surroundings) as press:
            tool.do("load_the_demonstration", MOMENT)
            press.do("print_at", MOMENT)
        return published(site.store), explaining.of_whole_tables(site.store, declarations.tables)


@pytest.mark.long
@pytest.mark.postgres
def test_n10_the_demonstration_is_printed_alike_from_sqlite_and_from_postgresql(tmp_path, postgres):
    sqlite, whole = printed(tmp_path / "sqlite", "")
    postgresql, _ = printed(tmp_path / "postgresql", postgres)
    assert whole == WHOLE.keys()
    assert len(sqlite) > 900
    assert [one for one in sqlite.keys() | postgresql.keys() if sqlite.get(one) != postgresql.get(one)] == []
