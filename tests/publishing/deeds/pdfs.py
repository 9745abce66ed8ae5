"""What editors do to publications as PDFs: put one with an article, replace it, take it out."""

from __future__ import annotations

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from communique.sections.articles.models import ArticlePage, ArticleType, PDFVersion


def put_a_pdf_with_an_article(room):
    article, kind = room.one(ArticlePage), room.one(ArticleType)
    if article:
        article.article_type = kind
        article.pdfs.add(_pdf(room))
        article.save_revision().publish()


def make_a_type_of_another_form(room):
    kind = room.one(ArticleType)
    if kind:
        kind.form = room.dice.choice(["report", "opinion"])
        kind.save()


def take_a_pdf_out(room):
    version = room.one(PDFVersion)
    if version:
        version.delete()


def _pdf(room):
    words = f"{room.word()}\n{room.dice.randrange(9)}".encode()
    name = room.dice.choice(["report.pdf", "report.pdf", "words.txt"])
    content = words if name.endswith("txt") else b"%PDF-1.7\n" + words
    document = Document(title=room.word()[:60], file=ContentFile(content, name=name))
    document.save()
    return PDFVersion(document=document, sort_order=room.dice.randrange(9))


DEEDS = (put_a_pdf_with_an_article, put_a_pdf_with_an_article, make_a_type_of_another_form, take_a_pdf_out)
