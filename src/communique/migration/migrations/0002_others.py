"""What has no page here is kept for editors too, by its title."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """A title, and one more kind."""

    dependencies: ClassVar = [("migration", "0001_imported")]

    operations: ClassVar = [
        migrations.AddField(
            "imported",
            "title",
            models.CharField(blank=True, default="", help_text="Of what has no page here.", max_length=255),
        ),
        migrations.AlterField(
            "imported",
            "kind",
            models.CharField(
                choices=[
                    ("post", "post"),
                    ("person", "person"),
                    ("term", "term"),
                    ("picture", "picture"),
                    ("other", "something kept for editors"),
                ],
                max_length=10,
            ),
        ),
    ]
