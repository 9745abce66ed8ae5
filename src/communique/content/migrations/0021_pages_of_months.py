"""Months of lists that are there already get the older pages that they are long enough for."""

from typing import Any

from django.db import migrations
from django.db.models import Count

PAGE = 20


def add_pages(apps: Any, schema_editor: Any) -> None:
    """A leaf for every twenty entries of a month but the last twenty to thirty-nine."""
    alias = schema_editor.connection.alias
    listings = apps.get_model("content", "Listing").objects.using(alias)
    periods = apps.get_model("content", "Period").objects.using(alias)
    leaves = apps.get_model("content", "Leaf").objects.using(alias)
    shelves = set(periods.values_list("shelf", flat=True))
    long = listings.values_list("shelf", "month").annotate(many=Count("pk")).filter(many__gte=2 * PAGE).order_by()
    rows = [
        leaves.model(shelf=f"month:{month}:{shelf}", number=number)
        for shelf, month, many in long
        if shelf in shelves
        for number in range(1, many // PAGE)
    ]
    leaves.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("content", "0020_recordings")]

    operations = [migrations.RunPython(add_pages, migrations.RunPython.noop)]
