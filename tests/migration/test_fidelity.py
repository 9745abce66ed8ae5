"""The exports of ../shared, converted and measured as the independent judge measures."""

from __future__ import annotations

import pytest

from communique.migration.wordpress.conversion import Footnote, Footnotes, Surroundings, convert
from communique.migration.wordpress.reading import Export
from communique.migration.wordpress.refusals import Refused
from communique.migration.wordpress.shapes import Post

from .reader import Measured, judge, measure, page, shared

pytestmark = pytest.mark.shared

WHOLE = ("news-magazine-blocks", "theme-unit-test", "news-magazine-classic-captions", "rtl-gutenberg")
OTHERS = ("elementor-mc4wp-forms", "events-the-events-calendar")


def measured(path) -> Measured:
    wxr = judge()
    found = Measured()
    try:
        posts = [record for record in Export(path).records() if isinstance(record, Post)]
    except Refused:
        return found
    reusable = {post.wordpress_id: post.content for post in posts if post.kind == "wp_block"}
    for post in posts:
        if post.kind in wxr.STRUCTURAL or post.kind == "attachment":
            continue
        notes = wxr.footnotes_of(post.meta_value("footnotes")) if "wp:footnotes" in post.content else []
        known = Surroundings(reusable=reusable.get, footnotes=Footnotes(tuple(Footnote("", note) for note in notes)))
        facts = wxr.analyse(post.content, set(), notes)
        measure(found, facts, page(convert(post.content, known).body, post.title), post.title)
    return found


@pytest.mark.parametrize("name", [*WHOLE, *OTHERS])
def test_texts_paragraphs_and_headings_are_kept_and_no_shortcode_is_shown(name):
    found = measured(shared() / f"{name}.xml")
    assert found.share("text") >= 0.999
    assert found.share("paragraphs") >= 0.985
    assert found.share("headings") >= 0.99
    assert found.sums["raw shortcodes"] == 0
    for what in ("tables", "blockquotes", "pre"):
        assert found.share(what) >= 0.99


def test_the_odd_ones_are_kept_too():
    for path in sorted([*shared().glob("edge-cases/*.xml"), *shared().glob("ghost-fixtures/*.xml")]):
        found = measured(path)
        # Texts of one or two words have no runs of three, and prove nothing.
        assert all(kept == 1.0 for kept, title, raw in found.worst if kept), path.name
        assert found.sums["raw shortcodes"] == 0, path.name
