"""Seats of boards are offices now."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('about', '0003_offices'),
    ]

    operations = [
        migrations.DeleteModel(
            name='BoardSeat',
        ),
    ]
