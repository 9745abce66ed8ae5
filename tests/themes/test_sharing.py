"""Passing a page on: plain links first, scripts add to them, nobody else is told. Row A6."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from .browsers import view
from .pages import page
from .samples import LANGUAGES, WORDS

ADDRESS = "https://institute.example/articles/a/"
# What a browser of a phone can do, noted instead of done.
PHONE = """
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
navigator.share = async (what) => { window.sent = what; };
window.print = () => { window.printed = true; };
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a6_a_mail_tells_title_and_canonical_address(language):
    link = LexborHTMLParser(page("article", language)).css_first('.share a[href^="mailto:"]').attributes["href"]
    told = parse_qs(urlsplit(link).query)
    assert told == {"subject": [WORDS[language]["titles"][0]], "body": [ADDRESS]}


def test_a6_a_title_cannot_add_to_the_mail():
    from . import samples
    from .pages import rendering

    context = samples.article("en", title="A&body=evil?\r\nBcc: all@world.example")
    made = rendering().render("articles/article.html", context, language="en")
    link = LexborHTMLParser(made).css_first('.share a[href^="mailto:"]').attributes["href"]
    assert link.count("&") == 1
    assert unquote(link.split("&")[0]).startswith("mailto:?subject=A&body=evil?")


def test_a6_a_page_that_nobody_can_open_offers_no_sharing():
    assert not LexborHTMLParser(page("not-found", "en")).css(".share")


@pytest.mark.browser
def test_a6_scripts_add_copying_sending_and_printing(browser):
    with view(browser, width=1280) as seen:
        seen.page.add_init_script(PHONE)
        seen.open("article", "en")
        for words in ("Copy the link", "More…", "Print"):
            seen.page.get_by_role("button", name=words).click()
        seen.page.wait_for_function("document.querySelector('.share [role=status]').textContent")
        assert seen.page.evaluate("[window.copied, window.sent.url, window.printed]") == [ADDRESS, ADDRESS, True]
        assert seen.page.inner_text(".share [role=status]") == "The link is copied."
        assert seen.foreign == []


@pytest.mark.browser
def test_a6_without_https_the_link_is_copied_all_the_same(browser):
    with view(browser, width=1280) as seen:
        seen.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        seen.page.add_init_script("document.execCommand = (what) => { window.asked = what; return true; }")
        seen.open("article", "en")
        seen.page.get_by_role("button", name="Copy the link").click()
        seen.page.wait_for_function("document.querySelector('.share [role=status]').textContent")
        assert seen.page.evaluate("window.asked") == "copy"
        assert seen.page.locator("textarea").count() == 0
