"""On paper: the text alone, addresses of links, which version it is; nothing is cut off. Row A7."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from .boxes import TOO_WIDE
from .browsers import view
from .pages import page

pytestmark = pytest.mark.browser

A4 = 643  # pixels between the margins
AFTER = "(link) => getComputedStyle(link, '::after').content"


@pytest.fixture(scope="module")
def paper(browser):
    with view(browser, width=A4, scheme="dark") as seen:
        seen.page.emulate_media(media="print")
        yield seen


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a7_menus_and_ways_are_left_out_and_the_text_is_not(paper, language):
    paper.open("article", language)
    left_out = (".menu", ".menu__button", ".masthead__ways", ".breadcrumbs", ".contents", ".share", ".neighbours")
    assert not [name for name in (*left_out, ".footer", ".skip") if paper.page.is_visible(f"{name} >> nth=0")]
    kept = ("h1", ".byline", ".article__lead img", ".prose table", ".disclaimer", ".colophon")
    assert [name for name in kept if paper.page.is_visible(f"{name} >> nth=0")] == list(kept)


def test_a7_a_page_without_colophon_ends_with_where_its_publisher_is(paper):
    paper.open("members", "en")
    assert paper.page.is_visible(".footer__address")
    assert not paper.page.is_visible(".footer nav")


def test_a7_what_is_folded_on_the_screen_is_open_on_paper(paper):
    paper.open("article", "en")
    folded = paper.page.locator(".details p").first.bounding_box()
    assert folded is not None
    assert folded["height"] > 10


def test_a7_links_tell_their_whole_addresses(paper):
    paper.open("article", "en")
    assert paper.page.eval_on_selector(".prose li a", AFTER) == '" (https://institute.example/x/)"'
    assert paper.page.eval_on_selector(".embed__link", AFTER) == '" (https://video.example/watch?v=1)"'


def test_a7_an_address_that_is_written_out_is_told_once_and_no_way_back_leads_off_paper(paper):
    paper.open("article", "en")
    assert paper.page.eval_on_selector(".notes a.address", AFTER) == "none"
    assert not paper.page.is_visible(".notes__back >> nth=0")
    paper.open("not-found", "en")  # which stands at no address that could be told
    assert paper.page.eval_on_selector(".nearby a", AFTER) == "none"


def test_a7_what_only_a_screen_can_do_is_left_out_of_lists(paper):
    for name, tools in (("list", (".pager__more", ".pager", ".archive")), ("corrections", (".corrections__feeds",))):
        paper.open(name, "en")
        assert [tool for tool in tools if paper.page.is_visible(tool)] == []


@pytest.mark.parametrize(("language", "sheet"), [("en", "auto"), ("ur", "rtl")])
def test_a7_the_foot_of_a_sheet_begins_where_lines_begin(paper, language, sheet):
    paper.open("article", language)
    assert paper.page.evaluate("getComputedStyle(document.body).page") == sheet


def test_a7_charts_share_sheets_with_the_text_but_drawings_and_quotes_are_whole(paper):
    paper.open("article", "en")
    parts = (".chart", ".chart__drawings", ".pull", ".author", ".amendment")
    told = [paper.page.eval_on_selector(part, "(node) => getComputedStyle(node).breakInside") for part in parts]
    assert told == ["auto", "avoid", "avoid", "avoid", "avoid"]
    drawing = paper.page.locator(".chart__drawing--wide").first.bounding_box()
    assert drawing is not None
    assert drawing["width"] < 500


@pytest.mark.parametrize("name", ["article", "article-crowded", "list", "home", "members"])
def test_a7_nothing_is_wider_than_the_sheet(paper, name):
    paper.open(name, "ur")
    # Here are no margins, and Nastaliq reaches over the edge of its line by a hair.
    told = TOO_WIDE.replace(".table, .menu, .skip", ".menu, .skip").replace("room + 1", "room + 2")
    assert paper.page.evaluate(told) == []


def test_a7_a_reader_of_dark_pages_prints_on_white(paper):
    paper.open("article", "en")
    assert paper.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert paper.page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


def test_a7_every_sheet_says_which_version_it_is_and_where_it_stands(paper):
    paper.open("article", "en")
    told = paper.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--printed')")
    assert told.strip('"') == "Version of 2 April 2026 · \u2066https://institute.example/articles/a/\u2069"
    assert paper.page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


def test_a7_the_colophon_names_title_publisher_dates_and_address():
    colophon = LexborHTMLParser(page("article", "en")).css_first(".colophon").text()
    for told in (
        "Who will pay",
        "Institute for Steppe",
        "12 March 2026",
        "2 April 2026",
        "institute.example/articles/a/",
    ):
        assert told in colophon
