"""A paper in a numbered row: working papers, discussion papers."""

from django.utils.translation import gettext_lazy as _

from .form import Form

FORM = Form("paper", _("Paper"), 4, fields=("number", "abstract", "doi", "keywords"))
