"""Episodes."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from communique.content.models import BasePage


class EpisodePage(BasePage):
    """A conversation."""

    transcript = models.TextField(help_text="What was said.")

    content_panels = [*BasePage.content_panels, FieldPanel("transcript")]
    parent_page_types = ["content.HomePage"]

    class Meta:
        verbose_name = "episode"
