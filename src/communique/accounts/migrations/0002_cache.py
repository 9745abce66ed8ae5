"""The table of the database cache: limits on signing in are counted there, so that they hold across processes."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    """Django makes the table itself, and none where a site uses another cache."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
