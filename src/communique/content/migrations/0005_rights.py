"""Who writes may name people and topics; who publishes may see to menus and the organisation too."""

from django.db import migrations

from communique.accounts.rights import grant

WRITE, ALL = ("add", "change"), ("add", "change", "delete")


def give(apps, schema_editor):
    for model in ("content.Person", "content.Topic"):
        grant(apps, model, Editors=WRITE, Moderators=ALL)
    grant(apps, "content.Navigation", Moderators=ALL)
    grant(apps, "content.Organisation", Moderators=("change",))


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0004_pictures"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
