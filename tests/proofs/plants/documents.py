"""A version that is planned for a public document, and a document that is a draft."""

from __future__ import annotations

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from communique.sections.documents.models import DocumentPage, DocumentText, DocumentVersion

from .institute import Institute


def plant(at: Institute) -> None:
    home = at.section.get_parent()
    live = DocumentPage(title="A public paper", slug="paper", versions=[_version(at, None)])
    home.add_child(instance=live)
    live.versions.add(_version(at, "planned version of a document"))
    live.title, live.standfirst = at.plant("draft of a document: title"), at.plant("draft of a document")
    live.save_revision(user=at.user)
    kept = live.versions.first().file
    DocumentText.objects.create(page=live, file=kept, text=at.plant("text of a document that was kept for search"))
    what = "document that is a draft"
    planned = DocumentPage(title=at.plant(f"{what}: title"), slug=at.plant(f"{what}: slug"), live=False)
    planned.versions = [_version(at, what)]
    home.add_child(instance=planned).save_revision(user=at.user)


def _version(at: Institute, what: str | None) -> DocumentVersion:
    if what is None:
        said, name, note = "A paper for everybody", "paper", ""
    else:
        said, name, note = (at.plant(f"{what}: {where}") for where in ("in the file", "name", "note"))
    file = ContentFile(f"%PDF-1.7 {said}".encode(), name=f"{name}.pdf")
    document = Document(title=at.plant(f"title in the library of {what or 'a public document'}"), file=file)
    document.save()
    return DocumentVersion(document=document, note=note)
