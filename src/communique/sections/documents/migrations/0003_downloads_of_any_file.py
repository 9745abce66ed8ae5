"""What was counted of downloads is of content, for the files of any section."""

from typing import Any

from django.db import migrations

NAMES = ("file", "day", "count")


def carry_over(apps: Any, schema_editor: Any) -> None:
    """The counts of each file and day."""
    _carry(apps, schema_editor, "documents", "content")


def carry_back(apps: Any, schema_editor: Any) -> None:
    """The same, back."""
    _carry(apps, schema_editor, "content", "documents")


def _carry(apps: Any, schema_editor: Any, old: str, new: str) -> None:
    alias = schema_editor.connection.alias
    before, after = (apps.get_model(part, "Download").objects.using(alias) for part in (old, new))
    rows = before.order_by("pk").values(*NAMES)
    after.bulk_create((after.model(**row) for row in rows.iterator(chunk_size=500)), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_texts_and_downloads"),
        ("content", "0023_downloads"),
    ]

    operations = [
        migrations.RunPython(carry_over, carry_back),
        migrations.DeleteModel(name="Download"),
    ]
