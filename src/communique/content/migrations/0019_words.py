"""What fields are called, which no database keeps: nothing is altered in any."""

import communique.content.models.fields
import django.db.models.deletion
from django.db import migrations, models

from communique.publishing.naming import InStateOnly


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0018_legal_pages'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        InStateOnly(
            [
                migrations.AlterModelOptions(
                    name='leaf',
                    options={},
                ),
                migrations.AlterModelOptions(
                    name='missed',
                    options={'ordering': ['-count', 'address']},
                ),
                migrations.AlterModelOptions(
                    name='person',
                    options={'ordering': ['name'], 'verbose_name': 'person', 'verbose_name_plural': 'people'},
                ),
                migrations.AlterModelOptions(
                    name='rendition',
                    options={},
                ),
                migrations.AlterModelOptions(
                    name='sharecard',
                    options={},
                ),
                migrations.AlterModelOptions(
                    name='sharedpiece',
                    options={'ordering': ['name'], 'verbose_name': 'shared piece', 'verbose_name_plural': 'shared pieces'},
                ),
                migrations.AlterModelOptions(
                    name='topic',
                    options={'ordering': ['title'], 'verbose_name': 'topic', 'verbose_name_plural': 'topics'},
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='kind',
                    field=models.CharField(blank=True, choices=[('typo', 'Typo'), ('update', 'Update'), ('correction', 'Correction'), ('retraction', 'Retraction')], max_length=12),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='month',
                    field=models.IntegerField(default=0),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='note',
                    field=models.TextField(blank=True),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='published',
                    field=models.DateTimeField(blank=True, null=True),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='reason',
                    field=models.TextField(blank=True),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='replaces',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replaced_by', to='content.amendment'),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='right',
                    field=models.TextField(blank=True),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='shelf',
                    field=models.CharField(blank=True, max_length=100),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='standing',
                    field=models.BooleanField(default=False),
                ),
                migrations.AlterField(
                    model_name='amendment',
                    name='wrong',
                    field=models.TextField(blank=True),
                ),
                migrations.AlterField(
                    model_name='former',
                    name='revision',
                    field=models.BigIntegerField(),
                ),
                migrations.AlterField(
                    model_name='homepage',
                    name='introduction',
                    field=communique.content.models.fields.ProseField(blank=True, help_text='Stands at the top. May be empty.', verbose_name='introduction'),
                ),
                migrations.AlterField(
                    model_name='landingpage',
                    name='slots',
                    field=communique.content.models.fields.SlotsField(blank=True, help_text='What stands here, from the top. No page is shown twice; what a day or a withdrawal has ended is followed by the newest.', verbose_name='front page'),
                ),
                migrations.AlterField(
                    model_name='landingpage',
                    name='standfirst',
                    field=models.TextField(blank=True, help_text='A sentence or two below the title. May be empty.', verbose_name='standfirst'),
                ),
                migrations.AlterField(
                    model_name='legalpage',
                    name='standfirst',
                    field=models.TextField(blank=True, help_text='A sentence or two below the title. May be empty.', verbose_name='standfirst'),
                ),
                migrations.AlterField(
                    model_name='listing',
                    name='kind',
                    field=models.CharField(max_length=100),
                ),
                migrations.AlterField(
                    model_name='listing',
                    name='month',
                    field=models.IntegerField(),
                ),
                migrations.AlterField(
                    model_name='navigationentry',
                    name='label',
                    field=models.CharField(blank=True, help_text="What the entry says; the page's title if left empty.", max_length=100, verbose_name='words of the entry'),
                ),
                migrations.AlterField(
                    model_name='navigationentry',
                    name='link',
                    field=models.CharField(blank=True, help_text='Or an address: https://… elsewhere, /topics/… here.', max_length=500, verbose_name='address'),
                ),
                migrations.AlterField(
                    model_name='navigationentry',
                    name='page',
                    field=models.ForeignKey(blank=True, help_text='A page of this site. The entry is shown while the page is published.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='page'),
                ),
                migrations.AlterField(
                    model_name='organisation',
                    name='founded',
                    field=models.PositiveSmallIntegerField(blank=True, help_text='The year.', null=True, verbose_name='founded'),
                ),
                migrations.AlterField(
                    model_name='organisation',
                    name='logo',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='content.picture', verbose_name='logo'),
                ),
                migrations.AlterField(
                    model_name='organisation',
                    name='name',
                    field=models.CharField(blank=True, default='', help_text='In full, as it stands on letters.', max_length=255, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='organisation',
                    name='short_name',
                    field=models.CharField(blank=True, default='', help_text='Or the acronym.', max_length=100, verbose_name='short name'),
                ),
                migrations.AlterField(
                    model_name='organisation',
                    name='telephone',
                    field=models.CharField(blank=True, default='', max_length=60, verbose_name='telephone'),
                ),
                migrations.AlterField(
                    model_name='organisationtext',
                    name='about',
                    field=communique.content.models.fields.ProseField(blank=True, help_text='A paragraph about us.', verbose_name='about us'),
                ),
                migrations.AlterField(
                    model_name='organisationtext',
                    name='address',
                    field=models.TextField(blank=True, help_text='Where we are, line by line.', verbose_name='address'),
                ),
                migrations.AlterField(
                    model_name='organisationtext',
                    name='name',
                    field=models.CharField(blank=True, max_length=255, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='organisationtext',
                    name='short_name',
                    field=models.CharField(blank=True, max_length=100, verbose_name='short name'),
                ),
                migrations.AlterField(
                    model_name='organisationtext',
                    name='tagline',
                    field=models.CharField(blank=True, help_text='What we do, in a line.', max_length=255, verbose_name='tagline'),
                ),
                migrations.AlterField(
                    model_name='period',
                    name='month',
                    field=models.IntegerField(),
                ),
                migrations.AlterField(
                    model_name='person',
                    name='affiliation',
                    field=models.CharField(blank=True, help_text='At present: a university, a ministry.', max_length=255, verbose_name='affiliation'),
                ),
                migrations.AlterField(
                    model_name='person',
                    name='biography',
                    field=communique.content.models.fields.ProseField(blank=True, verbose_name='biography'),
                ),
                migrations.AlterField(
                    model_name='person',
                    name='name',
                    field=models.CharField(max_length=255, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='person',
                    name='role',
                    field=models.CharField(blank=True, help_text='At present: “Senior fellow”.', max_length=255, verbose_name='role'),
                ),
                migrations.AlterField(
                    model_name='person',
                    name='slug',
                    field=models.SlugField(allow_unicode=True, blank=True, help_text='The end of the address: /people/…/. Made from the name if left empty.', max_length=255, unique=True, verbose_name='slug'),
                ),
                migrations.AlterField(
                    model_name='persontext',
                    name='affiliation',
                    field=models.CharField(blank=True, max_length=255, verbose_name='affiliation'),
                ),
                migrations.AlterField(
                    model_name='persontext',
                    name='biography',
                    field=communique.content.models.fields.ProseField(blank=True, verbose_name='biography'),
                ),
                migrations.AlterField(
                    model_name='persontext',
                    name='name',
                    field=models.CharField(max_length=255, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='persontext',
                    name='role',
                    field=models.CharField(blank=True, max_length=255, verbose_name='role'),
                ),
                migrations.AlterField(
                    model_name='picture',
                    name='caption',
                    field=communique.content.models.fields.LineField(blank=True, help_text='Stands below it, unless an article says otherwise.', verbose_name='caption'),
                ),
                migrations.AlterField(
                    model_name='picture',
                    name='credit',
                    field=models.CharField(blank=True, help_text='Who took or drew it; readers see it below.', max_length=300, verbose_name='credit'),
                ),
                migrations.AlterField(
                    model_name='picture',
                    name='decorative',
                    field=models.BooleanField(default=False, help_text='The picture adds nothing to a text, so it needs no description.', verbose_name='decorative'),
                ),
                migrations.AlterField(
                    model_name='picture',
                    name='licence',
                    field=models.CharField(blank=True, choices=[('ours', 'Our own, all rights reserved'), ('permission', 'Used with permission'), ('public-domain', 'Public domain'), ('CC0-1.0', 'CC0'), ('CC-BY-4.0', 'CC BY 4.0'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0'), ('CC-BY-NC-4.0', 'CC BY-NC 4.0'), ('CC-BY-NC-SA-4.0', 'CC BY-NC-SA 4.0'), ('CC-BY-ND-4.0', 'CC BY-ND 4.0'), ('CC-BY-NC-ND-4.0', 'CC BY-NC-ND 4.0')], help_text='What others may do with it. Readers see Creative Commons licences, with a link.', max_length=20, verbose_name='licence'),
                ),
                migrations.AlterField(
                    model_name='picture',
                    name='source',
                    field=models.CharField(blank=True, help_text='Where it comes from.', max_length=300, verbose_name='source'),
                ),
                migrations.AlterField(
                    model_name='plainpage',
                    name='standfirst',
                    field=models.TextField(blank=True, help_text='A sentence or two below the title. May be empty.', verbose_name='standfirst'),
                ),
                migrations.AlterField(
                    model_name='sharedpiece',
                    name='name',
                    field=models.CharField(help_text='For editors, who choose it by this.', max_length=100, unique=True, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='sharedpiecetext',
                    name='text',
                    field=communique.content.models.fields.ProseField(help_text='It is printed on every page that shows the piece, as soon as it is saved.', verbose_name='text'),
                ),
                migrations.AlterField(
                    model_name='sociallink',
                    name='label',
                    field=models.CharField(help_text='“Mastodon”, “YouTube”.', max_length=60, verbose_name='name'),
                ),
                migrations.AlterField(
                    model_name='topic',
                    name='description',
                    field=communique.content.models.fields.ProseField(blank=True, help_text="Stands at the top of the topic's page.", verbose_name='description'),
                ),
                migrations.AlterField(
                    model_name='topic',
                    name='parent',
                    field=models.ForeignKey(blank=True, help_text='A wider topic that this one belongs to.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='content.topic', verbose_name='wider topic'),
                ),
                migrations.AlterField(
                    model_name='topic',
                    name='slug',
                    field=models.SlugField(allow_unicode=True, blank=True, help_text='The end of its address: /topics/…/. Made from the title if left empty.', max_length=255, unique=True, verbose_name='slug'),
                ),
                migrations.AlterField(
                    model_name='topic',
                    name='title',
                    field=models.CharField(max_length=255, verbose_name='title'),
                ),
                migrations.AlterField(
                    model_name='topictext',
                    name='description',
                    field=communique.content.models.fields.ProseField(blank=True, verbose_name='description'),
                ),
                migrations.AlterField(
                    model_name='topictext',
                    name='title',
                    field=models.CharField(max_length=255, verbose_name='title'),
                ),
            ],
        ),
    ]
