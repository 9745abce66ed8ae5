"""Show more: the next page's entries are brought onto this one; without a script there is the link. Row B7."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from .browsers import ORIGIN, view
from .pages import page
from .samples import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_b7_the_link_is_there_without_a_script_and_the_words_are_the_pages(language):
    pager = LexborHTMLParser(page("list", language)).css_first("[data-more]")
    assert pager.css_first('a[rel="next"]').attributes["href"] == "/articles/2/"
    assert all(pager.attributes[f"data-{name}"] for name in ("more", "busy", "shown"))


def _lead_to(seen, address):
    seen.page.evaluate("(to) => document.querySelector('[data-more] a[rel=next]').setAttribute('href', to)", address)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ur"])
def test_b7_more_is_shown_by_keyboard_and_said(browser, language):
    with view(browser, width=1280) as seen:
        seen.open("list", language)
        before = seen.page.locator("[data-list] > li").count()
        _lead_to(seen, f"/{language}/list-hostile")
        seen.page.locator(".pager__more").focus()
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_function(
            "(least) => document.querySelectorAll('[data-list] > li').length > least", arg=before
        )
        assert seen.page.locator("[data-list] > li").count() == 2 * before
        told = seen.page.locator("[data-more]").get_attribute("data-shown")
        assert seen.page.locator("[role=status].pager__said").inner_text() == told
        # Focus stands at the first of the new entries, and the way on is that of the page that was brought.
        at = "[...document.querySelectorAll('[data-list] > li')].indexOf(document.activeElement.closest('li'))"
        assert seen.page.evaluate(at) == before
        assert seen.page.locator('[data-more] a[rel="next"]').get_attribute("href") == "/articles/2/"
        assert seen.complaints == [] and seen.foreign == []


@pytest.mark.browser
def test_b7_at_the_end_there_is_no_more_to_ask_for(browser):
    with view(browser, width=1280) as seen:
        seen.open("list", "en")
        _lead_to(seen, "/en/month")
        seen.page.click(".pager__more")
        seen.page.wait_for_selector(".pager__more", state="detached")
        assert seen.page.locator('[data-more] a[rel="next"]').count() == 0


@pytest.mark.browser
def test_b7_when_it_cant_be_fetched_the_link_is_followed(browser):
    with view(browser, width=1280) as seen:
        seen.open("list", "en")
        _lead_to(seen, "/en/not-found")
        with seen.page.expect_navigation():
            seen.page.click(".pager__more")
        assert seen.page.url == f"{ORIGIN}/en/not-found"


@pytest.mark.browser
def test_b7_without_scripts_there_is_no_button(browser):
    with view(browser, width=1280, java_script_enabled=False) as seen:
        seen.page.goto(f"{ORIGIN}/en/list")
        assert not seen.page.is_visible(".pager__more") and seen.page.is_visible('[data-more] a[rel="next"]')
