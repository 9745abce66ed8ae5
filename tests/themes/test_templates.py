"""What every page promises, whatever its part put into it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from communique import themes
from communique.text import headings

from . import samples
from .pages import PACKAGE, PAGES, page, rendering

EVERY = [(name, language) for name in PAGES for language in samples.LANGUAGES]


def parsed(name: str, language: str) -> LexborHTMLParser:
    return LexborHTMLParser(page(name, language))


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a1_a_page_has_one_title_and_skips_no_heading(name, language):
    levels = [int(heading.tag[1]) for heading in parsed(name, language).css("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_n3_a_page_bears_nothing_that_a_strict_policy_refuses(name, language):
    tree = parsed(name, language)
    # Linked data is no script: no browser runs it, and no policy is asked about it.
    unasked = [node for node in tree.css("script:not([src])") if node.attributes.get("type") != "application/ld+json"]
    assert not unasked and not tree.css("style, iframe, object, base")
    assert not [node.tag for node in tree.css("*") for name in node.attributes if name == "style" or name[:2] == "on"]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_k2_a_page_says_its_language_and_direction(name, language):
    root = parsed(name, language).css_first("html")
    assert root.attributes["lang"] == language
    assert root.attributes["dir"] == ("rtl" if language in {"ur", "ar"} else "ltr")


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a1_ids_are_unique_and_what_refers_to_them_finds_them(name, language):
    tree = parsed(name, language)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    wanted = [node.attributes["href"][1:] for node in tree.css('a[href^="#"]')]
    wanted += [name for node in tree.css("[aria-labelledby]") for name in node.attributes["aria-labelledby"].split()]
    wanted += [node.attributes["popovertarget"] for node in tree.css("[popovertarget]")]
    assert set(wanted) <= set(ids)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_b10_a_page_tells_the_locales_of_itself_and_its_translations(name, language):
    tree = parsed(name, language)
    locales = {"en": "en_GB", "ur": "ur_PK", "ar": "ar_AR", "ru": "ru_RU"}
    others = [one.attributes["hreflang"] for one in tree.css("link[hreflang]")]
    told = [one.attributes["content"] for one in tree.css('meta[property="og:locale:alternate"]')]
    assert [one.attributes["content"] for one in tree.css('meta[property="og:locale"]')] == [locales[language]]
    assert told == [locales[one] for one in others if one not in (language, "x-default")]


@pytest.mark.parametrize("name", ["article", "list", "home", "home-curated", "topic"])
def test_words_that_stand_apart_are_apart_without_styles(name):
    """In a text browser, and read aloud."""
    for part in parsed(name, "en").css(".card__foot, .article__kicker, .figure__caption, .byline li"):
        ends = [node.next for node in part.css("span, time, bdi") if node.next is not None and node.parent == part]
        assert [end.html for end in ends if not end.html.startswith((" ", "\n"))] == []


def test_a4_no_heading_can_take_an_anchor_of_the_skeleton():
    """Row A4: what templates call their own is reserved, or has a sign that no anchor has."""
    folders = (themes.folder() / "templates", *PACKAGE.glob("*/templates"), *PACKAGE.glob("*/*/templates"))
    every = [(path, path.relative_to(folder)) for folder in folders for path in folder.rglob("*.html")]
    printed = [path for path, place in every if "desk" not in place.parts]
    own = {name for path in printed for name in re.findall(r'\sid="([^"{}]+)"', path.read_text(encoding="utf-8"))}
    assert {"main", "topics"} <= own
    assert not [name for name in own if headings.can_be_anchor(name)]


class _Nesting(HTMLParser):
    """Notes tags that are closed in another order than they were opened."""

    VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("name", PAGES)
def test_a1_tags_are_closed_in_order(name):
    nesting = _Nesting()
    nesting.feed(page(name, "en"))
    assert not nesting.wrong
    assert not nesting.open


@pytest.mark.parametrize("name", PAGES)
def test_e4_every_picture_has_words_or_says_that_it_needs_none_and_keeps_its_room(name):
    for image in parsed(name, "en").css("img"):
        assert "alt" in image.attributes
        assert {"width", "height"} <= set(image.attributes)


@pytest.mark.parametrize("name", PAGES)
def test_a1_regions_of_one_kind_are_told_apart(name):
    labels = [node.attributes.get("aria-label") for node in parsed(name, "en").css("nav")]
    assert None not in labels
    assert len(labels) == len(set(labels))


def test_the_same_page_is_printed_the_same():
    template, sample = PAGES["article"]
    once, again = (rendering().printed(template, sample("ur"), language="ur") for _ in range(2))
    assert once == again


def test_a3_dates_are_there_for_people_and_machines():
    times = parsed("article", "ur").css(".dates time")
    assert [(time.attributes["datetime"], time.text()) for time in times] == [
        ("2026-03-12T06:30:00+00:00", "12 مارچ 2026"),
        ("2026-04-02T08:00:00+00:00", "2 اپریل 2026"),
    ]


def test_a4_a_contents_list_is_shown_from_three_headings_on():
    assert len(parsed("article", "en").css(".contents a")) == 3
    assert not parsed("article-bare", "en").css(".contents")


def test_a2_many_contributors_are_named_in_a_line_and_told_about_below():
    tree = parsed("article-crowded", "en")
    assert len(tree.css(".byline__names .byline__name")) == 9
    assert len(tree.css(".contributors li")) == 12
    assert " and " in tree.css_first(".byline__names").text()
    assert not parsed("article", "en").css(".contributors")


def test_k1_translations_are_named_for_readers_and_for_search_engines():
    tree = parsed("article", "en")
    assert [link.attributes["hreflang"] for link in tree.css(".translations a")] == ["ur", "ar"]
    alternates = {link.attributes["hreflang"]: link.attributes["href"] for link in tree.css("link[hreflang]")}
    assert alternates == {
        "en": "https://institute.example/articles/a/",
        "ur": "https://institute.example/ur/a/",
        "ar": "https://institute.example/ar/a/",
        "x-default": "https://institute.example/articles/a/",
    }


def test_the_way_to_another_language_leads_to_the_same_page_where_there_is_one():
    ways = {link.attributes["lang"]: link.attributes["href"] for link in parsed("article", "en").css(".languages a")}
    assert ways == {"ur": "/ur/a/", "ar": "/ar/a/", "ru": "/ru/"}


def test_c7_an_empty_block_prints_nothing():
    assert not parsed("list-empty", "en").css(".listing, .pager")
    tree = parsed("article-bare", "en")
    assert not tree.css(".topics, .disclaimer, .neighbours, .standfirst, .article__kicker, figure")


def test_a_page_that_is_not_to_be_found_says_so_to_search_engines():
    tree = parsed("not-found", "en")
    assert tree.css('meta[name="robots"][content="noindex"]')
    assert not tree.css('link[rel="canonical"]')


def test_what_a_person_wrote_cannot_become_markup():
    context = samples.article("en", title="<script>1</script>", kicker='"><b>', standfirst="a & b")
    made = rendering().render("articles/article.html", context, language="en")
    assert "<script>" not in made
    assert "&lt;script&gt;1&lt;" in made
    assert "<b>" not in made


def test_n3_no_template_knows_another_host_than_orcid():
    hosts = {
        host
        for folder in (
            themes.folder() / "templates",
            *PACKAGE.glob("*/templates"),
            *PACKAGE.glob("*/*/templates"),
        )
        for path in folder.rglob("*.html")
        for host in re.findall(r"https?://([\w.-]+)", path.read_text(encoding="utf-8"))
    }
    assert hosts <= {"orcid.org"}


@pytest.mark.parametrize("name", ["experts", "contact", "release"])
def test_k2_a_mail_address_that_is_to_be_written_to_is_broken_before_its_sign(name):
    links = [link for link in parsed(name, "ur").css('main a[href^="mailto:"]') if "@" in link.text()]
    assert links and all("<wbr>@" in link.html and f"mailto:{link.text()}" in link.html for link in links)
