"""What the organisation is, in the words of schema.org."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0019_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='described_as',
            field=models.CharField(choices=[('Organization', 'Organisation'), ('NGO', 'Non-governmental organisation'), ('ResearchOrganization', 'Research organisation'), ('EducationalOrganization', 'Educational organisation')], default='Organization', help_text='What search engines and catalogues are told that we are.', max_length=30, verbose_name='kind'),
        ),
    ]
