"""A new article prints again what it stands beside, and no more. Row A17."""

from __future__ import annotations

import pytest

from communique.content.models import Topic
from communique.press.run import Press
from communique.press.store import Store
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article

from .pressroom import published

pytestmark = pytest.mark.alike


def test_a17_a_new_article_prints_its_neighbours_again_and_no_others(window, tmp_path):
    """Of a hundred on one topic."""
    make_ready()
    topic = Topic.objects.create(title="Ports")
    for day in range(100):
        article(f"Article {day}", days=day, topics=[topic])
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        before = published(tmp_path)
        article("New", days=50, topics=[topic])
        press.run()
        after = published(tmp_path)
        changed = {address for address in after if after[address] != before.get(address)}
        press.close()
    articles = {address for address in changed if address.startswith("/research/article-")}
    assert articles == {f"/research/article-{day}/" for day in (48, 49, 50, 51, 52, 53)}
