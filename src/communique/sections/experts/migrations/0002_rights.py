"""Who publishes says who can be asked about what: addresses of people are published with it."""

from django.db import migrations

from communique.accounts.rights import grant


def give(apps, schema_editor):
    for model in ("experts.Expert", "experts.Region"):
        grant(apps, model, Moderators=("add", "change", "delete"))


class Migration(migrations.Migration):
    dependencies = [
        ("experts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
