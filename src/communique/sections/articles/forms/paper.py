"""A paper in a numbered row: working papers, discussion papers."""

from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division

from .form import Form

FORM = Form(
    "paper",
    _("Paper"),
    4,
    Division("papers", lambda say: say("Papers")),
    fields=("number", "abstract", "doi", "keywords", "jel"),
    has_pdf=True,
)
