"""The demonstration's publication as a PDF of its own: a cover of one sheet, set in a face that every reader has."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from communique.sections.articles.models import PDFVersion

from .texts import Article

OF = "en/the-last-forty-kilometres"


def of_article(article: Article) -> list[PDFVersion]:
    """The PDF of the one publication that has one."""
    if article.key != OF:
        return []
    lines = ("Nilgun Institute for Borders, Corridors and Diplomacy", "", article.title, "", article.own["number"])
    file = ContentFile(pdf(lines), name=f"{article.name}.pdf")
    document = Document(title=article.title, file=file)
    document.save()
    return [PDFVersion(document=document, day=article.published.date(), sort_order=0)]


def pdf(lines: Iterable[str]) -> bytes:
    """A sheet of A4 with these lines, in Latin letters."""
    shown = " ".join(f"({_escaped(line)}) ' " for line in lines)
    text = f"BT /F 14 Tf 24 TL 72 770 Td {shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, end)


def _escaped(line: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\()" else sign for sign in line)
