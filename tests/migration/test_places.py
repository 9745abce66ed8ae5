"""Places that links lead to survive (rule 12): contents lists, notes, and other people's pages point at them."""

from __future__ import annotations

import pytest

from communique.migration.wordpress.conversion import Link, Surroundings, convert


def places(text: str) -> list[tuple[str, str]]:
    """The blocks of a text in order, with what stands for a place."""
    named = {"places": "names", "heading": "anchor"}
    return [
        (block["type"], block["value"][named[block["type"]]] if block["type"] in named else "")
        for block in convert(text).body
    ]


@pytest.mark.parametrize(
    ("stored", "blocks"),
    [
        ('One\n\nTwo <a name="x"></a>three', [("paragraph", ""), ("places", "x"), ("paragraph", "")]),
        ('<a id="x"></a>\n\nOne', [("places", "x"), ("paragraph", "")]),
        ('<p id="x">One</p><a href="#x">up</a>', [("places", "x"), ("paragraph", "")]),
        ('<p id="x">One</p>', [("paragraph", "")]),
        ('<ol><li id="n1">Note</li></ol>See <a href="#n1">1</a>', [("places", "n1"), ("list", ""), ("paragraph", "")]),
        ('<h2><a name="x"></a>One</h2>', [("heading", "x")]),
        ('<h2 id="y"><a name="x"></a>One</h2>', [("places", "x"), ("heading", "y")]),
        ('<h2>X</h2><p id="x">One <a href="#x">up</a></p>', [("heading", "x-2"), ("places", "x"), ("paragraph", "")]),
        ('<a name="x"></a>One <a name="x"></a>two', [("places", "x"), ("paragraph", "")]),
        ('<a name="not one word"></a>One', [("paragraph", "")]),
        ('<div id="x"><p>One <a href="#x">up</a></p></div>', [("places", "x"), ("paragraph", "")]),
        (
            '<details><summary>One</summary><p id="x">Two</p></details><a href="#x">in</a>',
            [("places", "x"), ("details", ""), ("paragraph", "")],
        ),
    ],
)
def test_a_place_stands_before_the_block_that_held_it(stored, blocks):
    assert places(stored) == blocks


def test_notes_and_their_marks_lead_to_each_other():
    text = 'Said<a href="#_ftn1" name="_ftnref1">[1]</a>.\n\n<a href="#_ftnref1" name="_ftn1">[1]</a> Where.'
    above, said, below, note = (block["value"] for block in convert(text).body)
    assert (above["names"], below["names"]) == ("_ftnref1", "_ftn1")
    assert said == '<p>Said<a href="#_ftn1">[1]</a>.</p>'
    assert note == '<p><a href="#_ftnref1">[1]</a> Where.</p>'


def test_a_link_into_another_page_keeps_its_place():
    (block,) = convert('<a href="/a/#x">One</a>', Surroundings(link=lambda address: Link(address, 5))).body
    assert block["value"] == '<p><a linktype="page" id="5" fragment="#x">One</a></p>'
