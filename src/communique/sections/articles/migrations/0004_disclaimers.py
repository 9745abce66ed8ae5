import communique.content.models.fields
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


def one_version(apps, schema_editor):
    """What stood below all articles of a type becomes the version that holds from the beginning."""
    disclaimer = apps.get_model('articles', 'Disclaimer')
    for text in apps.get_model('articles', 'ArticleTypeText').objects.exclude(disclaimer=''):
        disclaimer.objects.create(article_type_id=text.article_type_id, language=text.language, text=text.disclaimer)


def newest_alone(apps, schema_editor):
    """Back again: of several versions the newest is kept."""
    texts = apps.get_model('articles', 'ArticleTypeText').objects
    for version in apps.get_model('articles', 'Disclaimer').objects.order_by(models.F('since').asc(nulls_first=True)):
        place = {'article_type_id': version.article_type_id, 'language': version.language}
        texts.update_or_create(**place, defaults={'disclaimer': version.text})


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_amendments'),
    ]

    operations = [
        migrations.AddField(
            model_name='articletype',
            name='described_as',
            field=models.CharField(choices=[('Article', 'Article'), ('ScholarlyArticle', 'Scholarly article: research with references'), ('Report', 'Report'), ('NewsArticle', 'News'), ('AnalysisNewsArticle', 'Analysis of news'), ('OpinionNewsArticle', 'Opinion on news')], default='Article', help_text='What search engines and library catalogues are told that such an article is.', max_length=30),
        ),
        migrations.CreateModel(
            name='Disclaimer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', communique.content.models.fields.LanguageField(max_length=12)),
                ('since', models.DateField(blank=True, help_text='Articles published from this day on show it. Empty: from the beginning.', null=True)),
                ('text', communique.content.models.fields.ProseField(help_text='{organisation} becomes our name in this language.')),
                ('article_type', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='disclaimers', to='articles.articletype')),
            ],
            options={
                'ordering': ['language', 'since', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('article_type', 'language', 'since'), name='articles_disclaimer_once')],
            },
        ),
        migrations.RunPython(one_version, newest_alone),
        migrations.RemoveField(
            model_name='articletypetext',
            name='disclaimer',
        ),
    ]
