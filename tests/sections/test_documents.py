"""Documents: an address that stays, versions that stay, type and size in words; what isn't what it says. Row E6."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document

from communique.content import gate, sizes
from communique.content.papers import kinds
from communique.publishing.words import in_language
from communique.sections.documents.models import DocumentPage, DocumentVersion
from tests.content.stories import article, block, copies, home

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def archive(**parts):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, words in parts.items():
            made.writestr(name.replace("__", "/"), words)
    return file.getvalue()


def upload(content=PDF, name="report.pdf"):
    made = Document(title="A report", file=ContentFile(content, name=name))
    made.save()
    return made


def document(*files, title="Ports of the Gulf", **fields):
    page = DocumentPage(title=title, slug=title.split()[0].lower(), **fields)
    page.versions = [
        DocumentVersion(document=file, day=date(2026, 3, 1 + at), note=f"Note {at}", sort_order=at)
        for at, file in enumerate(files)
    ]
    return home().add_child(instance=page)


def printed(page):
    return copies("document", page.pk)


def replace(page, file):
    page.versions.add(DocumentVersion(document=file, day=date(2026, 6, 1), sort_order=9))
    page.save_revision().publish()


@pytest.mark.django_db
def test_e6_a_document_has_a_page_and_an_address_that_leads_to_its_file():
    own, way = printed(document(upload()))
    (shown,) = own.context["document"]["newest"]
    assert (shown["address"], shown["kind"], shown["size"]) == ("/ports/ports.pdf", "PDF", "1 kB")
    (media,) = own.media
    assert way.address == "/ports/ports.pdf" and way.status == 302
    assert dict(way.headers)["Location"] == media.address and media.media_type == "application/pdf"


@pytest.mark.django_db
def test_e6_a_new_version_keeps_the_address_and_the_old_version_keeps_its_own():
    page = document(upload())
    before = printed(page)
    replace(page, upload(PDF + b"more"))
    own, way = printed(page)
    assert way.address == before[1].address and way.headers != before[1].headers
    (former,) = own.context["document"]["former"]
    assert former["address"] == before[0].media[0].address and len(own.media) == 2
    assert {media.address.rpartition("/")[2] for media in own.media} == {"ports.pdf"}, "both are called report.pdf"


@pytest.mark.django_db
def test_e6_where_a_document_was_before_its_file_is_led_to_as_well():
    page = document(upload())
    page.slug = "harbours"
    page.save_revision().publish()
    _, *ways = printed(page)
    assert [(way.address, way.status) for way in ways] == [
        ("/harbours/harbours.pdf", 302),
        ("/ports/ports.pdf", 301),
    ]
    assert dict(ways[1].headers)["Location"] == "/harbours/harbours.pdf"


@pytest.mark.django_db
def test_e6_what_happens_in_the_library_changes_no_published_version():
    file = upload()
    page = document(file)
    (kept,) = printed(page)[0].media
    file.file.save("report.pdf", ContentFile(PDF + b"in secret"))
    page.save_revision().publish()
    file.delete()
    assert printed(page)[0].media == (kept,)
    with default_storage.open(kept.path) as held:
        assert held.read() == PDF


@pytest.mark.django_db
def test_e6_another_file_for_a_version_is_another_file():
    page = document(upload())
    (before,) = printed(page)[0].media
    version = page.versions.get()
    version.document = upload(PDF + b"corrected")
    page.versions = [version]
    page.save_revision().publish()
    assert printed(page)[0].media != (before,)


@pytest.mark.django_db
def test_e6_a_draft_of_a_document_prints_nothing_and_its_file_is_nowhere():
    page = document(upload(), live=False)
    assert printed(page) == []
    live = document(upload(), title="Live")
    live.versions.add(DocumentVersion(document=upload(PDF + b"planned"), sort_order=9))
    live.save_revision()
    assert len(printed(live)[0].media) == 1


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [(1, "en", "1 kB"), (340_400, "en", "340 kB"), (1_240_000, "en", "1.2 MB"), (1_240_000, "ru", "1,2 МБ")],
)
def test_e6_a_size_is_said_as_people_say_it(size, language, words):
    assert sizes.in_words(in_language(language), size, language) == words


GOOD = {
    "report.pdf": PDF,
    "REPORT.PDF": PDF,
    "data.csv": "Jahr,Größe\n2020,1\n".encode(),
    "notes.txt": "نوٹ".encode(),
    "paper.docx": archive(**{"[Content_Types].xml": "", "word__document.xml": ""}),
    "sheet.xlsx": archive(**{"xl/workbook.xml": ""}),
    "paper.odt": archive(mimetype="application/vnd.oasis.opendocument.text"),
    "paper.rtf": b"{\\rtf1 Words}",
    "data.zip": archive(**{"data.csv": "1"}),
}
BAD = {
    "report.exe": (b"MZ", "aren’t taken"),
    "report.pdf.exe": (PDF, "aren’t taken"),
    "report": (PDF, "aren’t taken"),
    "empty.pdf": (b"", "is empty"),
    "program.pdf": (b"MZ\x90\0" + b"\0" * 2000, "something else"),
    "page.txt": (b"<!DOCTYPE html><script>alert(1)</script>", "something else"),
    "drawing.csv": (b"\xef\xbb\xbf <svg onload=alert(1)>", "something else"),
    "archive.pdf": (archive(a="b"), "something else"),
    "archive.docx": (archive(a="b"), "something else"),
    "macros.docx": (archive(**{"word/document.xml": "", "word/vbaProject.bin": ""}), "something else"),
    "cut.xlsx": (archive(**{"xl/workbook.xml": ""})[:40], "something else"),
    "paper.odt": (archive(mimetype="application/zip"), "something else"),
    "words.csv": ("Größe".encode("latin-1"), "something else"),
}


@pytest.mark.parametrize("name", GOOD)
def test_e6_what_is_what_it_is_called_is_taken(name):
    assert kinds.kind_of(name, BytesIO(GOOD[name]), len(GOOD[name])) == name.rpartition(".")[2].lower()


@pytest.mark.parametrize("name", BAD)
def test_e6_what_is_something_else_is_refused_with_what_would_do(name):
    content, said = BAD[name]
    with pytest.raises(kinds.Refused, match=said):
        kinds.kind_of(name, BytesIO(content), len(content))


def test_e6_two_gigabytes_are_refused_before_they_are_read():
    with pytest.raises(kinds.Refused, match="It is 2,048 MB large; at most 50 MB"):
        kinds.kind_of("report.pdf", BytesIO(PDF), 2 << 30)


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "status"), [(PDF, 302), (b"MZ\x90\0 a program", 200), (b"", 200)])
def test_e6_the_desk_looks_at_what_is_sent(client, hamid, content, status):
    client.force_login(hamid)
    told = {"title": "A \u202ereport", "file": SimpleUploadedFile("report.pdf", content)}
    answer = client.post(reverse("wagtaildocs:add"), told)
    assert answer.status_code == status
    assert [one.title for one in Document.objects.all()] == (["A report"] if status == 302 else [])


def found(page):
    return {str(one.said): one.level for one in gate.judge(page).findings}


@pytest.mark.django_db
def test_e6_a_document_without_a_file_is_refused():
    assert found(document(live=False))["There is no file to be had."] == "refuses"
    assert found(document(None, title="Empty", live=False))["This version has no file."] == "refuses"
    wrong = document(upload(b"MZ a program"), title="Wrong", live=False)
    assert any("something else" in said for said in found(wrong))


@pytest.mark.django_db
def test_e6_a_locked_pdf_is_warned_of():
    page = document(upload(PDF + b"trailer << /Encrypt 5 0 R >>"), live=False)
    assert found(page)["This PDF is locked: readers may need a password, and it may not be read aloud."] == "warns"
    assert not [said for said in found(document(upload(), title="Open", live=False)) if "locked" in said]


def linking(file, title="Grain"):
    words = f'<p>See <a id="{file.pk}" linktype="document">the report</a>.</p>'
    return article(title, body=[block("paragraph", words), block("document", file.pk)])


def text_of(page):
    (own,) = copies("article", page.pk)
    return own.context["article"]["body_html"]


@pytest.mark.django_db
def test_e6_words_lead_to_the_documents_page_and_a_block_to_its_file_with_type_and_size():
    file = upload()
    page = document(file)
    shown = text_of(linking(file))
    assert '<a href="/ports/">the report</a>' in shown
    assert '<a href="/ports/ports.pdf" hreflang="en"><bdi>Ports of the Gulf</bdi>' in shown
    assert "(<bdi>PDF</bdi>, <bdi>1 kB</bdi>)" in shown
    replace(page, upload(PDF + b"more" * 1000))
    assert "<bdi>4 kB</bdi>" in text_of(linking(file, "Gas")), "whichever version was chosen, readers get the newest"


@pytest.mark.django_db
def test_e6_a_document_that_nobody_can_have_leaves_words_without_a_link_and_the_gate_says_so():
    file = upload()
    page = document(file)
    linked = linking(file)
    assert not [said for said in found(linked) if "document" in said or "block" in said]
    page.unpublish()
    assert text_of(linked) == "<p>See the report.</p>"
    said = found(linked)
    assert said["“the report” links to a document that isn’t published. Readers would see the words without the link."]
    assert said["Readers see nothing of this block."] == "refuses"
