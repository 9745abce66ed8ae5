"""Types of articles get a form, articles the fields of all forms; the form of a type follows from what it is described as."""

import communique.sections.articles.own_fields
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from communique.publishing.naming import InStateOnly

FORMS = {'Report': 'report', 'OpinionNewsArticle': 'opinion'}


def give_forms(apps, schema_editor):
    """Reports and opinions are known by what machines are told of them; the others are articles till editors say more."""
    types = apps.get_model('articles', 'ArticleType').objects
    for described_as, form in FORMS.items():
        types.filter(described_as=described_as).update(form=form)



class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_origin'),
    ]

    operations = [
        migrations.AddField(
            model_name='articlepage',
            name='abstract',
            field=models.TextField(blank=True, help_text='A paragraph that stands before the text.', verbose_name='abstract'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='doi',
            field=communique.sections.articles.own_fields.DOIField(blank=True, help_text='Only a registered one: readers are led there.', max_length=255, verbose_name='DOI'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='edition',
            field=models.CharField(blank=True, help_text='If it isn’t the first.', max_length=100, verbose_name='edition'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='isbn',
            field=communique.sections.articles.own_fields.ISBNField(blank=True, max_length=20, verbose_name='ISBN'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='issued_at',
            field=models.CharField(blank=True, max_length=120, verbose_name='place of issue'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='keywords',
            field=models.CharField(blank=True, help_text='For catalogues, with commas between them.', max_length=300, verbose_name='keywords'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='number',
            field=models.CharField(blank=True, help_text='As it stands on the cover: “Working paper 12”.', max_length=60, verbose_name='number on the cover'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='page_count',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(9999)], verbose_name='pages'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='recommendations',
            field=models.TextField(blank=True, help_text='What should be done, a line for each thing. They stand in a box before the text.', verbose_name='recommendations'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='signatories',
            field=models.TextField(blank=True, help_text='Who signed it besides the organisation, a line each.', verbose_name='signatories'),
        ),
        migrations.AddField(
            model_name='articletype',
            name='form',
            field=models.CharField(choices=[('article', 'Research article'), ('report', 'Report'), ('brief', 'Policy brief'), ('paper', 'Paper'), ('statement', 'Statement'), ('opinion', 'Opinion'), ('elsewhere', 'Op-ed published elsewhere'), ('campaign', 'Campaign')], default='article', help_text='Decides which fields such an article has of its own, and what must not be missing.', max_length=20, verbose_name='form of publication'),
        ),
        migrations.RunPython(give_forms, migrations.RunPython.noop),
        InStateOnly([
            migrations.AlterField(
                model_name='articlepage',
                name='article_type',
                field=models.ForeignKey(blank=True, help_text='Decides which fields it has, and which disclaimer stands below it.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles', to='articles.articletype', verbose_name='type'),
            ),
        ]),
    ]
