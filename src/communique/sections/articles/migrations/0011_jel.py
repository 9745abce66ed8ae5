"""Papers have JEL codes."""

import communique.sections.articles.own_fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_lists_of_forms'),
    ]

    operations = [
        migrations.AddField(
            model_name='articlepage',
            name='jel',
            field=communique.sections.articles.own_fields.JELField(blank=True, help_text='How economists file it, with commas between them: F15, O19.', max_length=100, verbose_name='JEL codes'),
        ),
    ]
