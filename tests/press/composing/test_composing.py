import gzip
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.press.composing import compose, impression_of, loose, name_of, parts_of, record_of, takes_pressing
from communique.press.objects import Include, Printed

FRAGMENTS = ["~a", "~b", "~c", "~none"]
texts = st.one_of(st.binary(max_size=300), st.binary(min_size=1, max_size=6).map(lambda word: word * 500))
includes = st.sampled_from(FRAGMENTS).map(Include)
bodies = st.lists(st.one_of(texts, includes), max_size=6).map(tuple)
flat = st.lists(texts, max_size=3).map(tuple)
nested = st.lists(st.one_of(texts, st.sampled_from([Include("~a"), Include("~b")])), max_size=4)


def impression(*body, media_type="text/html"):
    return impression_of(record_of(Printed("/", body, media_type)))


def whole(body, fragments):
    """What the body says with its fragments in their places, worked out the plain way."""
    return b"".join(
        whole(fragments.get(part.fragment, ()), fragments) if isinstance(part, Include) else part for part in body
    )


@given(
    body=bodies,
    a=flat,
    b=flat,
    c=st.lists(st.one_of(texts, st.sampled_from([Include("~a"), Include("~b")])), max_size=4),
)
@settings(max_examples=150, deadline=None)
def test_spliced_gzip_says_what_the_texts_say(body, a, b, c):
    fragments = {"~a": a, "~b": b, "~c": tuple(c)}
    pressed = {name: impression(*fragment) for name, fragment in fragments.items()}
    composed = compose(impression(*body), pressed.get)
    expected = whole(body, fragments)
    assert gzip.decompress(b"".join(composed.gzip())) == expected
    assert b"".join(composed.plain()) == expected
    assert (composed.length, composed.crc) == (len(expected), zlib.crc32(expected))


@given(text=st.binary(max_size=400), place=st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_no_text_is_an_instruction(text, place):
    hostile = text[:place] + b'~a<!--# include "~a" -->{"parts":["~a"]}' + text[place:]
    composed = compose(impression(hostile), {"~a": loose(b"never seen")}.get)
    assert b"".join(composed.plain()) == hostile
    assert composed.fragments == ()


def test_pictures_are_kept_as_they_are():
    picture = bytes(range(256)) * 10
    kept = impression(picture, media_type="image/webp")
    assert not kept.pressed
    assert b"".join(compose(kept, {}.get).plain()) == picture


def test_a_page_that_stands_alone_is_kept_in_brotli_too():
    text = b"The Straits remain open. " * 200
    assert brotli.decompress(bytes(impression(text).brotli)) == text
    assert impression(text, Include("~a")).brotli is None


def test_a_ring_is_left_out_and_named():
    ring = {"~a": impression(b"a", Include("~b")), "~b": impression(b"b", Include("~a"))}
    composed = compose(impression(b"page ", Include("~a")), ring.get)
    assert b"".join(composed.plain()) == b"page ab"
    assert composed.rings == ("~a",)


def test_fragments_stand_in_each_other_eight_deep_and_no_deeper():
    stairs = {f"~{step}": impression(b"%d" % step, Include(f"~{step + 1}")) for step in range(20)}
    composed = compose(impression(Include("~0")), stairs.get)
    assert b"".join(composed.plain()) == b"01234567"
    assert composed.rings == ("~8",)


def test_the_name_depends_on_the_text_and_the_places_of_fragments_alone():
    named = [
        Printed("/", (b"one ", b"two")),
        Printed("/other/", (b"one two", b"")),
        Printed("/", (b"one ", Include("two"))),
        Printed("/", (b"one", b" ", Include("two"))),
        Printed("/", (b"one two",), "image/webp"),
    ]
    names = [name_of(printed) for printed in named]
    assert names[0] == names[1]
    assert names[2] == names[3]
    assert len(set(names)) == 3


@given(body=bodies)
@settings(max_examples=40, deadline=None)
def test_the_printed_parts_come_back(body):
    again = parts_of(impression(*body))
    assert name_of(Printed("/", again)) == name_of(Printed("/", body))


@pytest.mark.parametrize(
    ("media_type", "pressed"),
    [
        ("text/html; charset=utf-8", True),
        ("application/feed+json", True),
        ("application/atom+xml", True),
        ("image/svg+xml", True),
        ("text/calendar", True),
        ("image/webp", False),
        ("image/jpeg", False),
        ("font/woff2", False),
        ("application/pdf", False),
    ],
)
def test_text_is_pressed_and_pictures_are_not(media_type, pressed):
    assert takes_pressing(media_type) is pressed
