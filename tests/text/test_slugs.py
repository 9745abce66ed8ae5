"""Slugs keep their own script and always satisfy the desk."""

from urllib.parse import quote

import pytest
from django.core.validators import validate_unicode_slug
from hypothesis import given
from hypothesis import strategies as st

from communique.text.slugs import LONGEST, decoded, free, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ports of the Gulf", "ports-of-the-gulf"),
        ("Iran’s gas: who pays?", "irans-gas-who-pays"),
        ("پاکستان اور روس", "پاکستان-اور-روس"),
        ("العلاقات العربيـة – الروسية", "العلاقات-العربية-الروسية"),
        ("Россия и Пакистан: итоги", "россия-и-пакистан-итоги"),
        ("اعلیٰ سطحی مذاکرات، 2026", "اعلی-سطحی-مذاکرات-2026"),
        ("Ёлка й", "ёлка-й"),
        ("  --Already---a-slug--  ", "already-a-slug"),
        ("naïve café", "naïve-café"),
    ],
)
def test_k5_a_slug_is_in_the_titles_own_script(title, expected):
    assert slug(title) == expected


def test_k5_a_percent_encoded_slug_is_read_first():
    assert slug(quote("پاکستان-اور-روس").lower()) == "پاکستان-اور-روس"


@pytest.mark.parametrize("text", ["50% of gas", "100%", "%ff%fe", "growth-%zz"])
def test_k5_what_only_looks_encoded_is_left_as_it_is(text):
    assert decoded(text) == text


def test_k5_nothing_left_gives_the_fallback():
    assert slug("؟!…", fallback="article-7") == "article-7"


def test_k5_a_long_title_ends_between_words():
    made = slug("gas " * 100)
    assert len(made) <= LONGEST
    assert made.endswith("gas")


def test_k5_a_taken_slug_gets_the_next_free_number():
    assert free("gas", {"gas", "gas-2"}) == "gas-3"
    assert len(free("g" * LONGEST, {"g" * LONGEST})) == LONGEST


@given(st.text())
def test_k5_every_slug_is_one_that_the_desk_accepts_and_stays_as_it_is(text):
    made = slug(text, fallback="x")
    validate_unicode_slug(made)
    assert len(made) <= LONGEST
    assert slug(made) == made
