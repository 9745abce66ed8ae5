"""What fields are called, which no database keeps: nothing is altered in any."""

import communique.content.models.fields
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models

from communique.publishing.naming import InStateOnly


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_findings'),
        ('content', '0018_legal_pages'),
    ]

    operations = [
        InStateOnly(
            [
                migrations.AlterModelOptions(
                    name='articlepage',
                    options={'verbose_name': 'article', 'verbose_name_plural': 'articles'},
                ),
                migrations.AlterModelOptions(
                    name='articletype',
                    options={'ordering': ['name'], 'verbose_name': 'article type', 'verbose_name_plural': 'article types'},
                ),
                migrations.AlterModelOptions(
                    name='contributor',
                    options={'ordering': ['sort_order'], 'verbose_name': 'contributor', 'verbose_name_plural': 'contributors'},
                ),
                migrations.AlterModelOptions(
                    name='disclaimer',
                    options={'ordering': ['language', 'since', 'pk'], 'verbose_name': 'disclaimer', 'verbose_name_plural': 'disclaimers'},
                ),
                migrations.AlterField(
                    model_name='articlepage',
                    name='kicker',
                    field=models.CharField(blank=True, help_text='A word or two above the title: a series, a place.', max_length=120, verbose_name='kicker'),
                ),
                migrations.AlterField(
                    model_name='articlepage',
                    name='lead_credit',
                    field=models.CharField(blank=True, help_text='If not the one kept with the picture.', max_length=300, verbose_name='credit'),
                ),
                migrations.AlterField(
                    model_name='articlepage',
                    name='published',
                    field=models.DateTimeField(blank=True, help_text='The date that readers see. If left empty: when it is first published.', null=True, verbose_name='date of publication'),
                ),
                migrations.AlterField(
                    model_name='articlepage',
                    name='standfirst',
                    field=models.TextField(blank=True, help_text='What the article says, in a sentence or two.', verbose_name='standfirst'),
                ),
                migrations.AlterField(
                    model_name='articlepage',
                    name='topics',
                    field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='articles', to='content.topic', verbose_name='topics'),
                ),
                migrations.AlterField(
                    model_name='articlepage',
                    name='updated',
                    field=models.DateTimeField(blank=True, editable=False, null=True),
                ),
                migrations.AlterField(
                    model_name='articlespage',
                    name='introduction',
                    field=communique.content.models.fields.ProseField(blank=True, help_text='Stands above the list. May be empty.', verbose_name='introduction'),
                ),
                migrations.AlterField(
                    model_name='articletype',
                    name='described_as',
                    field=models.CharField(choices=[('Article', 'Article'), ('ScholarlyArticle', 'Scholarly article: research with references'), ('Report', 'Report'), ('NewsArticle', 'News'), ('AnalysisNewsArticle', 'Analysis of news'), ('OpinionNewsArticle', 'Opinion on news')], default='Article', help_text='What search engines and library catalogues are told that such an article is.', max_length=30, verbose_name='described as'),
                ),
                migrations.AlterField(
                    model_name='articletype',
                    name='name',
                    field=models.CharField(max_length=100, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='articletype',
                    name='slug',
                    field=models.SlugField(allow_unicode=True, blank=True, help_text='Made from the name if left empty.', max_length=100, unique=True, verbose_name='slug'),
                ),
                migrations.AlterField(
                    model_name='articletypetext',
                    name='name',
                    field=models.CharField(blank=True, max_length=100, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='contributor',
                    name='affiliation',
                    field=models.CharField(blank=True, help_text='Where they belonged at publication; it stays when they move on.', max_length=255, verbose_name='affiliation'),
                ),
                migrations.AlterField(
                    model_name='contributor',
                    name='person',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='content.person', verbose_name='person'),
                ),
                migrations.AlterField(
                    model_name='contributor',
                    name='role',
                    field=models.CharField(choices=[('author', 'Author'), ('editor', 'Editor'), ('translator', 'Translator'), ('photographer', 'Photographer'), ('interviewer', 'Interviewer'), ('reviewer', 'Reviewer'), ('compiler', 'Compiler')], default='author', max_length=20, verbose_name='role'),
                ),
                migrations.AlterField(
                    model_name='disclaimer',
                    name='since',
                    field=models.DateField(blank=True, help_text='Articles published from this day on show it. Empty: from the beginning.', null=True, verbose_name='first day'),
                ),
                migrations.AlterField(
                    model_name='disclaimer',
                    name='text',
                    field=communique.content.models.fields.ProseField(help_text='{organisation} becomes our name in this language.', verbose_name='text'),
                ),
            ],
        ),
    ]
