"""An event says in which languages it is held, where one registers, and whether it is free of charge."""

import django.core.validators
from django.db import migrations, models

import communique.content.models.spoken


class Migration(migrations.Migration):
    dependencies = [("events", "0002_recordings")]

    operations = [
        migrations.AddField(
            model_name="eventpage",
            name="spoken",
            field=communique.content.models.spoken.SpokenField(
                blank=True,
                default="",
                help_text="Empty: that of this page; of a translation, that of its original.",
                max_length=255,
                verbose_name="languages of the event",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="booking_link",
            field=models.URLField(
                blank=True,
                default="",
                help_text="The page on which one registers. Never the link of the meeting.",
                max_length=500,
                validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                verbose_name="where one registers",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="eventpage", name="free", field=models.BooleanField(default=False, verbose_name="free of charge")
        ),
    ]
