"""Sample pages as a browser shows them: nothing overflows or is refused, nobody else is asked, all can be used.

Rows K2, N4; WCAG 1.4.4, 1.4.10.
"""

from __future__ import annotations

import pytest

from tests.resting import rest

from .axe import violations, violations_besides_colours, violations_of_colours
from .boxes import TOO_WIDE, wrong
from .browsers import view
from .pages import LIVING, PAGES
from .serving import weight

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("pages")]

WIDTHS = (360, 768, 1440)


@pytest.fixture(scope="module")
def screen(browser):
    """One for all, as wide as the test before this one left it."""
    with view(browser, width=WIDTHS[0]) as seen:
        yield seen


@pytest.fixture
def narrow(screen):
    if not _is(screen, WIDTHS[0]):
        screen.resize(WIDTHS[0])
    return screen


def _is(seen, width):
    return seen.page.viewport_size["width"] == width


def _by_axe(seen, language):
    if language != "en":
        return {"axe": violations_besides_colours(seen)}
    light = violations(seen)
    seen.page.emulate_media(color_scheme="dark")
    assert seen.page.evaluate("matchMedia(`(prefers-color-scheme: dark)`).matches")
    dark = violations_of_colours(seen)
    seen.page.emulate_media(color_scheme="light")
    return {"light": light, "dark": dark}


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", PAGES)
def test_n4_a_page_fits_at_every_width_axe_finds_nothing_and_nobody_else_is_asked(screen, name, language):
    """Rows N3, N4. All at one visit: to fetch a page and its fonts is more work than to look at it again.

    Colours are the same in both directions of writing, so they are looked at in one, light and dark.
    """
    screen.forget()
    widths = WIDTHS if _is(screen, WIDTHS[0]) else WIDTHS[::-1]  # where the page before this one ended
    screen.open(name, language)
    found = {}
    for width in widths:
        if not _is(screen, width):
            screen.resize(width)
        found[width] = wrong(screen)
        if width == WIDTHS[-1]:
            found |= _by_axe(screen, language)
    if language == "ur":
        screen.show_all()
    assert not any(found.values()), found
    assert screen.complaints == []
    assert screen.foreign == []


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", LIVING)
def test_n4_every_component_fits_a_narrow_screen_and_axe_finds_nothing(narrow, name, language):
    narrow.open(name, language)
    assert narrow.page.evaluate(TOO_WIDE) == []
    assert (violations if language == "en" else violations_besides_colours)(narrow) == []


@pytest.mark.parametrize("language", ["en", "ur", "ar", "ru"])
def test_n3_an_article_weighs_little_and_fetches_only_its_own_scripts_fonts(browser, language):
    with view(browser, width=1280) as seen:
        seen.open("article", language)
        rest(seen.page)
        fonts = {path.split("/")[-1].split(".")[0] for path in seen.fetched if path.endswith(".woff2")}
        fetched = sum(weight(path) for path in set(seen.fetched) if not path.startswith("/media/"))
    assert fetched <= 150_000
    assert {
        "en": {"serif-latin"},
        "ur": {"nastaliq-urdu"},
        "ar": {"naskh-arabic"},
        "ru": {"serif-cyrillic"},
    }[language] <= fonts
    if language in {"en", "ru"}:
        assert not [font for font in fonts if font.startswith(("naskh", "nastaliq"))]


def test_c6_the_menu_opens_and_closes_without_a_script(narrow):
    narrow.open("home", "en")
    narrow.page.keyboard.press("Tab")
    assert narrow.page.evaluate("document.activeElement.className") == "skip"
    narrow.page.click(".menu__button >> nth=0")
    assert narrow.page.is_visible(".menu__entry >> nth=0")
    narrow.page.keyboard.press("Escape")
    assert not narrow.page.is_visible(".menu__entry >> nth=0")


@pytest.mark.parametrize("width", [640, 320])
def test_a9_text_enlarged_two_and_four_times_still_fits(browser, width):
    # WCAG 1.4.4 and 1.4.10: a window of 1280 pixels enlarged so far has this many left.
    with view(browser, width=width) as seen:
        for name in ("article", "article-crowded", "home", "members"):
            seen.open(name, "en")
            assert seen.page.evaluate(TOO_WIDE) == []
