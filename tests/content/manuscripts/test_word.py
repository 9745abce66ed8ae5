"""An article from a Word file: all that it says comes along, and what is no text is refused in a sentence. Row I1."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from communique.content.manuscripts import word
from communique.content.models import Picture
from communique.sections.articles.models import ArticlePage
from tests.content.stories import home, section

from .files import NOTED, docx, drawing, listed, paragraph, table


def sound() -> bytes:
    return docx(
        paragraph("Ports of the Gulf", "Title"),
        paragraph("What a register is for.", "Sub"),
        paragraph("Boxes", "H1"),
        paragraph("Ports lose boxes.", more=NOTED),
        listed("by rail"),
        listed("by road"),
        paragraph("More", "H3"),
        drawing("rId4", "A harbour at dusk"),
        drawing("rId4"),
        drawing("rId5"),
        table(("Port", "Boxes"), ("Gwadar", "120")),
    )


def upload(desk, content, name="ports.docx", parent=None):
    parent = parent or section()
    file = SimpleUploadedFile(name, content)
    return desk.post(f"/desk/manuscripts/{parent.pk}/", {"file": file}, follow=True)


@pytest.mark.django_db
def test_i1_a_word_file_becomes_a_draft_with_all_that_it_says(desk):
    answer = upload(desk, sound())
    page = ArticlePage.objects.get()
    draft = page.get_latest_revision_as_object()
    kinds = [block["type"] for block in draft.body.get_prep_value()]
    assert (draft.title, draft.standfirst, page.live) == ("Ports of the Gulf", "What a register is for.", False)
    assert kinds == ["heading", "paragraph", "list", "heading", "figure", "figure", "table"]
    assert [block.value["level"] for block in draft.body if block.block_type == "heading"] == [2, 3]
    assert "Harbour book of 1931." in draft.body.get_prep_value()[1]["value"]
    told = answer.content.decode()
    assert "1 footnote" in told and "2 headings" in told and "1 table" in told and "1 picture was left out" in told


@pytest.mark.django_db
def test_i1_its_pictures_are_put_into_the_library_once(desk):
    upload(desk, sound())
    picture = Picture.objects.get(title__startswith="ports")  # once, though the text shows it twice
    assert picture.alt_text == "A harbour at dusk"
    assert picture.renditions.exists()


@pytest.mark.django_db
def test_i1_a_picture_without_description_waits_for_it_and_the_gate_says_so(desk):
    from communique.content import gate

    told = upload(desk, docx(paragraph("Words"), drawing("rId4"))).content.decode()
    assert "no description yet" in told
    found = gate.judge(ArticlePage.objects.get().get_latest_revision_as_object()).refusals
    assert "undescribed_pictures" in {finding.rule for finding in found}


@pytest.mark.django_db
def test_i1_an_urdu_section_gets_an_urdu_draft_and_a_text_without_title_its_files_name(desk):
    upload(desk, docx(paragraph("بندرگاہ ایک قطار ہے۔")), "بندرگاہ_اور_قطار.docx", section("تحقیق", "ur"))
    page = ArticlePage.objects.get()
    assert (page.language, page.title) == ("ur", "بندرگاہ اور قطار")


@pytest.mark.django_db
def test_i1_the_way_in_stands_in_sections_and_nowhere_else(desk):
    assert "New article from a Word file" in desk.get(f"/desk/pages/{section().pk}/").content.decode()
    assert "from a Word file" not in desk.get(f"/desk/pages/{home().pk}/").content.decode().replace("New page from", "")
    assert desk.get(f"/desk/manuscripts/{section().pk}/").status_code == 200


@pytest.mark.django_db
def test_i1_who_may_not_write_there_may_not_upload(client, sana):
    client.force_login(sana)
    assert client.get(f"/desk/manuscripts/{section().pk}/").status_code in (302, 403)


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")

REFUSED = {
    "nothing": (b"", "is empty"),
    "not a zip": (b"%PDF-1.7 and so on", "is no Word file"),
    "cut off": (docx(paragraph("x"))[:-200], "is no Word file"),
    "with a password": (LOCKED, "locked with a password"),
    "the old format": (LOCKED[:64] + b"WordDocument", "old format of Word"),
    "with macros": (docx(paragraph("x"), **{"word/vbaProject.bin": b"macro"}), "holds macros"),
    "no text": (docx(), "There is no text"),
    "something else in a zip": (docx(paragraph("x")).replace(b"word/document.xml", b"word/dokument.xml"), "is no Word"),
    "entities": (docx(paragraph("x"), **{"word/comments.xml": "<!DOCTYPE x [<!ENTITY a 'aa'>]>"}), "no Word file does"),
    "a bomb": (docx(paragraph("x"), **{"word/media/9.png": b"\0" * (40 * 1024**2)}), "unpacks to more"),
    "broken inside": (docx("<w:p><w:r>"), "is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("content", REFUSED, ids=list(REFUSED))
def test_i1_what_is_no_text_is_refused_in_a_sentence(content):
    file, said = REFUSED[content]
    with pytest.raises(word.NotAManuscript, match=said):
        word.read(BytesIO(file), "ports.docx", len(file))


def test_i1_a_film_is_refused_unread():
    with pytest.raises(word.NotAManuscript, match="200 MB"):
        word.read(BytesIO(b""), "ports.docx", 200 * 1024**2)


@pytest.mark.django_db
def test_i1_a_refusal_is_shown_where_it_was_chosen_and_leaves_nothing_behind(desk):
    told = upload(desk, LOCKED).content.decode()
    assert "ports.docx is locked with a password. Save it without one, and try again." in told
    assert not ArticlePage.objects.exists() and not Picture.objects.exists()


@pytest.mark.django_db
def test_i1_pasting_answers_with_blocks_that_the_editor_understands(desk):
    answer = desk.post("/desk/paste/", {"html": "<h2>Ports</h2><p>Words</p>"}, content_type="application/json").json()
    assert [block["type"] for block in answer["blocks"]] == ["heading", "paragraph"]
    assert answer["told"] == "Pasted: 1 paragraph and 1 heading."


@pytest.mark.django_db
@pytest.mark.parametrize("sent", ["", "{", '{"text": 1}', "[]"])
def test_i1_what_is_no_paste_changes_nothing(desk, sent):
    assert desk.post("/desk/paste/", sent, content_type="application/json").status_code == 400
