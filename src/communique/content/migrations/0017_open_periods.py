"""Lists that are there already get the years and months that something stands in."""

from typing import Any

from django.db import migrations


def open_periods(apps: Any, schema_editor: Any) -> None:
    """A period for each month of each section's list, and for its year."""
    alias = schema_editor.connection.alias
    listings = apps.get_model("content", "Listing").objects.using(alias)
    periods = apps.get_model("content", "Period").objects.using(alias)
    found = listings.filter(shelf__startswith="section:").values_list("shelf", "year", "month").distinct().order_by()
    wanted = {(shelf, year, month % 100) for shelf, year, month in found}
    wanted |= {(shelf, year, 0) for shelf, year, _ in wanted}
    rows = [periods.model(shelf=shelf, year=year, month=month) for shelf, year, month in sorted(wanted)]
    periods.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("content", "0016_periods")]

    operations = [migrations.RunPython(open_periods, migrations.RunPython.noop)]
