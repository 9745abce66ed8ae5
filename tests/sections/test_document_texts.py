"""The text of a document, taken by the worker and kept for search; hostile files stop nobody. Row E6."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import Workbook

from communique.sections.documents import texts
from communique.sections.documents.models import DocumentText
from communique.sections.documents.reading.__main__ import read
from communique.sections.documents.reading.room import read as read_apart
from communique.sections.documents.reading.words import MOST, Unreadable, together, typed

from .document_files import pdf
from .test_documents import PDF, archive, document, replace, upload

WORD = (
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Ports</w:t><w:tab/><w:t>خلیج</w:t></w:r></w:p>\n<w:p><w:r>'
    "<w:t>Grain</w:t></w:r></w:p></w:body></w:document>"
)
OPEN = '<o:x xmlns:o="o"><o:h>Ports</o:h><o:p>of <o:span>the</o:span> Gulf<o:line-break/>now</o:p></o:x>'


def slide(words):
    return f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>'


def workbook():
    made, file = Workbook(), BytesIO()
    made.active.append(["Port", 12])
    made.save(file)
    return file.getvalue()


FILES = {
    "pdf": (pdf("First page", "Second page"), "First page\n\nSecond page"),
    "docx": (archive(**{"word/document.xml": WORD}), "Ports\tخلیج\nGrain"),
    "odt": (archive(**{"content.xml": OPEN}), "Ports\nof the Gulf\nnow"),
    "pptx": (archive(**{f"ppt/slides/slide{at}.xml": slide(at) for at in (10, 2)}), "2\n\n10"),
    "xlsx": (workbook(), "Port\t12"),
    "csv": ("\ufeffport,t\n".encode(), "port,t"),
}


@pytest.mark.parametrize("kind", FILES)
def test_e6_the_words_of_each_kind_are_read(tmp_path, kind):
    content, words = FILES[kind]
    (tmp_path / f"file.{kind}").write_bytes(content)
    assert read(str(tmp_path / f"file.{kind}"), kind)["text"] == words


def test_e6_words_are_kept_as_people_type_them_and_no_longer_than_is_said():
    assert typed("\ufefb \ufb01nance\u00ad \0\ud800") == "لا finance"
    kept = together(["ab " * MOST, "never"])
    assert kept["cut"] and len(kept["text"]) <= MOST and kept["pages"] == [0]


def bomb():
    """A small file that is 600 MB when it is opened."""
    file = BytesIO()
    made = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with made, made.open("word/document.xml", "w") as part:
        for _ in range(600 >> 4):
            part.write(bytes(1 << 24))
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("docx", bomb, "too much time or memory"),
        ("docx", lambda: b"PK\3\4 cut", "is damaged"),
        ("pdf", lambda: PDF[:20], "is damaged"),
    ],
)
def test_e6_a_hostile_file_is_given_up_in_a_process_of_its_own(tmp_path, kind, content, said):
    (tmp_path / "file").write_bytes(content())
    with pytest.raises(Unreadable, match=said):
        read_apart(str(tmp_path / "file"), kind)


@pytest.mark.django_db
def test_e6_the_worker_takes_the_text_once_and_again_when_the_file_is_replaced():
    page = document(upload(pdf("Ports of the Gulf", "Grain")))
    assert texts.catch_up(bool) == 1 and texts.catch_up(bool) == 0
    first = texts.text_of(page.pk)
    assert (first.language, first.text) == ("en", "Ports of the Gulf\n\nGrain")
    assert [first.text[at:][:5] for at in first.pages] == ["Ports", "Grain"]
    replace(page, upload(pdf("Another")))
    assert texts.text_of(page.pk) is None, "what it said before is not what readers have"
    assert texts.catch_up(bool) == 1 and texts.text_of(page.pk).text == "Another"
    page.unpublish()
    assert texts.text_of(page.pk) is None
    assert texts.catch_up(bool) == 0 and not DocumentText.objects.exists()


@pytest.mark.django_db
def test_e6_the_text_of_a_draft_or_a_private_document_is_not_taken():
    document(upload(pdf("Draft")), live=False)
    private = document(upload(pdf("Private")), title="Private")
    private.view_restrictions.create(restriction_type="login")
    assert texts.catch_up(bool) == 0


@pytest.mark.django_db
def test_e6_the_desk_says_when_a_document_has_no_text_and_what_would_do(client, hamid):
    page = document(upload(pdf("")))
    texts.catch_up(bool)
    assert texts.text_of(page.pk) is None
    client.force_login(hamid)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "only pictures: search and screen readers find nothing in it." in shown
    assert "Have its text recognised by a program for scans (OCR)" in shown
    words = document(upload(pdf("Words")), title="Words")
    rich = document(upload(b"{\\rtf1 Words}", "paper.rtf"), title="Rich")
    assert texts.catch_up(bool) == 1
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[words.pk])).content.decode()
    assert "Its text was read for search." in shown and "OCR" not in shown
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[rich.pk])).content.decode()
    assert "Files of this kind aren’t read for search." in shown
