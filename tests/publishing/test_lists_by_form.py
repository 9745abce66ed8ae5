"""A new publication prints the list and the feeds of its form, and those of no other. Rows B7, C1."""

from __future__ import annotations

import pytest

from communique.press.run import Press
from communique.press.store import Store
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from communique.sections.articles.models import ArticleType
from tests.content.stories import article

from .pressroom import published

pytestmark = pytest.mark.alike


def test_a_new_report_prints_the_newest_page_and_the_feeds_of_reports(window, tmp_path):
    make_ready()
    report, paper = (ArticleType.objects.create(name=form, form=form) for form in ("report", "paper"))
    for number in range(41):
        article(f"Report {number}", article_type=report, days=number)
    article("Paper", article_type=paper, days=50)
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        before = published(tmp_path)
        article("Another", article_type=report, days=60)
        press.run()
        after = published(tmp_path)
        press.close()
    changed = {address for address in after if after[address] != before.get(address)}
    assert {one for one in changed if one.startswith("/research/reports/")} == {
        f"/research/reports/{name}" for name in ("", "feed.atom", "feed.json")
    }
    assert not [one for one in changed if "/papers/" in one or "by-form" in one]
