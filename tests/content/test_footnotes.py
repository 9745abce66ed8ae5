"""Footnotes: written where they belong, numbered when a page is set. Row A12."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from communique.content.bodies import typeset
from communique.content.footnotes import Note, mark, notes, written
from communique.publishing import words

from .stories import article, block, copies

PORTS, GRAIN = Note("a", "Ministry of Ports, <i>Annual review</i>, 2024."), Note("b", "Ibid.")


def _set(*blocks, language="en", pages=None):
    told = [{"type": kind, "value": value, "id": "1"} for kind, value in blocks]
    return typeset(told, picture={}.get, address=(pages or {}).get, say=words.in_language(language)).html


def _paragraph(*notes):
    return "paragraph", f"<p>Told{''.join(mark(note) for note in notes)}.</p>"


def test_a12_a_footnote_is_numbered_and_leads_there_and_back():
    tree = LexborHTMLParser(_set(_paragraph(PORTS)))
    reference, back = tree.css_first('[role="doc-noteref"]'), tree.css_first('[role="doc-backlink"]')
    assert (reference.text(), reference.attributes["href"]) == ("1", "#note:1")
    assert back.attributes["href"] == f"#{reference.attributes['id']}"
    assert tree.css_first('[role="doc-endnotes"] li').attributes["id"] == "note:1"
    assert tree.css_first("li i").text() == "Annual review"


def test_a12_notes_are_numbered_through_all_kinds_of_blocks():
    def note(number):
        return mark(Note(str(number), f"Note {number}"))

    html = _set(
        ("paragraph", f"<p>{note(1)}</p>"),
        ("list", f"<ul><li>{note(2)}</li></ul>"),
        ("quote", {"text": f"<p>{note(3)}</p>", "attribution": ""}),
        ("figure", {"picture": None, "caption": f"<p>At dusk{note(4)}</p>", "credit": "", "source": ""}),
        ("table", {"columns": [{"type": "text", "heading": "Port"}], "rows": [{"values": [f"<p>{note(5)}</p>"]}]}),
        ("aside", {"title": "", "text": f"<p>{note(6)}</p>"}),
        ("details", {"summary": "More", "text": f"<p>{note(7)}</p>"}),
    )
    assert re.findall(r'role="doc-noteref" aria-label="Note (\d)">\1<', html) == list("1234567")
    assert re.findall(r'<li id="note:(\d)"><p dir="auto">Note \1 ', html) == list("1234567")


def test_a12_several_references_to_one_note_share_it_and_each_can_be_gone_back_to():
    tree = LexborHTMLParser(_set(_paragraph(PORTS), _paragraph(GRAIN), _paragraph(PORTS)))
    assert [one.text() for one in tree.css(".noteref")] == ["1", "2", "1"]
    ids = [one.attributes["id"] for one in tree.css(".noteref a")]
    assert ids == ["noteref:1", "noteref:2", "noteref:1:2"]
    assert [one.attributes["href"] for one in tree.css("li:first-child .notes__back")] == ["#noteref:1", "#noteref:1:2"]


def test_a12_two_notes_that_say_the_same_stay_two():
    """ "Ibid." here and "Ibid." there speak of different books."""
    html = _set(_paragraph(PORTS, GRAIN), _paragraph(Note("c", "Ibid.")), ("paragraph", mark(Note("", "Ibid.")) * 2))
    assert html.count("<li id=") == 5


def test_a12_the_section_is_headed_in_the_language_of_the_page():
    assert '<h2 id="notes">حواشی</h2>' in _set(_paragraph(PORTS), language="ur")
    assert "notes" not in _set(("paragraph", "<p>Nothing to add.</p>"))


def test_a12_a_note_keeps_its_own_direction_and_its_addresses_can_be_followed():
    html = _set(_paragraph(Note("a", "See https://ports.example/a_(b)?c=1&amp;d=2.")))
    address = "https://ports.example/a_(b)?c=1&amp;d=2"
    assert f'<p dir="auto">See <a class="address" href="{address}"><bdi dir="ltr">{address}</bdi></a>. ' in html


def test_a7_a_link_that_is_its_own_address_says_so_that_paper_need_not_tell_it_twice():
    shown = _set(_paragraph(Note("a", '<a href="https://a.example/">https://a.example/</a>')))
    assert '<a class="address" href="https://a.example/">https://a.example/</a>' in shown
    assert '<a href="https://a.example/">ports</a>' in _set(
        _paragraph(Note("a", '<a href="https://a.example/">ports</a>'))
    )


def test_a12_a_note_links_to_public_pages_only():
    linked = Note("a", '<a linktype="page" id="3">Ports</a>')
    assert '<a href="/ports/">Ports</a>' in _set(_paragraph(linked), pages={3: "/ports/"})
    assert "<a linktype" not in _set(_paragraph(linked)) and "Ports" in _set(_paragraph(linked))


@pytest.mark.parametrize("text", ["", "  ", "<p></p>"])
def test_a12_a_footnote_without_words_leaves_nothing(text):
    assert _set(_paragraph(Note("a", text))) == "<p>Told.</p>"


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>x", '<img src=x onerror="alert(1)">x', '<a href="javascript:alert(1)">x</a>']
)
def test_a12_a_note_cannot_run_anything(hostile):
    html = _set(_paragraph(Note('k"><script>', hostile)))
    assert "alert" not in html and "<script" not in html


def test_a12_what_is_stored_can_be_read_again():
    note = Note("k-1", 'Ports & "Grain" <i>of</i> <a href="https://x.example/">x</a>')
    assert notes(f"<p>{mark(note)}{mark(GRAIN)}</p>") == [Note("k-1", written(note.text)), GRAIN]


def test_a12_paragraphs_of_a_note_are_parted_by_line_breaks():
    assert written('<p data-block-key="x">One.</p><p>Two.</p>') == "One.<br>Two."


@pytest.mark.django_db
def test_a12_feeds_carry_the_notes_and_their_links_lead_to_the_page():
    article("Ports", body=[block(*_paragraph(PORTS))])
    told = next(one for one in copies("feed", "en") if one.address.endswith(".json")).body.decode()
    assert "Annual review" in told and "doc-endnotes" in told
    assert r"/research/ports/#note:1\"" in told and r"/research/ports/#noteref:1\"" in told
    assert r"href=\"#" not in told


@pytest.mark.django_db
def test_a12_the_desk_stores_what_it_is_given_and_makes_it_safe():
    from communique.sections.articles.models import ArticlePage

    widget = ArticlePage._meta.get_field("body").stream_block.child_blocks["paragraph"].field.widget
    stored = f"<p>Told{mark(PORTS)} and</p>"
    draft = widget.converter.from_database_format(stored)
    assert '"FOOTNOTE"' in draft and "Annual review" in draft
    kept = re.sub(r' data-block-key="\w+"', "", widget.converter.to_database_format(draft))
    assert kept == stored
    forged = draft.replace("Ministry of Ports", "<script>alert(1)</script>")
    assert "script" not in widget.converter.to_database_format(forged)


@pytest.mark.django_db
def test_a12_the_form_for_a_note_refuses_one_that_says_nothing(client, hamid):
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    opened = client.post("/desk/footnote/", {"stored": PORTS.text})
    assert "Annual review" in opened.json()["form"] and "data-draftail-input" in opened.json()["form"]
    empty = client.post("/desk/footnote/", {"footnote-text": '{"blocks": [], "entityMap": {}}'})
    assert empty.status_code == 422 and "Write what the note says" in empty.json()["form"]
    assert client.get("/desk/footnote/").status_code == 405
