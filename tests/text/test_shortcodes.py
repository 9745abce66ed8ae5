"""Shortcodes in a text: which square brackets are WordPress', and which are an editor's words. Row I6."""

from __future__ import annotations

import pytest

from communique.text import shortcodes


def names(text: str) -> list[str]:
    return [each.name for each in shortcodes.find(text) if each.role == "opens"]


@pytest.mark.parametrize(
    "text",
    [
        "He said [sic] that",
        "as shown [1] and [12]",
        "[emphasis added]",
        "the [liberty] to choose",
        "[and the guy who posted this should know]",
        "[[gallery]] is how one writes it",
        "[[caption id=1]text[/caption]]",
        "[note]",  # not alone on its line, see below
        "text [Gallery] text",
        "[link](https://example.org)",
        "array[0] and array[index]",
    ],
)
def test_editorial_brackets_are_text(text):
    assert names(f"Before {text} after.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("x [gallery] y", "gallery"),
        ('x [anything size="3"] y', "anything"),
        ("x [mc4wp_form id='12'] y", "mc4wp_form"),
        ("[contact_form_seven]", "contact_form_seven"),
        ("x [su_box]words[/su_box] y", "su_box"),
        ("x [strange]words[/strange] y", "strange"),
        ("<p>[my-form]</p>", "my-form"),
        ('[foo bar="a[b]c"]', "foo"),
        ("[vc_row][vc_column]x", "vc_row"),
        ("[toc]", "toc"),
        ("x [youtube=https://youtu.be/abcdefghijk] y", "youtube"),
        ("[audio https://example.org/a.mp3]", "audio"),
    ],
)
def test_shortcodes_are_known_by_name_or_by_how_they_are_written(text, name):
    assert name in names(text)


def test_attributes_are_read_by_name_and_by_place():
    read = shortcodes.attributes("id=\"3\" caption='A &amp; B' width=300 “curly” https://x.example")
    assert read == {"id": "3", "caption": "A & B", "width": "300", "0": "curly", "1": "https://x.example"}


def test_a_tag_is_closed_by_the_next_end_of_its_name():
    found = shortcodes.find("[su_a][su_b]x[/su_b][su_a]y[/su_a][/su_a][su_c]")
    pairs = {found[opening].start: found[closing].start for opening, closing in shortcodes.pairs(found).items()}
    assert pairs == {0: 34, 6: 13, 20: 27}
