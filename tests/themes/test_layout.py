"""Boxes compared: nothing overlaps, is cut off or leaves the screen, whatever editors write and readers set.

Rows K2, A9, N4; WCAG 1.4.4, 1.4.10, 1.4.12.
"""

from __future__ import annotations

import pytest

from .browsers import view
from .pages import PAGES
from .test_pages_in_a_browser import TOO_WIDE

pytestmark = pytest.mark.browser

# Blocks that hold words, and pictures: any two of them where neither is in the other, and that share room.
OVERLAPS = """() => {
  const block = (node) => (getComputedStyle(node).display.startsWith('inline') ? block(node.parentElement) : node);
  const seen = new Set();
  const words = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    if (words.currentNode.data.trim()) seen.add(block(words.currentNode.parentElement));
  }
  document.querySelectorAll('img').forEach((image) => seen.add(image));
  // The box of a line in a drawing is as high as its font can reach; what is seen of it is lower.
  const room = (node) => {
    const box = node.getBoundingClientRect();
    const less = node instanceof SVGElement ? box.height / 4 : 0;
    return new DOMRect(box.x, box.y + less, box.width, box.height - 2 * less);
  };
  const boxes = [...seen].filter((node) => node.checkVisibility() && !node.closest('.skip, [popover], .table'))
    .map((node) => [node, room(node)]).filter(([, box]) => box.width > 1 && box.height > 1)
    .sort(([, one], [, other]) => one.top - other.top);
  const found = [];
  boxes.forEach(([node, box], at) => {
    for (const [other, next] of boxes.slice(at + 1)) {
      if (next.top > box.bottom) break;
      const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
      const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
      if (across > 1 && down > 1 && !node.contains(other) && !other.contains(node)) {
        found.push([node, other].map((one) => `${one.tagName}.${one.getAttribute('class')}`).join(' and '));
      }
    }
  });
  return found;
}"""
# Words that don't fit into a box which hides what sticks out.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((node) => {
  const style = getComputedStyle(node);
  return node.checkVisibility() && !node.closest('.skip') && style.clipPath === 'none'
    && (style.overflowX === 'hidden' || style.overflowX === 'clip')
    && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
}).map((node) => `${node.tagName}.${node.className}`)"""
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


def wrong(seen) -> list[str]:
    return [*seen.page.evaluate(TOO_WIDE), *seen.page.evaluate(OVERLAPS), *seen.page.evaluate(CUT_OFF)]


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_boxes_keep_apart_on_every_page(browser, width):
    with view(browser, width=width) as seen:
        found = {}
        for name in PAGES:
            for language in ("en", "ur"):
                seen.open(name, language)
                if told := wrong(seen):
                    found[name, language] = told[:5]
        assert found == {}


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
                found[name] = told[:5]
        assert found == {}


def test_a9_the_largest_text_with_most_air_still_fits_the_narrowest_screen(browser):
    with view(browser, width=320) as seen:
        seen.page.add_init_script("""localStorage.setItem('reading', '{"text": "larger", "spacing": "wide"}')""")
        found = {}
        for name in ("article", "home", *HOSTILE):
            for language in ("en", "ur"):
                seen.open(name, language)
                if told := wrong(seen):
                    found[name, language] = told[:5]
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
