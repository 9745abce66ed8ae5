"""Links before the embargo ends are of content, for any kind of page: each keeps its key, its number and its history."""

from typing import Any

from django.core.management.color import no_style
from django.db import migrations
from wagtail.models import ReferenceIndex

NAMES = ("newsroom", "key", "made", "revoked")


def carry_over(apps: Any, schema_editor: Any) -> None:
    """The links, and what is known of them: who may give them out, who made them, what they lead to."""
    _carry(apps, schema_editor, ("releases", "release"), ("content", "page"))


def carry_back(apps: Any, schema_editor: Any) -> None:
    """The links of press releases; those of other pages can't be kept there."""
    _carry(apps, schema_editor, ("content", "page"), ("releases", "release"))


def _carry(apps: Any, schema_editor: Any, old: tuple[str, str], new: tuple[str, str]) -> None:
    alias = schema_editor.connection.alias
    (part, name), (new_part, new_name) = old, new
    before, after = apps.get_model(part, "EarlyLink"), apps.get_model(new_part, "EarlyLink")
    releases = set(apps.get_model("releases", "ReleasePage").objects.using(alias).values_list("pk", flat=True))
    after.objects.using(alias).bulk_create(
        after(**{"pk": one.pk, f"{new_name}_id": page, **{same: getattr(one, same) for same in NAMES}})
        for one in before.objects.using(alias).order_by("pk")
        if (page := getattr(one, f"{name}_id")) in releases
    )
    with schema_editor.connection.cursor() as cursor:
        for statement in schema_editor.connection.ops.sequence_reset_sql(no_style(), [after]):
            cursor.execute(statement)
    # Rights, the log and references name the kind by its number, which therefore stays.
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(alias)
    kind = kinds.filter(app_label=part, model="earlylink").first()
    if kind is None:
        return
    kinds.filter(app_label=new_part, model="earlylink").delete()
    kinds.filter(pk=kind.pk).update(app_label=new_part)
    references = apps.get_model("wagtailcore", "ReferenceIndex").objects.using(alias)
    references.filter(content_type_id=kind.pk, model_path=name).update(
        model_path=new_name,
        content_path=new_name,
        content_path_hash=ReferenceIndex._get_content_path_hash(new_name),  # as Wagtail reckons it
    )


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0002_rights"),
        ("content", "0022_early_links"),
    ]

    operations = [
        migrations.RunPython(carry_over, carry_back),
        migrations.DeleteModel(name="EarlyLink"),
    ]
