"""A statement: the organisation itself speaks, alone or with others. It is no research, and kept apart from it."""

from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division

from .form import Form

FORM = Form(
    "statement",
    _("Statement"),
    5,
    Division("statements", lambda say: say("Statements")),
    fields=("issued_at", "signatories"),
    has_pdf=True,
    counts_as_research=False,
    cited=False,
    needs_contributors=False,
)
