"""Who publishes says who pays; who writes may name a funder that isn't there yet."""

from django.db import migrations

from communique.accounts.rights import grant


def give(apps, schema_editor):
    grant(apps, "projects.Funder", Editors=("add",), Moderators=("add", "change", "delete"))


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
