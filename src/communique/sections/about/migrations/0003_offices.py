"""Offices are held in groups of people, said once for all languages; each board becomes such a group."""

import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
from django.db import migrations, models

import communique.content.models.fields
from communique.accounts.rights import grant


def one_circle_for_each_board(apps, schema_editor):
    """A board with its translations becomes one circle; the titles of its seats become positions."""
    page_model, seat_model, office_model, circle_model = (
        apps.get_model("about", name) for name in ("MembersPage", "BoardSeat", "Office", "Circle")
    )
    pages = {page.pk: page for page in page_model.objects.order_by("pk")}
    circles = {}
    for page in pages.values():
        first = pages.get(page.original_id, page)
        if first.pk not in circles:
            taken = set(circle_model.objects.values_list("name", flat=True))
            name = first.title[:80]
            circles[first.pk] = circle_model.objects.create(name=f"{name} ({first.pk})" if name in taken else name)
        page_model.objects.filter(pk=page.pk).update(circle=circles[first.pk])
    for first, circle in circles.items():
        group = [first, *(pk for pk, page in pages.items() if page.original_id == first and pk != first)]
        for pk in group:
            for seat in seat_model.objects.filter(page_id=pk).order_by("sort_order", "pk"):
                held = {"circle": circle, "person_id": seat.person_id, "began": seat.began, "ended": seat.ended}
                office = office_model.objects.filter(**held).first()
                if office is None:
                    position = _position(apps, seat.title)
                    place = office_model.objects.filter(circle=circle).count()
                    office_model.objects.create(**held, position=position, sort_order=place)
                elif office.position_id and seat.title:
                    _say(apps, office.position_id, pages[pk].language, seat.title)


def _position(apps, title):
    return apps.get_model("about", "Position").objects.get_or_create(title=title)[0] if title else None


def _say(apps, position_id, language, title):
    texts = apps.get_model("about", "PositionText").objects
    texts.get_or_create(position_id=position_id, language=language, defaults={"title": title})


def give(apps, schema_editor):
    """Who publishes sees to who belongs to us."""
    for model in ("about.Circle", "about.Position"):
        grant(apps, model, Moderators=("add", "change", "delete"))


class Migration(migrations.Migration):

    dependencies = [
        ("about", "0002_words"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("content", "0019_words"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RenameModel("BoardPage", "MembersPage"),
        migrations.AlterModelOptions(
            name='memberspage',
            options={'verbose_name': 'board, staff or fellows', 'verbose_name_plural': 'boards, staffs and fellows'},
        ),
        migrations.CreateModel(
            name='Circle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='For editors, who choose it by this.', max_length=100, unique=True, verbose_name='name')),
            ],
            options={
                'verbose_name': 'group of people',
                'verbose_name_plural': 'groups of people',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='“Chair”, “Senior fellow”.', max_length=255, unique=True, verbose_name='title')),
            ],
            options={
                'verbose_name': 'position',
                'verbose_name_plural': 'positions',
                'ordering': ['title'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PositionText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', communique.content.models.fields.LanguageField(max_length=12)),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('position', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='about.position')),
            ],
            options={
                'verbose_name': 'position in a language',
                'verbose_name_plural': 'positions in languages',
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('began', models.DateField(blank=True, null=True, verbose_name='began')),
                ('ended', models.DateField(blank=True, help_text='The last day. Empty while it goes on.', null=True, verbose_name='ended')),
                ('circle', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='offices', to='about.circle')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='content.person', verbose_name='person')),
                ('position', models.ForeignKey(blank=True, help_text="Empty: the role that stands in the person's own record.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='about.position', verbose_name='position')),
            ],
            options={
                'verbose_name': 'office',
                'verbose_name_plural': 'offices',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='positiontext',
            constraint=models.UniqueConstraint(fields=('position', 'language'), name='about_position_text_once'),
        ),
        migrations.AddField(
            model_name='memberspage',
            name='circle',
            field=models.ForeignKey(blank=True, help_text='The board, the staff: what is changed there is changed on its page in every language.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='about.circle', verbose_name='whom it shows'),
        ),
        migrations.RunPython(one_circle_for_each_board, migrations.RunPython.noop),
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
