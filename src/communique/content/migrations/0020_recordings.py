"""Recordings of ours, which whoever writes may send; and what the organisation is, in the words of schema.org."""

import communique.content.languages
import communique.content.models.fields
import communique.content.models.recordings
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
from django.db import migrations, models

from communique.accounts.rights import grant


def give(apps, schema_editor):
    grant(apps, "content.Recording", Editors=("add", "change"), Moderators=("add", "change", "delete"))


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0019_words'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('wagtailcore', '0002_initial_data'),
    ]

    operations = [
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='Readers see it above the player.', max_length=255, verbose_name='title')),
                ('file', models.FileField(help_text='Sound as MP3, M4A, Ogg or Opus, up to 150 MB; film as MP4 or WebM, up to 400 MB.', max_length=255, upload_to=communique.content.models.recordings.place, verbose_name='file')),
                ('language', communique.content.models.fields.LanguageField(default=communique.content.languages.default, help_text='The language that is spoken in it.', max_length=12)),
                ('wordless', models.BooleanField(default=False, help_text='Music or sounds alone: then nobody misses a transcript.', verbose_name='nothing is said in it')),
                ('transcript', communique.content.models.fields.ProseField(blank=True, help_text='What is said in it, for those who can’t hear it. Of a film also what one has to see.', verbose_name='transcript')),
                ('credit', models.CharField(blank=True, help_text='Who recorded it.', max_length=300, verbose_name='credit')),
                ('kind', models.CharField(blank=True, editable=False, max_length=10)),
                ('size', models.BigIntegerField(default=0, editable=False)),
                ('seconds', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'recording',
                'verbose_name_plural': 'recordings',
                'ordering': ['title', 'pk'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name='organisation',
            name='described_as',
            field=models.CharField(choices=[('Organization', 'Organisation'), ('NGO', 'Non-governmental organisation'), ('ResearchOrganization', 'Research organisation'), ('EducationalOrganization', 'Educational organisation')], default='Organization', help_text='What search engines and catalogues are told that we are.', max_length=30, verbose_name='kind'),
        ),
        migrations.CreateModel(
            name='RecordingTrack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('captions', 'Captions: all that is heard'), ('subtitles', 'Subtitles: a translation'), ('descriptions', 'Descriptions: what is seen')], default='captions', max_length=20, verbose_name='kind')),
                ('language', communique.content.models.fields.LanguageField(default=communique.content.languages.default, max_length=12)),
                ('file', models.FileField(help_text='WebVTT: its name ends in .vtt.', max_length=255, upload_to=communique.content.models.recordings.place, verbose_name='file')),
                ('recording', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tracks', to='content.recording')),
            ],
            options={
                'verbose_name': 'captions',
                'verbose_name_plural': 'captions',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
