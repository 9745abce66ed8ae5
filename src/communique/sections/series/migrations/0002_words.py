"""What fields are called, which no database keeps: nothing is altered in any."""

import communique.content.models.fields
import django.db.models.deletion
from django.db import migrations, models

from communique.publishing.naming import InStateOnly


class Migration(migrations.Migration):

    dependencies = [
        ('series', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        InStateOnly(
            [
                migrations.AlterModelOptions(
                    name='seriespart',
                    options={'ordering': ['sort_order'], 'verbose_name': 'part', 'verbose_name_plural': 'parts'},
                ),
                migrations.AlterField(
                    model_name='seriespage',
                    name='introduction',
                    field=communique.content.models.fields.ProseField(blank=True, help_text='Stands above the parts: what the series is about. May be empty.', verbose_name='introduction'),
                ),
                migrations.AlterField(
                    model_name='seriespart',
                    name='part',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.page', verbose_name='part'),
                ),
            ],
        ),
    ]
