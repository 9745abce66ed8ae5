
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0010_amendments'),
    ]

    operations = [
        migrations.AlterField(
            model_name='amendment',
            name='standing',
            field=models.BooleanField(default=False, help_text='Readers have seen it, and it is classed like this.'),
        ),
    ]
