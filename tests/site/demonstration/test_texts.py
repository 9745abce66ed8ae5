"""The texts are whole: enough of them in each language, well formed, in their own script, tied to what exists."""

import re
import unicodedata
from collections import Counter, defaultdict
from datetime import UTC, datetime

import pytest

from communique.content import charts
from communique.sections.articles import forms
from communique.site.demonstration import institute
from communique.site.demonstration.markup import References, blocks, words
from communique.site.demonstration.pictures import MOTIFS
from communique.site.demonstration.texts import LANGUAGES, articles, plain_pages

ARTICLES = articles()
LIVE = [article for article in ARTICLES if article.state == "live"]
KEYS = {article.key for article in ARTICLES}
REFERENCES = References(page=lambda key: 1, picture=lambda name: 1, document=3)
SCRIPTS = {"en": "LATIN", "ur": "ARABIC", "ar": "ARABIC", "ru": "CYRILLIC"}
PLACEHOLDER = re.compile(r"lorem|ipsum|\btodo\b|\btbd\b|\bxxx|placeholder|dummy|\[\[|\{\{|\.\.\.", re.IGNORECASE)

every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.key)

OUR_OWN = {"statement", "campaign"}
"""In these the institute speaks itself, and shortly."""


def said(article):
    """All that a reader sees of an article."""
    return "\n".join(
        [article.title, article.kicker, article.standfirst, article.picture_alt, *article.manuscript.lines]
    )


def share_of_script(text, script):
    letters = [letter for letter in text if letter.isalpha()]
    return sum(script in unicodedata.name(letter, "") for letter in letters) / len(letters)


def test_there_are_enough_articles_in_each_language():
    counted = Counter(article.language for article in LIVE)
    assert len(LIVE) >= 34
    assert counted["en"] >= 18 and counted["ur"] >= 6 and counted["ar"] >= 5 and counted["ru"] >= 5


def test_they_are_spread_over_the_years_and_none_is_from_the_future():
    assert {article.published.year for article in LIVE} == set(range(2019, 2027))
    assert max(article.published for article in LIVE) < datetime(2026, 11, 1, tzinfo=UTC)


def test_the_desk_has_something_to_do():
    assert Counter(article.state for article in ARTICLES)["draft"] >= 3
    assert all(article.published.year > 2030 for article in ARTICLES if article.state == "scheduled")


@every_article
def test_every_article_can_be_read_and_is_of_a_good_length(article):
    body = blocks(article.manuscript, REFERENCES)
    shortest = 60 if article.type in OUR_OWN else 350
    if article.state != "draft":
        assert shortest <= words(body) <= 900


@every_article
def test_headings_skip_no_level(article):
    levels = [block["value"]["level"] for block in blocks(article.manuscript, REFERENCES) if block["type"] == "heading"]
    fewest = 0 if article.type in OUR_OWN else 2 if article.state == "draft" else 3
    assert len(levels) >= fewest
    for above, below in zip([1, *levels], levels, strict=False):
        assert below <= above + 1


@every_article
def test_nothing_was_left_to_be_filled_in(article):
    assert not PLACEHOLDER.search(said(article))


@every_article
def test_each_is_written_in_the_script_of_its_language(article):
    assert share_of_script(said(article), SCRIPTS[article.language]) > 0.9


@every_article
def test_everything_an_article_names_exists(article):
    people = {person.slug for person in institute.people()}
    assert article.credits or article.type in OUR_OWN
    assert {credit.person for credit in article.credits} <= people
    assert article.topics and set(article.topics) <= {topic.slug for topic in institute.topics()}
    assert article.type in {kind.slug for kind in institute.types()}
    assert article.picture in MOTIFS


@every_article
def test_translations_come_after_their_original_and_name_a_translator_or_the_author(article):
    if article.original is None:
        return
    original = next(one for one in ARTICLES if one.key == f"{article.original}/{article.name}")
    assert original.original is None and original.published < article.published
    assert set(original.topics) == set(article.topics) and original.type == article.type
    assert article.credits[:1] == original.credits[:1]


def test_translation_groups_have_one_original_each():
    groups = defaultdict(list)
    for article in ARTICLES:
        groups[article.name].append(article)
    translated = [group for group in groups.values() if len(group) > 1]
    assert len(translated) >= 5
    assert any(len(group) == len(LANGUAGES) for group in translated)
    assert all([article.original for article in group].count(None) == 1 for group in groups.values())


def test_titles_and_slugs_are_used_once_in_a_language():
    for language in LANGUAGES:
        ours = [article for article in ARTICLES if article.language == language]
        assert len({article.title for article in ours}) == len({article.slug for article in ours}) == len(ours)


def test_every_language_has_the_same_plain_pages_in_its_own_script():
    for language in LANGUAGES:
        pages = plain_pages(language)
        assert set(pages) == {"about", "methods", "privacy", "accessibility"}
        for page in pages.values():
            assert blocks(page.manuscript, REFERENCES)
            text = " ".join([page.title, page.standfirst, *page.manuscript.lines])
            assert share_of_script(text, SCRIPTS[language]) > 0.8


def test_the_institute_is_described_in_every_language_in_its_own_script():
    people, topics, types = institute.people(), institute.topics(), institute.types()
    assert len(people) >= 10 and len(topics) >= 6 and {institute.FORMS[kind.slug] for kind in types} == set(forms.FORMS)
    for language in LANGUAGES:
        told = [text for named in (*people, *topics, *types) for text in named.texts[language].values()]
        edition = institute.editions()[LANGUAGES.index(language)]
        told += [edition.name, edition.tagline, edition.introduction, edition.address, edition.about]
        assert all(told)
        assert share_of_script(" ".join(told), SCRIPTS[language]) > 0.95


def test_every_language_shows_what_an_article_can_hold():
    """Issue 3: footnotes, pull quotes, tables with named rows, key findings and charts, each in all four."""
    for language in LANGUAGES:
        ours = [article for article in LIVE if article.language == language]
        bodies = [block for article in ours for block in blocks(article.manuscript, REFERENCES)]
        assert {"pullquote", "chart"} <= {block["type"] for block in bodies}
        assert any("<footnote" in str(block["value"]) for block in bodies)
        tables = [block["value"] for block in bodies if block["type"] == "table"]
        assert any(column["type"] == "name" for table in tables for column in table["columns"])
        assert any(article.findings for article in ours)
        assert {"correction", "update"} <= {change.told.kind for article in ours for change in article.changes}
    kinds = {
        one["value"]["kind"]
        for article in LIVE
        for one in blocks(article.manuscript, REFERENCES)
        if one["type"] == "chart"
    }
    assert kinds == {"line", "bars", "stacked", "dots"}
    assert any(change.told.kind == "retraction" for article in LIVE for change in article.changes)


@every_article
def test_every_chart_can_be_drawn_and_is_described(article):
    for block in blocks(article.manuscript, REFERENCES):
        if block["type"] == "chart":
            assert charts.faults(block["value"], article.language) == ()
            assert block["value"]["summary"] and block["value"]["source"] and block["value"]["unit"]


@every_article
def test_what_was_wrong_is_put_right_in_the_text(article):
    text = "\n".join(article.manuscript.lines)
    for change in article.changes:
        assert change.published > article.published
        if change.told.kind == "correction":
            assert change.told.right.rstrip(".۔").split(" ", 1)[1][:20] in text
