"""What is worked out from an export: who may see what, the time zone, old addresses, names."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from communique.migration.wordpress import dates, people, permalinks
from communique.migration.wordpress.permalinks import OldSite
from communique.migration.wordpress.secrecy import fate
from communique.migration.wordpress.shapes import Author, Post

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OLD = OldSite("/blog", frozenset({"institute.example"}))


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"status": "publish"}, "live"),
        ({"status": "publish", "has_password": True}, "staff"),
        ({"status": "private"}, "staff"),
        ({"status": "draft"}, "draft"),
        ({"status": "pending"}, "draft"),
        ({"status": "future", "date_gmt": "2027-01-01 00:00:00"}, "scheduled"),
        ({"status": "future", "date_gmt": "2026-01-01 00:00:00"}, "draft"),
        ({"status": "future"}, "draft"),
        ({"status": "trash"}, "left out"),
        ({"status": "auto-draft"}, "left out"),
        ({"status": "inherit"}, "left out"),
        ({"status": "never-heard-of"}, "draft"),
        ({"status": ""}, "draft"),
        ({"status": "publish", "kind": "revision"}, "left out"),
        ({"status": "publish", "kind": "feedback"}, "left out"),
        ({"status": "publish", "kind": "shop_order"}, "left out"),
        ({"status": "publish", "kind": "never_heard_of"}, "kept"),
        ({"status": "private", "kind": "tribe_events"}, "kept"),
        ({"status": "trash", "kind": "tribe_events"}, "left out"),
        ({"status": "inherit", "kind": "attachment"}, "attached"),
        ({"status": "trash", "kind": "attachment"}, "left out"),
    ],
)
def test_nothing_hidden_becomes_public(fields, state):
    assert fate(Post(1, **fields), ZoneInfo("UTC"), NOW).state == state


def test_the_zone_is_the_one_that_fits_all_dates():
    offsets = dates.Offsets()
    offsets.add("2020-01-01 15:00:00", "2020-01-01 10:00:00")
    offsets.add("2008-07-01 16:00:00", "2008-07-01 10:00:00")  # Pakistan kept summer time in that year
    offsets.add("2005-07-01 15:00:00", "2005-07-01 10:00:00")
    assert offsets.zones() == ["Asia/Karachi"]


def test_without_dates_or_difference_the_zone_is_utc():
    offsets = dates.Offsets()
    assert offsets.zones() == ["UTC"]
    offsets.add("2020-01-01 10:00:00", "2020-01-01 10:00:00")
    offsets.add("2020-01-01 10:00:00", "0000-00-00 00:00:00")
    assert offsets.zones() == ["UTC"]


def test_a_moment_is_as_stated_or_from_the_sites_own_time():
    karachi = ZoneInfo("Asia/Karachi")
    ten = datetime(2020, 1, 1, 10, tzinfo=UTC)
    assert dates.moment("2020-01-01 15:00:00", "2020-01-01 10:00:00", karachi) == ten
    assert dates.moment("2020-01-01 15:00:00", "0000-00-00 00:00:00", karachi) == ten
    assert dates.moment("0000-00-00 00:00:00", "", karachi) is None


def test_a_revision_is_told_a_day_later_and_not_if_a_machine_made_it():
    published = datetime(2020, 1, 1, tzinfo=UTC)
    later, soon = datetime(2020, 3, 1, tzinfo=UTC), datetime(2020, 1, 1, 20, tzinfo=UTC)
    machine = dates.bulk_moments([datetime(2021, 1, 1, 0, minute, tzinfo=UTC) for minute in range(8)] + [later])
    assert dates.updated(published, later, machine) == later
    assert dates.updated(published, soon, machine) is None
    assert dates.updated(published, datetime(2021, 1, 1, 0, 3, 12, tzinfo=UTC), machine) is None


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://institute.example/blog/a/", "/a/"),
        ("http://www.institute.example/blog/a/", "/a/"),
        ("//institute.example/blog//a//b/", "/a/b/"),
        ("https://institute.example/blog/%D9%86%D8%B5/", "/نص/"),
        ("https://institute.example/blog/?p=12", "/?p=12"),
        ("https://institute.example/blog", "/"),
        ("https://institute.example/blogs/", "/blogs/"),
        ("/blog/a/", "/a/"),
        ("https://elsewhere.example/blog/a/", None),
        ("a/b", None),
        ("https://[broken/", None),
    ],
)
def test_an_address_of_the_former_site_is_a_path_here(address, path):
    assert OLD.path(address) == path


def test_a_login_that_is_an_address_is_nobodys_name():
    known = people.known(
        [Author("h.malik@private.example"), Author("amina", display_name="amina", first_name="Amina")], []
    )
    assert [person.name for person in known.values()] == ["H Malik", "Amina"]
    (stranger,) = people.byline(Post(1, creator="<x_y@private.example>"), known)
    assert stranger.name == "X Y"


def test_a_permalink_is_described_in_wordpress_own_words():
    post = Post(1, slug="gas", date="2020-03-04 00:00:00")
    assert permalinks.pattern(post, "/2020/03/04/gas/") == "/%year%/%monthnum%/%day%/%postname%/"
    assert permalinks.pattern(post, "/energy/gas/") == "/%category%/%postname%/"
