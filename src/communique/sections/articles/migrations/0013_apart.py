"""Statements and campaigns leave the lists of sections that hold research too; sections of nothing else keep theirs."""

from typing import Any

from django.db import migrations, models

APART = ("statement", "campaign")
MANY = 500
PLACE = ("page_id", "kind", "language", "published", "year", "month")


def apart(apps: Any, schema_editor: Any) -> None:
    """Take them out of the lists of their sections, or mark the section where there is nothing else."""
    alias = schema_editor.connection.alias
    listings = apps.get_model("content", "Listing").objects.using(alias)
    sections = apps.get_model("articles", "ArticlesPage").objects.using(alias)
    articles = apps.get_model("articles", "ArticlePage").objects.using(alias)
    no_research = set(articles.filter(article_type__form__in=APART).values_list("pk", flat=True))
    for section in sections.order_by("pk"):
        places = listings.filter(shelf=f"section:{section.pk}")
        held = set(places.values_list("page_id", flat=True))
        if held and held <= no_research:
            sections.filter(pk=section.pk).update(lists_all=True)
            _remember(apps, alias, section)
        elif held & no_research:
            for some in _in_parts(sorted(held & no_research)):
                places.filter(page_id__in=some).delete()


def _remember(apps: Any, alias: str, section: Any) -> None:
    """Editors go on from the latest revision, which doesn't know of it."""
    revision = apps.get_model("wagtailcore", "Revision").objects.using(alias).filter(pk=section.latest_revision_id).first()
    if revision is not None:
        revision.content = {**revision.content, "lists_all": True}
        revision.save(update_fields=["content"])


def together(apps: Any, schema_editor: Any) -> None:
    """Back: what stands in a list of its form stands in that of its section."""
    listings = apps.get_model("content", "Listing").objects.using(schema_editor.connection.alias)
    rows = [
        listings.model(shelf=f"section:{one.shelf.split(':')[1]}", **{name: getattr(one, name) for name in PLACE})
        for form in APART
        for one in listings.filter(shelf__startswith="form:", shelf__endswith=f":{form}").order_by("pk")
    ]
    listings.bulk_create(rows, batch_size=MANY, ignore_conflicts=True)


def _in_parts(numbers: list[int]) -> list[list[int]]:
    return [numbers[at : at + MANY] for at in range(0, len(numbers), MANY)]


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_pdfs"), ("content", "0020_recordings"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [
        migrations.AddField(
            model_name="articlespage",
            name="lists_all",
            field=models.BooleanField(
                default=False,
                help_text=(
                    "If not, they stand in lists of their own below it, and research isn’t mixed with them. Mark this "
                    "for a section that holds nothing else."
                ),
                verbose_name="statements and campaigns stand in its list",
            ),
        ),
        migrations.RunPython(apart, together),
    ]
