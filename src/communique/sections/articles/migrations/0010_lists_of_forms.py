"""Articles that are there already are put into the lists of their forms, whose older pages may be printed."""

from collections import Counter
from typing import Any

from django.db import migrations

PAGE = 20
MANY = 500


def file(apps: Any, schema_editor: Any) -> None:
    """A place in its form's list for each article that stands in its section's, and a leaf for every older page."""
    alias = schema_editor.connection.alias
    listings = apps.get_model("content", "Listing").objects.using(alias)
    leaves = apps.get_model("content", "Leaf").objects.using(alias)
    articles = apps.get_model("articles", "ArticlePage").objects.using(alias)
    forms = dict(articles.exclude(article_type=None).values_list("pk", "article_type__form"))
    counted: Counter[str] = Counter()
    rows = []
    for one in listings.filter(shelf__startswith="section:", kind="articles.articlepage").order_by("pk").iterator():
        if one.page_id in forms:
            shelf = f"form:{one.shelf.partition(':')[2]}:{forms[one.page_id]}"
            counted[shelf] += 1
            place = {name: getattr(one, name) for name in ("page_id", "kind", "language", "published", "year", "month")}
            rows.append(listings.model(shelf=shelf, **place))
    listings.bulk_create(rows, batch_size=MANY, ignore_conflicts=True)
    older = [(shelf, number) for shelf, count in sorted(counted.items()) for number in range(1, count // PAGE)]
    leaves.bulk_create(
        [leaves.model(shelf=shelf, number=number) for shelf, number in older], batch_size=MANY, ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_forms"), ("content", "0020_recordings")]

    operations = [migrations.RunPython(file, migrations.RunPython.noop)]
