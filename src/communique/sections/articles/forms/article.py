"""A research article."""

from django.utils.translation import gettext_lazy as _

from .form import Form

FORM = Form("article", _("Research article"), 1, fields=("abstract", "doi", "keywords"))
