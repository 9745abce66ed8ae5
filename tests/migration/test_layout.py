"""Shortcodes that only arrange: their layout goes, words stay words, and what a tag itself says is kept for editors."""

from __future__ import annotations

import pytest

from communique.migration.wordpress.conversion import convert

from .reader import page

APART = {
    "columns": ("[one_half]One[/one_half][one_half_last]two[/one_half_last]", "<p>One</p><p>two</p>"),
    "boxes beside words": ("One[box]two[/box]three", "<p>One</p><p>two</p><p>three</p>"),
    "tabs": ("[tabs][tab]One[/tab][tab]two[/tab][/tabs]<b>three</b>", "<p>One</p><p>two</p><p><b>three</b></p>"),
    "a builder's rows": (
        "[vc_row][vc_column][vc_column_text]One[/vc_column_text][/vc_column][/vc_row][vc_row]two[/vc_row]",
        "<p>One</p><p>two</p>",
    ),
    "a stray caption": ("One[caption]two[/caption]three", "<p>One</p><p>two</p><p>three</p>"),
    "words in a line": ("One [highlight]two[/highlight], three", "<p>One two, three</p>"),
    "a note beside a word": ("One[ref]two[/ref], three", "<p>One two, three</p>"),
    "what is not known": ("<b>One</b>[strange]two[/strange]", "<p><b>One</b> two</p>"),
    "an initial": ("[dropcap]O[/dropcap]ne two", "<p>One two</p>"),
    "fields of a form": ("<form>One<label>two</label><input><button>three</button></form>", "<p>One two three</p>"),
    "rows without a table": ("<tr><td>One</td></tr>two <p>three</p>", "<p>One</p><p>two</p><p>three</p>"),
}


@pytest.mark.parametrize(("stored", "shown"), APART.values(), ids=APART.keys())
def test_no_two_words_grow_together(stored, shown):
    assert page(convert(stored).body) == shown


def test_not_even_where_rows_stand_beside_a_table():
    rows = "<tr><td>One</td></tr>two <table><tr><td>three</td></tr></table>"
    assert page(convert(rows).body).startswith("<p>One</p><p>two</p>")


@pytest.mark.parametrize(
    "tag",
    [
        '[vc_single_image image="3"]',
        '[vc_custom_heading text="Our fellows"]',
        '[et_pb_image src="https://a.example/b.jpg"]',
        '[tab title="Gas"]Words[/tab]',
        '[su_button url="https://a.example/"]Words[/su_button]',
    ],
)
def test_what_a_tag_of_layout_says_itself_is_kept_for_editors_and_counted(tag):
    made = convert(tag)
    (kept,) = [block["value"] for block in made.body if block["type"] == "unresolved"]
    assert tag.startswith(kept["original"])
    assert made.not_brought == {kept["name"]: 1}


@pytest.mark.parametrize("tag", ['[vc_column width="1/2"]', "[vc_row]", '[tab title=""]', '[su_icon name="icon: x"]'])
def test_what_only_arranges_leaves_no_trace(tag):
    made = convert(f"{tag} Words")
    assert page(made.body) == "<p>Words</p>"
    assert not made.not_brought


def test_a_formula_is_kept_as_a_formula():
    formula = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
    assert page(convert(f"So {formula} holds").body) == f"<div><p>So {formula} holds</p></div>"
