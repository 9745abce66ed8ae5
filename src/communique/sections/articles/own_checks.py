"""What the gate looks at by an article's form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.labels import label_of
from communique.text.sentences import sentence

from . import forms, own_fields
from .forms import Form, Rule
from .models import ArticlePage


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


def declare() -> None:
    """Offer these rules to the gate, and those of each form for articles of it."""
    offer(written_for_another_type, kind=ArticlePage)
    for form in forms.FORMS.values():
        for look in form.rules:
            offer(_only(form, look), kind=ArticlePage)


def _only(form: Form, look: Rule) -> Rule:
    @wraps(look)
    def of_the_form(draft: Draft) -> Iterator[Finding]:
        if forms.of(draft.page) is form:
            yield from look(draft)

    return of_the_form
