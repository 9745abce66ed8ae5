"""A report, as large as a book and numbered like one."""

from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division

from .form import Form

FORM = Form(
    "report",
    _("Report"),
    2,
    Division("reports", lambda say: say("Reports")),
    fields=("number", "edition", "isbn", "page_count", "doi"),
    has_pdf=True,
)
