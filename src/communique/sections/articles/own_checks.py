"""What the gate looks at by an article's form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.labels import label_of
from communique.content.papers import judging
from communique.text.sentences import sentence

from . import forms, own_fields
from .forms import Form, Rule
from .models import ArticlePage

PDFS = "pdfs"


def written_for_another_type(draft: Draft) -> Iterator[Finding]:
    """Something that was written for another form, and that readers don't see."""
    page = draft.page
    form = forms.of(page)
    for name in own_fields.NAMES:
        if getattr(page, name) and name not in (form.fields if form else ()):
            yield Finding(
                Place(name, label_of(page._meta.get_field(name).verbose_name)),
                sentence("Readers don’t see it: articles of this type have no such field."),
                sentence("Empty it, or choose a type that has it."),
                Level.WARNS,
            )


def pdf_for_another_type(draft: Draft) -> Iterator[Finding]:
    """A PDF of what has none by its form."""
    form = forms.of(draft.page)
    if draft.page.pdfs.all() and not (form and form.has_pdf):
        yield Finding(
            Place("pdfs", sentence("As a PDF, the newest last")),
            sentence("Readers don’t get the PDF: articles of this type have none."),
            sentence("Delete it, choose a type that has one, or put it out as a document."),
            Level.WARNS,
        )


def no_pdf(draft: Draft) -> Iterator[Finding]:
    """A file that is missing, can't be taken, or is something else than a PDF."""
    for version in draft.page.pdfs.all():
        yield from judging.not_kept(version, PDFS)
        if version.file and version.kind != "pdf":
            yield Finding(
                judging.at(version, PDFS),
                sentence("It is no PDF, but a file of the kind {kind}.", kind=version.kind),
                sentence("Choose the PDF. A file of another kind can be put out as a document."),
            )


def locked_pdf(draft: Draft) -> Iterator[Finding]:
    """A PDF with a password, or with a lock on what its readers may do."""
    yield from judging.locked(draft.page.pdfs.last(), PDFS)


def declare() -> None:
    """Offer these rules to the gate, and those of each form for articles of it."""
    for rule in (written_for_another_type, pdf_for_another_type, no_pdf, locked_pdf):
        offer(rule, kind=ArticlePage)
    for form in forms.FORMS.values():
        for look in form.rules:
            offer(_only(form, look), kind=ArticlePage)


def _only(form: Form, look: Rule) -> Rule:
    @wraps(look)
    def of_the_form(draft: Draft) -> Iterator[Finding]:
        if forms.of(draft.page) is form:
            yield from look(draft)

    return of_the_form
