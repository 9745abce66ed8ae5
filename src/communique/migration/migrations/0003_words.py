"""What fields are called, which no database keeps: nothing is altered in any."""

from django.db import migrations, models

from communique.publishing.naming import InStateOnly


class Migration(migrations.Migration):

    dependencies = [
        ('migration', '0002_others'),
    ]

    operations = [
        InStateOnly(
            [
                migrations.AlterModelOptions(
                    name='imported',
                    options={},
                ),
                migrations.AlterModelOptions(
                    name='importrun',
                    options={'ordering': ['-began']},
                ),
                migrations.AlterModelOptions(
                    name='notbrought',
                    options={},
                ),
                migrations.AlterField(
                    model_name='imported',
                    name='kind',
                    field=models.CharField(choices=[('post', 'Post'), ('person', 'Person'), ('term', 'Term'), ('picture', 'Picture'), ('other', 'Other')], max_length=10),
                ),
                migrations.AlterField(
                    model_name='imported',
                    name='published',
                    field=models.BooleanField(default=False),
                ),
                migrations.AlterField(
                    model_name='imported',
                    name='source',
                    field=models.CharField(blank=True, default='', max_length=64),
                ),
                migrations.AlterField(
                    model_name='imported',
                    name='title',
                    field=models.CharField(blank=True, default='', max_length=255),
                ),
                migrations.AlterField(
                    model_name='imported',
                    name='written',
                    field=models.CharField(blank=True, default='', max_length=64),
                ),
                migrations.AlterField(
                    model_name='importrun',
                    name='exports',
                    field=models.TextField(),
                ),
            ],
        ),
    ]
