from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0005_rights'),
    ]

    operations = [
        migrations.AddField(
            model_name='picture',
            name='called',
            field=models.CharField(blank=True, default='', editable=False, max_length=60),
        ),
    ]
