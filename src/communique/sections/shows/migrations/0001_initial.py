"""Shows, their episodes, and who speaks in them."""

import communique.content.models.fields
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('content', '0020_recordings'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='EpisodePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('language', communique.content.models.fields.LanguageField(db_index=True, help_text='The language it is written in.', max_length=12)),
                ('published', models.DateTimeField(blank=True, help_text='The date that readers see. If left empty: when it is first published.', null=True, verbose_name='date of publication')),
                ('updated', models.DateTimeField(blank=True, editable=False, null=True)),
                ('standfirst', models.TextField(blank=True, help_text='What one hears, in a sentence or two.', verbose_name='standfirst')),
                ('number', models.PositiveSmallIntegerField(blank=True, help_text='If they have numbers.', null=True, verbose_name='episode number')),
                ('body', communique.content.models.fields.BodyField(blank=True, help_text='What was spoken of, with links. May be empty.')),
                ('original', models.ForeignKey(blank=True, help_text='If it is a translation: the page that it was made from.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='translation of')),
                ('recording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='content.recording', verbose_name='recording')),
            ],
            options={
                'verbose_name': 'episode',
                'verbose_name_plural': 'episodes',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ShowPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('language', communique.content.models.fields.LanguageField(db_index=True, help_text='The language it is written in.', max_length=12)),
                ('introduction', communique.content.models.fields.ProseField(blank=True, help_text='What it is about: stands above the list, and in podcast programs.', verbose_name='introduction')),
                ('category', models.CharField(choices=[('News|Politics', 'News: politics'), ('News|News Commentary', 'News: commentary'), ('News|', 'News'), ('Government|', 'Government'), ('Science|Social Sciences', 'Science: social sciences'), ('Society & Culture|', 'Society and culture'), ('Society & Culture|Documentary', 'Society and culture: documentary'), ('Education|', 'Education'), ('History|', 'History, as a subject'), ('Business|', 'Business')], default='News|Politics', max_length=60, verbose_name='category')),
                ('explicit', models.BooleanField(default=False, help_text='Podcast programs mark such shows; they ask for it.', verbose_name='not for children')),
                ('owner_email', models.EmailField(blank=True, help_text='It is published in the feed. Directories write there to see whose the show is. May be empty.', max_length=254, verbose_name='e-mail for directories')),
                ('cover_file', models.CharField(blank=True, editable=False, max_length=255)),
                ('cover_of', models.BigIntegerField(editable=False, null=True)),
                ('cover', models.ForeignKey(blank=True, help_text='A square of 1,400 to 3,000 pixels. Without it there is no podcast.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='content.picture', verbose_name='cover')),
                ('original', models.ForeignKey(blank=True, help_text='If it is a translation: the page that it was made from.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='translation of')),
            ],
            options={
                'verbose_name': 'show',
                'verbose_name_plural': 'shows',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('part', models.CharField(choices=[('host', 'Host'), ('guest', 'Guest')], default='guest', max_length=10, verbose_name='part')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='voices', to='shows.episodepage')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'voice',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
