"""The forms that a publication can have. Each is a file here, found because it is there.

Which types of article there are, editors decide; each type has one of these forms, which are fixed.
"""

from __future__ import annotations

import sys
from importlib import import_module

from communique.publishing.modules import within

from .form import Form, Rule

DEFAULT = "article"

APART = "articles.apart"
"""What the newest of those that don't count as research are called among lists."""


def _found() -> dict[str, Form]:
    modules = (import_module(f"{__name__}.{name}") for name in within(sys.modules[__name__]) if name != "form")
    forms = sorted((module.FORM for module in modules), key=lambda form: form.place)
    return {form.name: form for form in forms}


FORMS = _found()
CHOICES = [(form.name, form.label) for form in FORMS.values()]


def of(page: object) -> Form | None:
    """The form of an article by its type; None for one without type."""
    kind = getattr(page, "article_type", None)
    return FORMS.get(kind.form) if kind is not None else None


ALL_APART = tuple(form.name for form in FORMS.values() if not form.counts_as_research)
"""The forms that don't count as research."""


def counts_as_research(name: str) -> bool:
    """Whether articles of a form count as research; of a form that is gone, they do."""
    return name not in FORMS or FORMS[name].counts_as_research


__all__ = ["ALL_APART", "APART", "CHOICES", "DEFAULT", "FORMS", "Form", "Rule", "counts_as_research", "of"]
