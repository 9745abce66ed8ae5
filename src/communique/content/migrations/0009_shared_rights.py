"""Who publishes may see to shared pieces: what is changed there is on many pages at once."""

from django.db import migrations

from communique.accounts.rights import grant


def give(apps, schema_editor):
    grant(apps, "content.SharedPiece", Moderators=("add", "change", "delete"))


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0008_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
