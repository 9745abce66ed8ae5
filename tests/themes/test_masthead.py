"""The head of every page: one menu that says where one is, languages, and a way in that leads back. Row C6."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from . import samples
from .browsers import view
from .pages import page, rendering


def made(**more) -> LexborHTMLParser:
    context = samples.article("ur")
    context["frame"] |= more
    return LexborHTMLParser(rendering().render("articles/article.html", context, language="ur"))


def test_c6_signing_in_leads_back_to_the_page():
    link = made(address="/مضامین/الف/?x=1&y=2").css_first(".masthead__sign-in")
    assert link.attributes["href"] == (
        "/-/accounts/login/?next=/%D9%85%D8%B6%D8%A7%D9%85%DB%8C%D9%86/%D8%A7%D9%84%D9%81/%3Fx%3D1%26y%3D2"
    )
    assert made(address="").css_first(".masthead__sign-in").attributes["href"] == "/-/accounts/login/"


def test_c6_a_page_is_printed_with_its_entry_marked():
    marked = LexborHTMLParser(page("article", "en")).css("[data-menu] [aria-current]")
    assert [entry.text() for entry in marked] == [samples.WORDS["en"]["articles"]]


def test_c6_the_logo_says_nothing_that_the_name_does_not():
    tree = LexborHTMLParser(page("home", "en"))
    assert tree.css_first(".masthead__logo").attributes["alt"] == ""
    assert tree.css_first(".masthead__name").text(strip=True) == samples.WORDS["en"]["site"]["name"]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "language"), [(320, "en"), (360, "ur"), (1440, "en")])
def test_c6_the_name_stands_beside_the_logo_and_not_around_it(browser, width, language):
    with view(browser, width=width) as seen:
        seen.open("home", language)
        logo, name = seen.page.evaluate("""() => {
          const words = document.createRange();
          words.selectNodeContents(document.querySelector('.masthead__name').lastChild);
          const box = (one) => { const { left, right } = one.getBoundingClientRect(); return [left, right]; };
          return [box(document.querySelector('.masthead__logo')), box(words)];
        }""")
        assert logo[1] < name[0] or name[1] < logo[0]


@pytest.mark.browser
def test_c6_the_script_tells_the_page_itself_from_what_it_stands_under(browser):
    with view(browser, width=1280) as seen:
        current = "[...document.querySelectorAll('[data-menu] [aria-current]')].map((a) => [a.pathname, a.ariaCurrent])"
        seen.page.add_init_script(
            """addEventListener('DOMContentLoaded', () => {
              document.querySelectorAll('[data-menu] a')[3].href = location.pathname;
              document.querySelectorAll('[data-menu] a')[1].href = '/en/';
            })"""
        )
        seen.open("article", "en")
        assert seen.page.evaluate(current) == [["/en/article", "page"]]


@pytest.mark.browser
def test_c6_the_menu_is_walked_and_left_by_keyboard(browser):
    with view(browser, width=360) as seen:
        seen.open("article", "en")
        seen.page.focus(".menu__button >> nth=0")
        seen.page.keyboard.press("Enter")
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.className") == "menu__entry"
        seen.page.keyboard.press("Escape")
        assert not seen.page.is_visible(".menu__entry >> nth=0")
        assert seen.page.evaluate("document.activeElement.className") == "menu__button"


@pytest.mark.browser
def test_n4_the_first_key_leads_to_the_text(browser):
    with view(browser, width=1280) as seen:
        seen.open("article", "ur")
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.className") == "skip"
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.id") == "main"
