"""What fields are called, which no database keeps: nothing is altered in any."""

from django.db import migrations, models

from communique.publishing.naming import InStateOnly


class Migration(migrations.Migration):

    dependencies = [
        ('publishing', '0001_initial'),
    ]

    operations = [
        InStateOnly(
            [
                migrations.AlterModelOptions(
                    name='address',
                    options={},
                ),
                migrations.AlterField(
                    model_name='address',
                    name='address',
                    field=models.TextField(unique=True),
                ),
                migrations.AlterField(
                    model_name='address',
                    name='proposed',
                    field=models.TextField(blank=True, default=''),
                ),
                migrations.AlterField(
                    model_name='address',
                    name='state',
                    field=models.CharField(choices=[('current', 'Current'), ('old', 'Old'), ('gone', 'Gone')], db_index=True, default='current', max_length=8),
                ),
                migrations.AlterField(
                    model_name='address',
                    name='target',
                    field=models.TextField(blank=True, default=''),
                ),
            ],
        ),
    ]
