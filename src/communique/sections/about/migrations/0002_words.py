"""What fields are called, which no database keeps: nothing is altered in any."""

import communique.content.models.fields
import django.db.models.deletion
from django.db import migrations, models

from communique.publishing.naming import InStateOnly


class Migration(migrations.Migration):

    dependencies = [
        ('about', '0001_initial'),
        ('content', '0018_legal_pages'),
    ]

    operations = [
        InStateOnly(
            [
                migrations.AlterModelOptions(
                    name='boardpage',
                    options={'verbose_name': 'board', 'verbose_name_plural': 'boards'},
                ),
                migrations.AlterModelOptions(
                    name='boardseat',
                    options={'ordering': ['sort_order'], 'verbose_name': 'seat', 'verbose_name_plural': 'seats'},
                ),
                migrations.AlterField(
                    model_name='boardpage',
                    name='introduction',
                    field=communique.content.models.fields.ProseField(blank=True, help_text='Stands above the members. May be empty.', verbose_name='introduction'),
                ),
                migrations.AlterField(
                    model_name='boardseat',
                    name='began',
                    field=models.DateField(blank=True, null=True, verbose_name='began'),
                ),
                migrations.AlterField(
                    model_name='boardseat',
                    name='ended',
                    field=models.DateField(blank=True, help_text='Empty while they sit on the board.', null=True, verbose_name='ended'),
                ),
                migrations.AlterField(
                    model_name='boardseat',
                    name='person',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='content.person', verbose_name='person'),
                ),
                migrations.AlterField(
                    model_name='boardseat',
                    name='title',
                    field=models.CharField(blank=True, help_text='“Chair”, “Treasurer”. May be empty.', max_length=255, verbose_name='office'),
                ),
            ],
        ),
    ]
