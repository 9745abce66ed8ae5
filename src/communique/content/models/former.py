"""What readers had before the last publication, kept so that it can be undone."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Former(models.Model):
    """A page as it was before it was last published; `content` is empty if readers had never seen it."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="former")
    revision = models.BigIntegerField()  # the one that was published then
    content = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    live_revision = models.BigIntegerField(null=True)
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)
    made = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.page_id} before {self.revision}"


class Trash(Page):
    """Where deleted pages wait, unpublished, until they are put back or deleted for good."""

    is_creatable = False
    max_count = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("trash")


class Discarded(models.Model):
    """Where a page in the trash stood, and which pages of its branch were live with which revision."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="discarded")
    parent = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    live = models.JSONField(default=dict)
    wagtail_reference_index_ignore = True
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.page_id} of {self.parent_id}"
