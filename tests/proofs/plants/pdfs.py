"""A report with a PDF and one planned to replace it, a PDF of what has none by its form, reports that are drafts."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document

from communique.content.models import EarlyLink
from communique.sections.articles.models import ArticleType, PDFVersion
from tests.content import stories

from .institute import Institute


def plant(at: Institute) -> None:
    report = ArticleType.objects.create(name="Report", form="report")
    opinion = ArticleType.objects.create(name="View", form="opinion")
    live = stories.article("A public report", article_type=report)
    live.pdfs.add(_pdf(at, None))
    live.save_revision().publish()
    live.pdfs.add(_pdf(at, "planned PDF of a report"))
    live.save_revision(user=at.user)
    other = stories.article("A public view", article_type=opinion)
    other.pdfs.add(_pdf(at, "PDF of an opinion"))
    other.save_revision().publish()
    planned = at.article("report that is a draft", live=False, article_type=report)
    planned.pdfs.add(_pdf(at, "PDF of a draft"))
    planned.save_revision(user=at.user)
    soon = timezone.now() + timedelta(days=30)
    held = at.article("report under embargo", live=False, amended=False, article_type=report, go_live_at=soon)
    held.pdfs.add(_pdf(at, "PDF of a report under embargo"))
    held.save_revision(user=at.user, approved_go_live_at=soon)
    link = EarlyLink.objects.create(page=held, newsroom=at.plant("newsroom with an early link to a report"))
    at.canaries.keep("key of an early link to a report", link.key)


def _pdf(at: Institute, what: str | None) -> PDFVersion:
    said, name, note = ("For everybody", "report", "")
    if what is not None:
        said, name, note = (at.plant(f"{what}: {where}") for where in ("in the file", "name", "note"))
    file = ContentFile(f"%PDF-1.7 {said}".encode(), name=f"{name}.pdf")
    document = Document(title=at.plant(f"title in the library of {what or 'a public PDF'}"), file=file)
    document.save()
    return PDFVersion(document=document, note=note)
