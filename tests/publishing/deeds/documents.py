"""What editors do to documents: a page of their own, one version after the other."""

from __future__ import annotations

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from communique.content.models import HomePage
from communique.sections.documents.models import DocumentPage, DocumentVersion


def put_out_a_document(room):
    home = room.one(HomePage)
    page = DocumentPage(title=room.word(), slug=room.slug(), language=home.language, standfirst=room.word())
    page.versions = [_version(room)]
    home.add_child(instance=page)


def replace_a_document(room):
    page = room.one(DocumentPage)
    if page:
        page.versions.add(_version(room))
        page.save_revision().publish()


def say_more_of_a_document(room):
    page = room.one(DocumentPage)
    if page:
        page.standfirst, page.body = room.word(), room.body()
        page.save_revision().publish()


def take_a_version_out(room):
    version = room.one(DocumentVersion)
    if version:
        version.delete()


def throw_a_document_away(room):
    document = room.one(Document)
    if document:
        document.delete()


def withdraw_a_document(room):
    page = room.one(DocumentPage)
    if page:
        page.unpublish()


def _version(room):
    words = f"{room.word()}\n{room.dice.randrange(9)}".encode()
    name, content = room.dice.choice([("words.txt", words), ("report.pdf", b"%PDF-1.7\n" + words)])
    document = Document(title=room.word()[:60], file=ContentFile(content, name=name))
    document.save()
    return DocumentVersion(
        document=document, note=room.dice.choice(["", room.word()]), sort_order=room.dice.randrange(9)
    )


DEEDS = (
    *(put_out_a_document, put_out_a_document, replace_a_document, replace_a_document, say_more_of_a_document),
    *(take_a_version_out, throw_a_document_away, withdraw_a_document),
)
