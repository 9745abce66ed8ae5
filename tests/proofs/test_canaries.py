"""The search for canaries finds them, and the census plants one wherever words can stand."""

from __future__ import annotations

import gzip
import zlib
from base64 import b64encode
from html import escape
from urllib.parse import quote

import brotli
import pytest
from wagtail.fields import StreamField

from communique.content.blocks import Body
from communique.content.models import HomePage
from communique.content.slots.blocks import Slots
from communique.sections.articles.models import ArticlePage
from tests.content import stories

from .canaries import Canaries
from .census import fields, planting, rows
from .census.blocks import texts
from .census.words import NEVER, OPEN, Purse, leaked

WRITINGS = {
    "as it is": bytes,
    "in capitals": bytes.upper,
    "in a text": lambda word: b"before" + word + b"after",
    "by two bytes a letter": lambda word: word.decode().encode("utf-16-le"),
    "by percent signs": lambda word: "".join(f"%{sign:02x}" for sign in word).encode(),
    "by entities": lambda word: "".join(f"&#{sign};" for sign in word).encode(),
    "by escapes of JSON": lambda word: "".join(f"\\u{sign:04x}" for sign in word).encode(),
    "in hexadecimals": lambda word: word.hex().encode(),
    "in base64": b64encode,
    "in base64 after something": lambda word: b64encode(b"ab" + word + b"cd"),
    "with gzip": gzip.compress,
    "with zlib": zlib.compress,
    "with brotli": brotli.compress,
    "backwards": lambda word: word[::-1],
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_word_is_found_however_it_is_written(writing):
    canaries = Canaries()
    word = canaries.plant("a draft").encode()
    assert quote(word) == escape(word.decode()) == word.decode(), "letters are what they are in addresses and in HTML"
    assert canaries.found_in(WRITINGS[writing](word))
    assert not canaries.found_in(WRITINGS[writing](b"what all may read"))


def test_what_is_for_all_is_no_leak_and_everything_else_is():
    canaries = Canaries()
    told, kept = (Purse(canaries, "a page", seen).word("title") for seen in (OPEN, NEVER))
    assert leaked(canaries.found_in(f"{told} {kept}".encode())) == {"never: a page: title"}


def test_every_field_that_holds_text_takes_a_word_or_is_listed_with_the_reason():
    assert planting.takes_no_word() == set(planting.TOO_NARROW)


@pytest.mark.django_db
def test_every_place_in_a_body_and_in_slots_gets_a_word():
    canaries = Canaries()
    stories.article("The first")
    for kind in (ArticlePage, HomePage):
        rows.drafted(kind, Purse(canaries, "a draft"))
    planted = {where.rpartition(": ")[2] for where in canaries.planted.values()}
    assert {place for stream in (Body(), Slots()) for place in texts(stream)} <= planted
    simple = {fields.name(field) for field in fields.of(ArticlePage) if not isinstance(field, StreamField)}
    assert simple - set(planting.TOO_NARROW) <= planted
