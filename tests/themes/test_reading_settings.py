"""Reading settings: by keyboard, kept on the device, there from the first moment, and never needed. Rows A9, A10."""

from __future__ import annotations

import pytest

from .browsers import view

pytestmark = pytest.mark.browser

TEXT = ".prose > p >> nth=0"
SIZE = "(node) => parseFloat(getComputedStyle(node).fontSize)"
LINE = "(node) => parseFloat(getComputedStyle(node).lineHeight) / parseFloat(getComputedStyle(node).fontSize)"
# How large letters are on the screen, in the drawing of each chart that is shown.
IN_CHARTS = """[...document.querySelectorAll('.chart__drawing')].filter((one) => one.checkVisibility())
  .map((one) => one.querySelector('text'))
  .map((node) => node.getScreenCTM().a * parseFloat(node.getAttribute('font-size')))
"""
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(252, 251, 248)", "rgb(24, 23, 21)"

# What moved although nobody touched anything: the Cumulative Layout Shift of this page.
WATCH = """
window.shifted = 0;
new PerformanceObserver((seen) => {
  for (const entry of seen.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def article(browser):
    with view(browser, width=360) as seen:
        seen.open("article", "en")
        yield seen


def choose(seen, name: str, value: str) -> None:
    if not seen.page.is_visible("[data-reading-panel]"):
        seen.page.click(".reading__button")
    seen.page.check(f"[data-reading-panel] [name={name}][value='{value}']")


def test_a9_text_grows_at_once_and_stays_so_on_the_next_page(article):
    before = article.page.eval_on_selector(TEXT, SIZE)
    choose(article, "text", "larger")
    assert article.page.eval_on_selector(TEXT, SIZE) == pytest.approx(1.5 * before)
    article.open("plain-page", "en")
    assert article.page.eval_on_selector(TEXT, SIZE) == pytest.approx(1.5 * before)
    article.page.click(".reading__button")
    assert article.page.is_checked("[name=text][value=larger]")


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_a9_letters_in_charts_grow_with_the_text(browser, width):
    with view(browser, width=width) as seen:
        seen.open("article", "en")
        before = seen.page.evaluate(IN_CHARTS)
        choose(seen, "text", "large")
        large = seen.page.evaluate(IN_CHARTS)
        choose(seen, "text", "larger")
        assert len(before) == len(large) == 4
        for small, some, most in zip(before, large, seen.page.evaluate(IN_CHARTS), strict=True):
            assert 1.1 * small < some < 1.6 * small
            assert 1.35 * small < most < 2 * small


def test_a9_letters_in_charts_grow_with_those_of_the_browser(article):
    before = article.page.evaluate(IN_CHARTS)
    article.style("html { font-size: 200% }")
    assert all(now > 1.3 * was for now, was in zip(article.page.evaluate(IN_CHARTS), before, strict=True))


@pytest.mark.parametrize("language", ["en", "ur", "ar", "ru"])
def test_a9_lines_get_more_air_in_every_script(article, language):
    article.open("article", language)
    before = article.page.eval_on_selector(TEXT, LINE)
    choose(article, "spacing", "wide")
    assert article.page.eval_on_selector(TEXT, LINE) == pytest.approx(1.2 * before, rel=0.01)


@pytest.mark.parametrize(("device", "chosen", "ground"), [("light", "dark", DARK), ("dark", "light", LIGHT)])
def test_a9_chosen_colours_go_before_those_of_the_device(browser, device, chosen, ground):
    with view(browser, scheme=device) as seen:
        seen.open("article", "en")
        choose(seen, "theme", chosen)
        assert seen.page.evaluate(GROUND) == ground
        choose(seen, "theme", "")
        assert seen.page.evaluate(GROUND) != ground


def test_a9_reset_is_as_it_was(article):
    choose(article, "text", "large")
    choose(article, "theme", "dark")
    article.page.click("[data-reading-panel] [type=reset]")
    article.page.wait_for_function("!document.documentElement.dataset.theme")
    assert article.page.evaluate("localStorage.getItem('reading')") == "{}"
    assert article.page.is_checked("[name=theme][value='']")


def test_a9_everything_is_done_by_keyboard_and_the_way_back_is_kept(article):
    article.page.focus(".reading__button")
    article.page.keyboard.press("Enter")
    assert article.page.evaluate("document.activeElement.name") == "text"
    article.page.keyboard.press("ArrowDown")
    assert article.page.evaluate("document.documentElement.dataset.text") == "large"
    for _ in range(2):
        article.page.keyboard.press("Tab")
    article.page.keyboard.press("ArrowDown")
    article.page.keyboard.press("ArrowDown")
    assert article.page.evaluate(GROUND) == DARK
    article.page.keyboard.press("Escape")
    assert not article.page.is_visible("[data-reading-panel]")
    assert article.page.evaluate("document.activeElement.className").endswith("reading__button")
    article.page.keyboard.press("Enter")
    article.page.keyboard.press("Shift+Tab")
    article.page.keyboard.press("Shift+Tab")
    assert not article.page.is_visible("[data-reading-panel]")  # who leaves it closes it


def test_a9_nothing_is_drawn_in_the_wrong_colours_and_nothing_moves(browser):
    """Before the page's own first frame, what the reader chose is already set."""
    with view(browser, width=360, patient=False) as seen:
        seen.page.add_init_script(WATCH)
        seen.page.add_init_script(
            "requestAnimationFrame(() => { window.first = document.documentElement.dataset.theme; })"
        )
        seen.open("article", "en")
        choose(seen, "theme", "dark")
        choose(seen, "text", "larger")
        seen.open("article", "en")
        seen.page.wait_for_function("document.fonts.status === 'loaded'")
        assert seen.page.evaluate("window.first") == "dark"
        assert seen.page.evaluate("window.shifted") == 0


def test_a9_nothing_that_is_kept_can_break_a_page(browser):
    with view(browser) as seen:
        for kept in ("{", '"text"', "null", '{"text": "<b>", "theme": 7}'):
            seen.page.add_init_script(f"localStorage.setItem('reading', {kept!r})")
            seen.open("article", "en")
            assert seen.page.evaluate("document.documentElement.dataset.text") is None
        assert seen.complaints == []


def test_a10_colours_follow_the_device(browser):
    for scheme, ground in (("light", LIGHT), ("dark", DARK)):
        with view(browser, scheme=scheme, java_script_enabled=False) as seen:
            seen.page.goto("http://institute.test/en/home")
            assert seen.page.evaluate(GROUND) == ground


def test_a10_who_wants_no_motion_gets_none(browser):
    glide = "getComputedStyle(document.documentElement).getPropertyValue('--glide').trim()"
    for wish, length in (("reduce", "0ms"), ("no-preference", "120ms")):
        with view(browser, reduced_motion=wish) as seen:
            seen.open("home", "en")
            assert seen.page.evaluate(glide) == length


def test_a10_who_wants_contrast_gets_quiet_words_in_full_ink(browser):
    with view(browser, contrast="more") as seen:
        seen.open("article", "en")
        inks = [f"getComputedStyle(document.querySelector('{one}')).color" for one in (".standfirst", "h1")]
        assert seen.page.evaluate(inks[0]) == seen.page.evaluate(inks[1])
