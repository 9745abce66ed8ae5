"""Ways in for a newsroom to what is scheduled, while an embargo holds."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from communique.content import early
from communique.content.frames import absolute
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence


def new_key() -> str:
    """What nobody can guess."""
    return secrets.token_urlsafe(24)


class EarlyPagePanel(FieldPanel):
    """Where the page is chosen: among the kinds that may be read early."""

    def get_form_options(self) -> dict[str, Any]:
        """The chooser shows those kinds of page alone."""
        options: dict[str, Any] = super().get_form_options()
        options.setdefault("widgets", {})[self.field_name] = AdminPageChooser(target_models=early.kinds())
        return options


class EarlyLink(models.Model):
    """A way in to a page under embargo, for one newsroom. It can be taken back."""

    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="early_links",
        verbose_name=_("page"),
        help_text=_("What is scheduled: whoever has the link reads it as it was scheduled."),
    )
    newsroom = models.CharField(_("for whom"), max_length=255, help_text=_("A newspaper, a journalist."))
    key = models.CharField(max_length=64, unique=True, default=new_key, editable=False)
    made = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    revoked = models.BooleanField(_("taken back"), default=False, help_text=_("Then it leads nowhere."))

    panels = [EarlyPagePanel("page"), FieldPanel("newsroom"), FieldPanel("revoked")]

    class Meta:
        ordering = ["-made", "-pk"]
        verbose_name = _("link before the embargo ends")
        verbose_name_plural = _("links before the embargo ends")

    def __str__(self) -> str:
        return f"{self.newsroom}: {self.page}"

    def clean(self) -> None:
        """There is nothing to read before it is out where it is out, or where no part offers it."""
        super().clean()
        if not self.page_id:
            return
        if not self.is_of_a_kind_for_it:
            said = sentence("“{page}” can’t be shown before it is out: only some kinds of page can.", page=self.page)
            raise ValidationError({"page": invalid(said)})
        if self._state.adding and self.page.live:
            said = sentence("“{page}” is out already: pass on its own address.", page=self.page)
            raise ValidationError({"page": invalid(said)})

    @property
    def is_of_a_kind_for_it(self) -> bool:
        """Whether a part lets pages of this kind be read early."""
        return self.page.specific_class in early.kinds()

    @property
    def path(self) -> str:
        """Where it leads in, below the site's address."""
        return reverse("content_early", args=[self.key])

    @property
    def address(self) -> str:
        """The same with the host, to be passed on."""
        return absolute(self.path)

    @property
    def link(self) -> str:
        """The same, to be copied."""
        if self.revoked:
            return gettext("taken back")
        return format_html('<a href="{}" rel="noreferrer">{}</a>', self.address, self.address)

    link.fget.short_description = _("link")  # type: ignore[attr-defined]  # Django's name for a column's head

    @property
    def until(self) -> datetime | None:
        """When the embargo ends; None while the page isn't scheduled: then the link leads nowhere yet."""
        revision = self.page.scheduled_revision
        return revision.approved_go_live_at if revision is not None else None

    until.fget.short_description = _("embargo ends")  # type: ignore[attr-defined]  # Django's name for a column's head
