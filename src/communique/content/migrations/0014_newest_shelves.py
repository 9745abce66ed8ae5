"""What was filed before there were shelves of the newest gets its place there: from the places it has already."""

from typing import Any

from django.db import migrations

MANY = 500


def file_the_newest(apps: Any, schema_editor: Any) -> None:
    """A place on `newest:KIND:LANGUAGE` for every page that stands in some list and has none there."""
    listings = apps.get_model("content", "Listing").objects.using(schema_editor.connection.alias)
    held = set(listings.filter(shelf__startswith="newest:").values_list("page_id", flat=True))
    new: dict[int, Any] = {}
    for place in listings.exclude(shelf__startswith="newest:").order_by("pk").iterator(MANY):
        if place.page_id not in held and place.page_id not in new:
            shelf = f"newest:{place.kind}:{place.language}"
            dated = {"published": place.published, "year": place.year, "month": place.month}
            new[place.page_id] = listings.model(
                page_id=place.page_id, kind=place.kind, shelf=shelf, language=place.language, **dated
            )
    listings.bulk_create(new.values(), batch_size=MANY, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("content", "0013_slots")]

    operations = [migrations.RunPython(file_the_newest, migrations.RunPython.noop)]
