"""What scripts do: bulk writes, raw SQL, addresses written straight into their table."""

from __future__ import annotations

from django.db import connection
from wagtail.models import Page

from communique.content.models import OrganisationText, Rendition, SocialLink, TopicText
from communique.content.models.lists import Listing
from communique.publishing import addresses
from communique.publishing.models import Address
from communique.sections.about.models import Office
from communique.sections.articles.models import ArticlePage, Contributor, Disclaimer

OLD, GONE, CURRENT = Address.State.OLD, Address.State.GONE, Address.State.CURRENT


def bulk_update(room):
    ArticlePage.objects.filter(pk__gt=room.dice.randrange(30)).update(standfirst=room.word())


def bulk_end(room):
    Office.objects.update(ended=room.day().date())


def bulk_disclaim(room):
    Disclaimer.objects.update(text=f"<p>{room.word()} {{organisation}}</p>")


def bulk_unpublish(room):
    Page.objects.filter(pk=room.dice.randrange(40), depth__gt=2).update(live=False)


def bulk_publish(room):
    Page.objects.filter(pk=room.dice.randrange(40), depth__gt=2).update(live=True)


def bulk_create(room):
    article = room.one(ArticlePage)
    person = Contributor.objects.order_by("pk").values_list("person_id", flat=True).first()
    if article and person:
        Contributor.objects.bulk_create(
            [Contributor(page=article, person_id=person, sort_order=9), Contributor(page=article, person_id=person)]
        )


def bulk_delete(room):
    Contributor.objects.filter(pk__lt=room.dice.randrange(40)).delete()
    TopicText.objects.filter(language="ru").delete()


def raw_titles(room):
    _say("UPDATE wagtailcore_page SET title = title || '!' WHERE id %% 7 = %s AND depth > 2", room.dice.randrange(7))


def raw_same(room):
    _say("UPDATE wagtailcore_page SET title = title")


def raw_delete(room):
    _say("DELETE FROM content_listing WHERE id %% 9 = %s", room.dice.randrange(9))


def raw_redate(room):
    day = connection.ops.adapt_datetimefield_value(room.day())
    _say("UPDATE content_listing SET published = %s WHERE id %% 5 = %s", day, room.dice.randrange(5))


def raw_replace(room):
    """REPLACE on SQLite, an upsert on both."""
    row = OrganisationText.objects.order_by("pk").first()
    if row is None:
        return
    columns = "id, organisation_id, language, name, short_name, tagline, address, about"
    values = (row.pk, row.organisation_id, row.language, room.word(), "", "", "", "")
    if connection.vendor == "sqlite":
        _say(f"REPLACE INTO content_organisationtext ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", *values)
    else:
        _say(
            f"INSERT INTO content_organisationtext ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            *values,
        )


def truncate(room):
    table = SocialLink._meta.db_table
    _say(f"TRUNCATE {table}" if connection.vendor == "postgresql" else f"DELETE FROM {table}")


def leave_the_lists(room):
    listing = room.one(Listing)
    if listing:
        Listing.objects.filter(shelf=listing.shelf).delete()


def lose_a_rendition(room):
    Rendition.objects.filter(pk__in=[room.dice.randrange(40) for _ in range(3)]).delete()


def pin(room):
    article = room.one(ArticlePage)
    if article:
        addresses.pin(article, f"/{room.dice.choice(['2019/05', 'topics', 'people'])}/{room.slug()}/")


def redirect_by_query(room):
    page = room.any_page()
    if page:
        _lead(f"/?p={room.dice.randrange(20)}", page=page.page_ptr)


def redirect_elsewhere(room):
    _lead(f"/old/{room.slug()}/", target=room.dice.choice(["/about/", "https://elsewhere.example/?a=b"]))


def redirect_a_topic(room):
    _lead(f"/topics/{room.slug()}/", target="/about/")


def withdraw_an_address(room):
    Address.objects.filter(pk=room.dice.randrange(60)).update(state=GONE)


def forget_addresses(room):
    Address.objects.exclude(state=CURRENT).filter(pk__lt=room.dice.randrange(60)).delete()


def _lead(address, **where):
    if not Address.objects.filter(address=address).exists():
        Address.objects.create(address=address, state=OLD, **where)


def _say(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


DEEDS = (
    *(bulk_update, bulk_end, bulk_disclaim, bulk_unpublish, bulk_publish, bulk_create, bulk_delete),
    *(raw_titles, raw_same, raw_delete, raw_redate, raw_replace, truncate, leave_the_lists, lose_a_rendition),
    *(pin, redirect_by_query, redirect_elsewhere, redirect_a_topic, withdraw_an_address, forget_addresses),
)
