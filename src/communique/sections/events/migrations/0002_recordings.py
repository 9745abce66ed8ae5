"""An event may have left a recording of ours behind."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0020_recordings'),
        ('events', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='eventmaterial',
            name='recording',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='content.recording', verbose_name='or a recording of ours'),
        ),
    ]
