"""A publication's own PDF: offered with its size, told to machines, replaced as documents are. Rows C1 and E6."""

import json

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from communique.content import differences, gate, privacy
from communique.content.models import Download, Person
from communique.content.papers import keeping
from communique.content.papers.panels import Counted
from communique.publishing.words import in_language
from communique.sections.articles import forms
from communique.sections.articles.models import ArticlePage, ArticleType, PDFVersion
from tests.content.stories import article, asking, block, copies
from tests.syndication.test_schema_org import Page

from .test_documents import PDF, archive, upload

pytestmark = pytest.mark.django_db

HERE = "/research/ports/ports.pdf"


def report(*files, form="report", **fields):
    """A public report with these files as its PDFs."""
    kind = ArticleType.objects.create(name=form.title(), form=form)
    author = Person.objects.create(name="Amina Rahman")
    page = article("Ports", author=author, article_type=kind, **fields)
    for at, file in enumerate(files):
        page.pdfs.add(PDFVersion(document=file, note=f"Note {at}", sort_order=at))
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def ways(page):
    return [(one.address, one.status, dict(one.headers).get("Location")) for one in copies("article", page.pk)[1:]]


def found(page):
    return {one.rule.rpartition(".")[2]: one.level for one in gate.judge(page).findings}


def test_c1_readers_are_offered_the_pdf_with_its_size_below_the_publication():
    page = report(upload())
    own, way = copies("article", page.pk)
    (link,) = Page("article", page.pk).tree.css(".pdf a")
    assert (link.attributes["href"], link.attributes["type"]) == (HERE, "application/pdf")
    assert link.text() == "Download as a PDF (1 kB)"
    (media,) = [one for one in own.media if one.media_type == "application/pdf"]
    assert ways(page) == [(HERE, 302, media.address)] and way.address.startswith(page.address)
    assert media.address.startswith("/media/documents/"), "what is fetched there is counted"


def test_c1_a_pdf_that_is_replaced_keeps_its_address_and_the_one_before_has_its_own():
    page = report(upload())
    ((*_, before),) = ways(page)
    page.pdfs.add(PDFVersion(document=upload(PDF + b"more"), note="Two tables mended", sort_order=9))
    page.save_revision().publish()
    ((address, _, after),) = ways(page)
    assert address == HERE and after != before
    shown = Page("article", page.pk).tree
    assert "Two tables mended" in shown.css_first(".pdf").text()
    (former,) = shown.css(".former-pdfs a")
    assert former.attributes["href"] == before and "Version of" in former.text()


def test_c1_what_is_done_in_the_library_changes_no_published_pdf_even_when_an_old_draft_comes_out():
    file = upload()
    page = report(file)
    before = ways(page)
    file.file.save("report.pdf", ContentFile(PDF + b"in secret"))
    page.revisions.first().as_object().save_revision().publish()
    assert ways(page) == before


def test_c1_a_report_that_moved_is_led_to_by_its_former_pdf():
    page = report(upload())
    page.slug = "harbours"
    page.save_revision().publish()
    assert ways(page)[1] == (HERE, 301, "/research/harbours/harbours.pdf")


def test_c1_machines_are_told_of_the_pdf_where_the_guidelines_want_it():
    shown = Page("article", report(upload()).pk)
    encoding = shown.node("Article")["encoding"]
    assert encoding["contentUrl"].endswith(HERE) and encoding["encodingFormat"] == "application/pdf"
    assert (encoding["@type"], encoding["contentSize"]) == ("MediaObject", str(len(PDF)))
    (cited,) = shown.tree.css('meta[name="citation_pdf_url"]')
    (page,) = shown.tree.css('meta[name="citation_public_url"]')
    place = cited.attributes["content"]
    assert place.startswith("http") and place.rpartition("/")[0] + "/" == page.attributes["content"], "in its directory"


def test_c1_feeds_carry_the_pdf_along():
    report(upload())
    atom, told = copies("feed", "en")
    (item,) = json.loads(told.body)["items"]
    (attached,) = item["attachments"]
    assert attached["url"].endswith(HERE)
    assert (attached["mime_type"], attached["size_in_bytes"]) == ("application/pdf", len(PDF))
    assert f'rel="enclosure" type="application/pdf" length="{len(PDF)}" href="{attached["url"]}"' in atom.body.decode()


def test_c1_the_form_decides_whether_there_is_one():
    page = report(upload())
    has = {form.name for form in forms.FORMS.values() if form.has_pdf}
    assert has == {"article", "report", "brief", "paper", "statement"} and "pdf_for_another_type" not in found(page)
    page.article_type = ArticleType.objects.create(name="Opinion", form="opinion")
    page.save_revision().publish()
    assert not Page("article", page.pk).tree.css(".pdf a") and not ways(page)
    assert found(page)["pdf_for_another_type"] == "warns"


def test_c1_what_is_no_pdf_is_refused_and_never_offered():
    wrong = [(archive(word__document=""), "r.docx"), (b"some words", "r.txt"), (b"MZ\x90\0 a program", "r.pdf")]
    page = report(*(upload(*one) for one in wrong))
    page.pdfs.add(PDFVersion(document=None))
    findings = [one for one in gate.judge(page).findings if one.rule.endswith(".no_pdf")]
    assert [one.level for one in findings] == ["refuses"] * 4 and not ways(page)


def test_c1_a_locked_pdf_is_warned_of():
    assert found(report(upload(PDF + b"/Encrypt")))["locked_pdf"] == "warns"


def test_c1_a_link_to_the_file_in_a_text_leads_to_the_publication():
    file = upload()
    report(file)
    other = article("Else", body=[block("document", file.pk)])
    assert HERE in copies("article", other.pk)[0].context["article"]["body_html"]


def test_c1_the_desk_counts_it_and_privacy_pages_say_so():
    page = report()
    assert "Downloads" not in said_of_privacy()
    page.pdfs.add(PDFVersion(document=upload()))
    page.save_revision().publish()
    assert "Downloads" in said_of_privacy()
    place = keeping.FOLDER + ways(page)[0][2].removeprefix("/media/documents")
    Download.objects.create(file=place, day=timezone.localdate(), count=7)
    assert [(count.total, count.lately) for _, count in counted(page)] == [(7, 7)]


def said_of_privacy():
    return {one.title for one in privacy.passages(in_language("en"), asking(), "en")}


def counted(page):
    """What the form of the article says below its PDFs."""
    tabs = ArticlePage.get_edit_handler().children
    (panel,) = [one for tab in tabs for one in tab.children if isinstance(one, Counted)]
    return panel.get_bound_panel(instance=page, request=None, form=None).get_context_data()["told"]


def test_a14_publishing_a_pdf_is_a_change_and_keeping_its_file_is_none():
    page = report(upload())
    draft = page.revisions.first().as_object()
    assert differences.between(page, draft) == []
    draft.pdfs.add(PDFVersion(document=upload(PDF + b"more")))
    assert [one.what for one in differences.between(page, draft)] == ["PDFs"]
