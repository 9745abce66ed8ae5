"""What podcast directories file a show under: those of Apple's categories that a think tank's show may belong to."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """A category and its part, with a bar between them; the part may be missing. Directories know the English names."""

    POLITICS = "News|Politics", _("News: politics")
    COMMENTARY = "News|News Commentary", _("News: commentary")
    NEWS = "News|", _("News")
    GOVERNMENT = "Government|", _("Government")
    SOCIAL_SCIENCES = "Science|Social Sciences", _("Science: social sciences")
    SOCIETY = "Society & Culture|", _("Society and culture")
    DOCUMENTARY = "Society & Culture|Documentary", _("Society and culture: documentary")
    EDUCATION = "Education|", _("Education")
    HISTORY = "History|", _("History, as a subject")
    BUSINESS = "Business|", _("Business")
