"""A research article."""

from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division

from .form import Form

FORM = Form(
    "article",
    _("Research article"),
    1,
    Division("research", lambda say: say("Research articles")),
    fields=("abstract", "doi", "keywords"),
    has_pdf=True,
)
