"""Footnotes of WordPress become ours; where they are broken nothing is lost, and editors are told. Row A12."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.content.bodies import typeset
from communique.content.footnotes import Note, mark
from communique.migration.wordpress.conversion import Footnote, Footnotes, Link, Surroundings, convert, footnotes
from communique.publishing import words
from communique.text.plain import text_of

SHOWN = "<!-- wp:footnotes /-->"
ONE, TWO = "5c1f2c9a-0c35-4d3e-9d52-0d0e8c7f4b11", "9a0d63f1-7a1f-4a39-8a37-1f7b6f3f2c22"


def number(name, shown=1):
    return f'<sup data-fn="{name}" class="fn"><a href="#{name}" id="{name}-link">{shown}</a></sup>'


def paragraph(text):
    return f"<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->"


def notes(*pairs):
    return Footnotes(tuple(Footnote(*pair) for pair in pairs))


def converted(text, found, **more):
    return convert(text, Surroundings(footnotes=found, **more))


def values(text, found, **more):
    return [(block["type"], block["value"]) for block in converted(text, found, **more).body]


def test_numbers_in_the_text_become_footnotes_with_their_words():
    found = notes((ONE, "Ministry, <em>Review</em>, 2024."), (TWO, "Ibid."))
    text = paragraph(f"Told{number(ONE)} and told{number(TWO, 2)}.") + SHOWN
    first, second = mark(Note(ONE, "Ministry, <i>Review</i>, 2024.")), mark(Note(TWO, "Ibid."))
    assert values(text, found) == [("paragraph", f"<p>Told{first} and told{second}.</p>")]


def test_several_numbers_may_lead_to_one_note():
    html = _set(paragraph(f"A{number(ONE)} B{number(ONE)}") + SHOWN, notes((ONE, "Ibid.")))
    assert html.count('href="#note:1"') == 2 and html.count('id="note:') == 1


def test_links_in_a_note_are_found_like_those_in_the_text():
    found = notes((ONE, 'See <a href="https://institute.example/ports/">ports</a>.'))
    ((_, value),) = values(paragraph(f"A{number(ONE)}") + SHOWN, found, link=lambda address: Link("/ports/", 7))
    assert "linktype=&quot;page&quot; id=&quot;7&quot;" in value


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- wp:list --><ul><li>A{number(ONE)}</li></ul><!-- /wp:list -->",
        f"<blockquote><p>A{number(ONE)}</p></blockquote>",
        f"<table><tr><th>Port</th></tr><tr><td>A{number(ONE)}</td></tr></table>",
        f"<details><summary>More</summary><p>A{number(ONE)}</p></details>",
    ],
)
def test_notes_are_found_in_all_blocks_of_rich_text(text):
    assert "Ibid." in _set(text + SHOWN, notes((ONE, "Ibid."))).split('role="doc-endnotes"')[1]


def test_what_no_number_leads_to_stays_a_list_where_it_was():
    text = paragraph(f"A{number(ONE)}") + SHOWN + paragraph("B")
    kinds = values(text, notes((ONE, "One"), (TWO, "Two <em>lost</em>"), ("", "Three"), (ONE, "One more")))
    assert [kind for kind, _ in kinds] == ["paragraph", "list", "paragraph"]
    assert kinds[1][1] == "<ol><li>Two <i>lost</i></li><li>Three</li><li>One more</li></ol>"


def test_a_note_of_a_passage_that_is_kept_as_it_was_stays_in_the_list():
    passage = f"<p>A <ruby>b<rt>c</rt></ruby>{number(ONE)}</p>"
    found = converted(passage + SHOWN, notes((ONE, "Ibid.")))
    assert [block["type"] for block in found.body] == ["imported", "list"]


def test_a_number_without_its_note_stays_and_is_counted():
    found = converted(paragraph(f"A{number(ONE)} B{number(TWO, 2)}") + SHOWN, notes((ONE, "Ibid.")))
    assert "B<sup>2</sup>" in found.body[0]["value"]
    assert found.body[-1]["value"] == {"name": "core/footnotes", "attributes": TWO, "original": "Ibid."}
    assert found.not_brought == {"core/footnotes": 1}


@pytest.mark.parametrize("broken", ['[{"id":"x","content":"Say "no""}]', "{}", "[1]", "not json"])
def test_notes_that_cannot_be_read_are_kept_for_editors_and_counted(broken):
    found = converted(paragraph(f"A{number(ONE)}") + SHOWN, footnotes.read(broken))
    assert found.body[0]["value"] == "<p>A<sup>1</sup></p>"
    assert found.body[-1]["type"] == "unresolved" and found.body[-1]["value"]["original"] == broken
    assert found.not_brought == {"core/footnotes": 1}


def test_what_wordpress_did_not_show_is_not_shown_here():
    found = converted(paragraph(f"A{number(ONE)}"), notes((ONE, "A secret.")))
    assert "secret" not in found.body[0]["value"] and found.body[-1]["type"] == "unresolved"
    assert values(paragraph("A") + SHOWN, footnotes.read("")) == [("paragraph", "<p>A</p>")]


def test_wordpress_list_is_read():
    stored = json.dumps([{"id": ONE, "content": "Ibid."}, {"content": "x"}])
    assert footnotes.read(stored) == notes((ONE, "Ibid."), ("", "x"))


NAMES = st.sampled_from(["a", "b", "c", "d"])
NOTES = st.lists(
    st.tuples(NAMES | st.just(""), st.sampled_from(["amber", "basalt <em>cedar</em>", "delta & ember"])), max_size=5
)


@given(NOTES, st.lists(NAMES, max_size=6), st.sampled_from(["p", "li", "pre", "h2", "td", "q"]))
def test_no_word_of_a_note_is_lost(told, numbers, tag):
    inside = f"<{tag}>fjord{''.join(map(number, numbers))}</{tag}>"
    outer = {"li": "<ul>{}</ul>", "td": "<table><tr>{}</tr></table>"}.get(tag, "{}")
    shown = text_of(_set(outer.format(inside) + SHOWN, notes(*told)))
    for _, content in told:
        assert text_of(content) in shown


def _set(text, found):
    body = converted(text, found).body
    return typeset(body, picture={}.get, address={}.get, say=words.in_language("en")).html
