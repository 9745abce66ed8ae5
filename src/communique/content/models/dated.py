"""Pages with a date of their own: articles, reports, statements. What changes in them is classed for their readers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from communique.content import amendments
from communique.content.amendments import Classed

from .amendments import Amendment
from .classing import ClassingForm, ClassingPanel
from .pages import BasePage
from .panels import ChangeTab


class DatedPage(BasePage):
    """A page with a date that readers see. Once it is live, a change of it is a typo, update, correction or retraction.

    A kind of page makes its form by `tabs`, prints what `questions.amendments.amended` answers, and names in `filing`
    those of its columns whose change its readers don't take for a change of the text.
    """

    published = models.DateTimeField(
        _("date of publication"),
        null=True,
        blank=True,
        help_text=_("The date that readers see. If left empty: when it is first published."),
    )
    # Its last revision on a former site; here the date follows from what changes are classed as.
    updated = models.DateTimeField(null=True, blank=True, editable=False)

    base_form_class = ClassingForm
    files_itself = True
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "published", "updated"]
    filing: tuple[str, ...] = ("language", "original_id", "updated")
    last_tabs = (ChangeTab([ClassingPanel()], heading=_("What changed")),)
    date_panel = MultiFieldPanel([FieldPanel("published")], heading=_("Date"))

    classed: Classed | None = None
    """What the form says of the change that is being saved; None where nobody was asked."""

    class Meta:
        abstract = True

    @property
    def dated(self) -> datetime | None:
        """The date by which it stands in lists: the one readers see."""
        return self.published

    @property
    def retracted(self) -> bool:
        """Whether it was taken back; then it stays where it is, and leaves all lists."""
        told_of = self.alias_of_id or self.pk
        return Amendment.objects.filter(page_id=told_of, kind=Amendment.Kind.RETRACTION, standing=True).exists()

    def prepare_for_print(self) -> None:
        """The date that readers see is fixed when it is first published."""
        super().prepare_for_print()
        if self.published is None:
            self.published = self.first_published_at or timezone.now()

    def save_revision(self, *args: Any, **options: Any) -> Any:
        """Keep the draft, and what its editor says of the change."""
        revision = super().save_revision(*args, **options)
        if self.classed is not None:
            amendments.keep(self, self.classed, revision, options.get("user"))
        return revision

    def save(self, *args: Any, **options: Any) -> None:
        """Keep the page; if a changed text goes out, readers are told in the same moment."""
        if options.get("update_fields") is not None:
            super().save(*args, **options)
            return
        with transaction.atomic():
            amendments.go_out(self)
            super().save(*args, **options)
