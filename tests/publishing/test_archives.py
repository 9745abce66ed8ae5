"""A publication prints its month and its year, and no others, however much stands in them. Row B7."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from communique.content import lists
from communique.content.questions import lists as questions_of_lists
from communique.press.run import Press
from communique.press.store import Store
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article

from .pressroom import published

pytestmark = pytest.mark.alike


def _on(title, *day):
    return article(title, published=datetime(*day, 12, tzinfo=UTC))


def test_b7_a_new_article_prints_the_newest_page_of_its_month_and_asks_for_no_other(window, tmp_path, monkeypatch):
    for place in (lists, questions_of_lists):
        monkeypatch.setattr(place, "PAGE", 3)
    make_ready()
    for year in (2025, 2026):
        for month in (9, 10, 11):
            for day in range(1, 10):
                _on(f"Told {year} {month} {day}", year, month, day)
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        assert "/research/2026/10/page/2/" in published(tmp_path)
        _on("New", 2026, 11, 20)
        run = press.run()
        press.close()
    seen = {one for one in run.printed | run.unchanged if one.startswith("/research/20")}
    assert seen == {"/research/2026/", "/research/2026/11/"}
