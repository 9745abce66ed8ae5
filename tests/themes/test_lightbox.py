"""The pictures of an album at large: by keyboard, from either side, and never without another way. Row E3."""

from __future__ import annotations

import pytest

from .axe import violations
from .browsers import ORIGIN, view

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.getAttribute('href')"
PLACE = ".pswp__place"
ITS_PAGE = f"{ORIGIN}/gallery/0/2/"


def opened(seen, language, at=1):
    seen.open("album", language)
    seen.page.locator("a.album__picture").nth(at).focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector(".pswp--ui-visible")


@pytest.mark.parametrize(
    ("language", "onward", "back"), [("en", "ArrowRight", "ArrowLeft"), ("ur", "ArrowLeft", "ArrowRight")]
)
def test_e3_arrows_go_the_way_one_reads_and_escape_leads_back_to_the_picture(browser, language, onward, back):
    with view(browser, width=1280) as seen:
        opened(seen, language)
        assert seen.page.inner_text(PLACE) == "2 / 7"
        seen.page.keyboard.press(onward)
        assert seen.page.inner_text(PLACE) == "3 / 7"
        for _ in range(4):
            seen.page.keyboard.press(back)
        assert seen.page.inner_text(PLACE) == "1 / 7"
        caption = seen.page.inner_text(".pswp__caption")
        assert "The container terminal" in caption and "Bilal Aziz" in caption
        seen.page.keyboard.press("Escape")
        seen.page.wait_for_selector(".pswp", state="detached")
        assert seen.page.evaluate(FOCUSED) == "/gallery/0/2/"
        assert seen.complaints == [] and seen.foreign == []


def test_e3_it_says_what_it_is_keeps_focus_within_and_axe_finds_nothing(browser):
    with view(browser, width=1280) as seen:
        opened(seen, "en")
        for _ in range(12):
            seen.page.keyboard.press("Tab")
            assert seen.page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
        box = seen.page.locator("[role=dialog]")
        assert box.get_attribute("aria-label") == seen.page.inner_text("h1")
        named = [one.get_attribute("title") for one in box.locator("button:visible").all()]
        assert named == ["Enlarge", "Close", "Previous picture", "Next picture"]
        assert violations(seen) == []


def test_e3_the_browser_is_offered_the_widths_of_the_format_that_it_chose(browser):
    with view(browser, width=1280) as seen:
        opened(seen, "en")
        shown = seen.page.locator(".pswp__img:not(.pswp__img--placeholder)").first
        srcset = shown.get_attribute("srcset")
        assert srcset.count(".avif") == 3 and "1600w" in srcset
        assert shown.get_attribute("alt").startswith("Cranes over a harbour")


def test_e3_without_scripts_or_where_they_do_not_come_each_picture_has_its_page(browser):
    with view(browser, width=1280, java_script_enabled=False) as seen:
        seen.page.goto(f"{ORIGIN}/en/album")
        with seen.page.expect_request(ITS_PAGE):
            seen.page.locator("a.album__picture").nth(1).click()
    with view(browser, width=1280) as seen:
        seen.page.route("**/photoswipe*.js", lambda route: route.abort())
        seen.open("album", "en")
        with seen.page.expect_request(ITS_PAGE):
            seen.page.locator("a.album__picture").nth(1).click()


def test_e3_only_pages_with_an_album_fetch_it_and_they_only_when_a_reader_comes_near(browser):
    with view(browser, width=1280) as seen:
        seen.open("picture", "en")
        assert not [path for path in seen.fetched if "lightbox" in path or "photoswipe" in path]
        seen.open("album", "en")
        assert not [path for path in seen.fetched if "photoswipe" in path]
        seen.page.locator("a.album__picture").nth(1).focus()
        seen.page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 3")
