"""What comes from word processors becomes blocks: clean, in order, nothing lost. Row I1."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.content import footnotes
from communique.content.manuscripts.blocks import body
from communique.content.manuscripts.passages import passages
from communique.text.plain import text_of

CLIPBOARD = Path(__file__).parent / "clipboard"


def pasted(html: str) -> list[tuple[str, object]]:
    """Kind and value of each block."""
    return [(block["type"], block["value"]) for block in body(passages(html)).blocks]


@pytest.fixture
def from_word():
    return pasted((CLIPBOARD / "word.html").read_text(encoding="utf-8"))


@pytest.fixture
def from_google():
    return pasted((CLIPBOARD / "google_docs.html").read_text(encoding="utf-8"))


def test_i1_a_page_of_word_comes_in_order(from_word):
    assert [kind for kind, _ in from_word] == [
        *("heading", "paragraph", "heading", "list", "paragraph", "list", "table", "quote", "paragraph"),
    ]


def test_i1_words_marks_survive_and_its_looks_do_not(from_word):
    written = str(from_word)
    assert "<b>register</b>" in written and "<i>fewer</i>" in written
    assert not any(rubbish in written for rubbish in ("Mso", "mso", "style", "font", "o:p", "supportLists", "\xa0"))


def test_i1_words_list_paragraphs_become_lists_in_lists(from_word):
    assert from_word[3][1] == (
        "<ul><li>To the yard<ul><li>by rail</li></ul></li>"
        '<li>To the <a href="https://ports.example/a?b=1&amp;c=2">quay</a></li></ul>'
    )
    assert from_word[5][1] == "<ol><li>weigh</li><li>load</li></ol>"


def test_i1_words_headings_are_levels_of_ours(from_word):
    assert [(value["text"], value["level"]) for kind, value in from_word if kind == "heading"] == [
        ("What a register is for", 2),
        ("Where boxes go", 3),
    ]


def test_i1_a_table_with_a_bold_first_row_has_headers(from_word, from_google):
    for kind, value in (from_word[6], from_google[-1]):
        assert kind == "table" and [column["heading"] for column in value["columns"]] == ["Port", "Boxes"]
        assert value["rows"] == [{"values": ["<p>Gwadar</p>", "<p>120</p>"]}]


def test_i1_words_footnotes_come_along(from_word):
    (note,) = footnotes.notes(from_word[1][1])
    assert note.text == "Harbour book of <i>1931</i>, p. 4." and "boxes.<footnote" in from_word[1][1]


def test_i1_a_footnote_of_a_heading_stands_below_it():
    noted = '<h2>Ports<a href="#_ftn1">[1]</a></h2><p id="_ftn1"><a href="#_ftnref1">[1]</a> See there.</p>'
    (_, title), (kind, text) = pasted(noted)
    assert title["text"] == "Ports" and kind == "paragraph" and footnotes.notes(text)[0].text == "See there."


def test_i1_a_picture_that_a_clipboard_only_names_is_told(from_word):
    assert body(passages((CLIPBOARD / "word.html").read_text(encoding="utf-8"))).left_out == 1


def test_i1_a_page_of_google_docs_comes_in_order(from_google):
    assert [kind for kind, _ in from_google] == ["heading", "paragraph", "heading", "list", "table"]
    assert from_google[1][1] == (
        '<p>Ports that share a <b>register</b> lose <i>fewer</i> boxes, by a '
        '<a href="https://ports.example/count">count</a> of 10<sup>3</sup>.</p>'
    )  # fmt: skip
    assert from_google[3][1] == "<ul><li>To the yard<ul><li>by rail</li></ul></li><li>To the quay</li></ul>"


BROKEN = """<p class=MsoNormal><b>One <i>two</b> three</i><p>four<table><tr><td>five<td>six<p>seven</table>
<ul>eight<li>nine<ol><li>ten</ul>eleven<h3>twelve<p>thirteen</h3><div>fourteen<span>fifteen<br><br>sixteen
<o:p>&nbsp;</o:p><![if !vml]>seventeen<![endif]></div><blockquote>eighteen</p>"""


def test_i1_a_page_of_broken_markup_loses_no_word():
    said = text_of(" ".join(map(str, pasted(BROKEN))))
    numbers = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    assert [word for word in [*numbers.split(), "seventeen", "eighteen"] if word not in said] == []


def test_i1_a_link_into_a_file_of_ones_own_becomes_plain_text():
    assert pasted('<p>See <a href="file:///C:/a.docx">this</a> and <a href="javascript:x()">that</a>.</p>') == [
        ("paragraph", "<p>See this and that.</p>")
    ]


def test_i1_scripts_and_hidden_words_stay_outside():
    assert pasted("<p>Seen<span style='display:none'>hidden</span></p><script>alert(1)</script>") == [
        ("paragraph", "<p>Seen</p>")
    ]


def test_i1_a_frame_around_a_paragraph_is_no_table():
    assert pasted("<table><tr><td><p>Words</p></td></tr></table>") == [("paragraph", "<p>Words</p>")]


@settings(max_examples=60, deadline=None)
@given(st.recursive(
    st.sampled_from(["word", "ports", "بندرگاہ", "a & b"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "b", "span", "ul", "li", "h2", "blockquote", "table", "td", "o:p", "em"]),
        st.lists(inner, min_size=1, max_size=3),
    ), max_leaves=12))  # fmt: skip
def test_i1_no_markup_loses_a_word_or_its_place(html):
    from selectolax.lexbor import LexborHTMLParser

    there = LexborHTMLParser(html).body.text()
    here = text_of(" ".join(_words(value) for _, value in pasted(html)))
    assert "".join(here.split()) == "".join(there.split())


def _words(value) -> str:
    if isinstance(value, str):
        return value.replace("<li>", " ").replace("</p>", " ")
    if isinstance(value, dict):
        return " ".join(_words(part) for key, part in value.items() if key not in ("level", "type", "anchor"))
    return " ".join(map(_words, value)) if isinstance(value, list) else ""
