"""Boxes compared where it is hard: whatever editors write and readers set, nothing overlaps or leaves the screen.

Rows K2, A9, N4; WCAG 1.4.4, 1.4.10, 1.4.12.
"""

from __future__ import annotations

import pytest

from .boxes import wrong
from .browsers import view

pytestmark = pytest.mark.browser

# WCAG 1.4.12, in its own numbers.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
# In how many lines each date stands; in one of them its parts may have boxes of their own.
LINES_OF_DATES = """() => [...document.querySelectorAll('time')].map((one) =>
  new Set([...one.getClientRects()].map((box) => Math.round(box.top))).size)"""
HOSTILE = ("article-hostile", "list-hostile", "article-crowded", "article-bare")
# Where the blocks of a page stand, measured from the side where its lines begin.
BLOCKS = """() => {
  const rtl = document.documentElement.dir === 'rtl';
  const room = document.documentElement.clientWidth;
  return [...document.querySelectorAll('header, main, article, aside, figure, img, footer, nav, li, .prose, .byline')]
    .filter((node) => node.checkVisibility() && !node.closest('.own-name, .languages'))
    .map((node) => node.getBoundingClientRect())
    .map((box) => [rtl ? room - box.right : box.left, box.top, box.width, box.height].map(Math.round));
}"""


def test_no_date_is_broken_over_two_lines(browser):
    """A day at the end of a line and its month on the next is read as two numbers."""
    with view(browser, width=320) as seen:
        for name, language in (("article-retracted", "ur"), ("article-crowded", "en"), ("home", "ar")):
            seen.open(name, language)
            assert set(seen.page.evaluate(LINES_OF_DATES)) == {1}


@pytest.mark.parametrize("style", [SPACED, "html { font-size: 200% }"], ids=["spaced", "doubled"])
def test_a9_a_readers_own_spacing_and_size_cut_nothing_off(browser, style):
    with view(browser, width=1280) as seen:
        found = {}
        for name in ("article", "home", "list", *HOSTILE):
            seen.open(name, "en")
            seen.style(style)
            if told := wrong(seen):
                found[name] = told
        assert found == {}


def test_a9_the_largest_text_with_most_air_still_fits_the_narrowest_screen(browser):
    with view(browser, width=320) as seen:
        seen.page.add_init_script("""localStorage.setItem('reading', '{"text": "larger", "spacing": "wide"}')""")
        found = {}
        for name in ("article", "home", *HOSTILE):
            for language in ("en", "ur"):
                seen.open(name, language)
                if told := wrong(seen):
                    found[name, language] = told
        assert found == {}


@pytest.mark.parametrize("name", ["article", "list", "person", "home"])
def test_k2_a_page_turned_round_is_its_own_mirror_image(browser, name):
    with view(browser, width=1280) as seen:
        seen.open(name, "en")
        before = seen.page.evaluate(BLOCKS)
        seen.page.evaluate("document.querySelectorAll('[dir=ltr]').forEach((node) => { node.dir = 'rtl'; })")
        turned = seen.page.evaluate(BLOCKS)
        assert len(turned) == len(before)
        for box, was in zip(turned, before, strict=True):
            assert box == pytest.approx(was, abs=1)  # parts of pixels are rounded from the other side


COLUMN = """() => {
  const rtl = document.documentElement.dir === 'rtl';
  const room = document.documentElement.clientWidth;
  const start = (box) => Math.round(rtl ? room - box.right : box.left);
  return [...document.querySelectorAll('.article > :not(.article__head)')]
    .map((one) => start(one.getBoundingClientRect()));
}"""


@pytest.mark.parametrize("language", ["en", "ur"])
def test_e5_what_is_heard_and_read_of_an_episode_stands_in_one_column(browser, language):
    with view(browser, width=1280) as seen:
        seen.open("episode", language)
        begins = seen.page.evaluate(COLUMN)
        assert len(begins) > 2 and len(set(begins)) == 1


def test_n4_topics_that_stand_on_several_lines_can_each_be_touched(browser):
    """WCAG 2.2, 2.5.8: what one touches is 24 pixels high where something else is right above or below it."""
    with view(browser, width=320) as seen:
        seen.open("article", "en")
        heights = seen.page.evaluate("() => [...document.querySelectorAll('.topics a')].map((one) => one.offsetHeight)")
        assert len(heights) > 2 and min(heights) >= 24
