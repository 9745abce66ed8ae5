"""What coverage is: its forms, and what our people do in it."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Form(TextChoices):
    """What a piece is."""

    ARTICLE = "article", _("Article")
    INTERVIEW = "interview", _("Interview")
    TELEVISION = "television", _("Television")
    RADIO = "radio", _("Radio")
    PODCAST = "podcast", _("Podcast")
    VIDEO = "video", _("Video")


class Part(TextChoices):
    """What somebody does in a piece."""

    INTERVIEWED = "interviewed", _("Interviewed")
    QUOTED = "quoted", _("Quoted")
    AUTHOR = "author", _("Author")
    GUEST = "guest", _("Guest in a discussion")


SEEN = frozenset({Form.TELEVISION, Form.VIDEO})
HEARD = frozenset({Form.RADIO, Form.PODCAST})
"""What one watches, and what one listens to; all else is read."""
