from django.db import migrations


def file_by_type(apps, schema_editor):
    """Articles that stand in lists stand in that of their type too, so that each finds those before and after it."""
    listing = apps.get_model('content', 'Listing')
    places = ('language', 'published', 'year', 'month')
    types = dict(
        apps.get_model('articles', 'ArticlePage').objects.exclude(article_type=None).values_list('pk', 'article_type_id')
    )
    new = [
        listing(page_id=one.page_id, kind=one.kind, shelf=f'type:articles.articletype:{types[one.page_id]}:{one.language}',
                **{name: getattr(one, name) for name in places})
        for one in listing.objects.filter(shelf__startswith='newest:articles.articlepage:').iterator()
        if one.page_id in types
    ]
    listing.objects.bulk_create(new, batch_size=500)


def forget_types(apps, schema_editor):
    apps.get_model('content', 'Listing').objects.filter(shelf__startswith='type:articles.articletype:').delete()


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_disclaimers'),
        ('content', '0012_ror'),
    ]

    operations = [migrations.RunPython(file_by_type, forget_types)]
