"""What publishing keeps in the content database: changes the press has yet to see, and every address ever given."""

from django.db import models


class PendingChange(models.Model):
    """One row of a published table before and after, written by a trigger in the transaction that changed it."""

    table = models.TextField()
    before = models.TextField(null=True)  # noqa: DJ001  # no row is not an empty one
    after = models.TextField(null=True)  # noqa: DJ001  # as above

    class Meta:
        db_table = "publishing_change"


class Mark(models.Model):
    """One row: which database this is, and the last edition that the press told it of."""

    identity = models.TextField()
    edition = models.BigIntegerField(default=0)

    class Meta:
        db_table = "publishing_mark"


class Address(models.Model):
    """An address that was published: a page's current one, an old one that leads to it, or one that is gone."""

    class State(models.TextChoices):
        """What a reader finds at an address."""

        CURRENT = "current"
        OLD = "old"
        GONE = "gone"

    address = models.TextField(unique=True)  # the path, or path and query: /articles/x/ or /?p=12
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="addresses"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.CURRENT, db_index=True)
    proposed = models.TextField(blank=True, default="")  # the page's own (section and slug) when this one was given
    target = models.TextField(blank=True, default="")  # where an old address without a page leads
    made = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(state="current"), name="publishing_one_current_address"
            )
        ]

    def __str__(self) -> str:
        return self.address
