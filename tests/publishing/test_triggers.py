"""The database writes down what changed, whatever changed it."""

import json

import pytest
from django.db import connection
from wagtail.models import Page

from communique.content.models import Person
from communique.publishing import readiness, triggers
from communique.publishing.models import Address, PendingChange

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_pending(db):
    PendingChange.objects.all().delete()


def changes():
    return [
        (c.table, c.before and json.loads(c.before), c.after and json.loads(c.after))
        for c in PendingChange.objects.all()
    ]


def test_a_bulk_update_leaves_a_change_for_each_row():
    Person.objects.bulk_create(
        [Person(name="Rahat Idris", slug="rahat-idris"), Person(name="Ela Noor", slug="ela-noor")]
    )
    PendingChange.objects.all().delete()
    Person.objects.update(role="Fellow")
    assert [table for table, *_ in changes()] == ["content_person", "content_person"]


def test_an_update_that_changes_nothing_public_is_no_change():
    Page.objects.filter(depth=1).update(draft_title="A secret", has_unpublished_changes=True)
    assert changes() == []


def test_raw_sql_is_seen_with_the_values_before_and_after():
    Address.objects.create(address="/a/")
    PendingChange.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publishing_address SET address='/b/'")
    [(table, before, after)] = changes()
    assert (table, before["address"], after["address"]) == ("publishing_address", "/a/", "/b/")


def test_a_deleted_row_leaves_what_it_was():
    Address.objects.create(address="/a/")
    PendingChange.objects.all().delete()
    Address.objects.all().delete()
    assert [(before["address"], after) for _, before, after in changes()] == [("/a/", None)]


def test_a_replaced_row_is_a_deleted_and_an_inserted_one():
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    made = Address.objects.create(address="/a/")
    PendingChange.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "REPLACE INTO publishing_address (id, address, state, target, proposed, made)"
            " VALUES (%s, '/b/', 'current', '', '', '2026-01-01')",
            [made.pk],
        )
    assert {(b and b["address"], a and a["address"]) for _, b, a in changes()} == {("/a/", None), (None, "/b/")}


def test_a_truncated_table_means_everything():
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE is PostgreSQL's")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE publishing_address CASCADE")
    assert ("", None, None) in changes()


def test_a_missing_trigger_is_put_back_and_everything_asked_for():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f'DROP TRIGGER "{triggers.PREFIX}publishing_address_insert"')
        else:
            cursor.execute(f'DROP FUNCTION "{triggers.PREFIX}publishing_address" CASCADE')
    assert readiness.make_ready()
    assert changes() == [("", None, None)]
    assert not readiness.make_ready()
