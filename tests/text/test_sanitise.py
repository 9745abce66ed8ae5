"""What gets through the allow-lists, and what doesn't."""

import pytest

from communique.content.footnotes import Note, mark, notes
from communique.text.sanitise import inline, passage, rich_text

HOSTILE = [
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt&#58;alert(1)">x</a>',
    '<p onclick="alert(1)" style="position:fixed">x</p>',
    '<img src="/a.png" onerror="alert(1)">',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<iframe src="https://elsewhere.example/"></iframe>',
    "<form action=/-/x><input name=a></form>",
    '<a href="data:text/html,alert(1)">x</a>',
]


@pytest.mark.parametrize("clean", [passage, inline, rich_text])
@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_that_runs_gets_through(clean, markup):
    made = clean(markup).lower()
    for trace in ("alert", "javascript", "onerror", "onclick", "style", "<iframe", "<form", "<input", "<svg", "data:"):
        assert trace not in made


def test_a_passage_keeps_its_structure():
    table = '<table><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>2026</td></tr></tbody></table>'
    assert passage(table) == table


def test_a_formula_keeps_what_it_shows_and_nothing_that_acts():
    shown = '<math display="block"><mi>x</mi></math>'
    assert passage(shown) == shown
    acting = '<math><maction actiontype="x"><mi href="https://a.example/" onclick="go()">x</mi></maction></math>'
    assert "http" not in passage(acting) and "onclick" not in passage(acting) and "maction" not in passage(acting)


def test_a_passage_keeps_the_language_of_a_quotation():
    assert passage('<p lang="ur" dir="rtl">گیس</p>') == '<p lang="ur" dir="rtl">گیس</p>'


def test_a_picture_of_the_site_stays_and_one_of_another_host_goes():
    html = passage('<img src="/media/1/a.webp" alt="a > b"><img src="https://elsewhere.example/b.png" alt="c > d">')
    assert '<img src="/media/1/a.webp" alt="a &gt; b">' in html
    assert "elsewhere" not in html
    assert html.count("<img") == 1
    assert passage('<img src="//elsewhere.example/b.png">') == ""


def test_ids_and_classes_stay_outside():
    assert passage('<p id="main" class="has-red-color">x</p>') == "<p>x</p>"


def test_inline_text_has_no_blocks():
    assert inline("<h2>Gas</h2> <em>and</em> grain") == "Gas <em>and</em> grain"


def test_rich_text_keeps_links_by_page_number():
    link = '<a linktype="page" id="12">x</a>'
    assert rich_text(link) == link
    assert rich_text('<a linktype="evil" id="x1">x</a>') == "<a>x</a>"


def test_rich_text_keeps_footnotes():
    """Row A12: what comes from Word, a paste or an import keeps what it says below the line."""
    stored = mark(Note("k", 'Ports & <i>Grain</i> <a href="https://x.example/">x</a>'))
    assert notes(rich_text(f"<p>Told{stored}</p>")) == notes(stored)
