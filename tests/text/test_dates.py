"""Dates in four languages, and for machines."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from communique.text.dates import in_words, iso, month_in_words, weekday

DAY = date(2026, 11, 24)
LATE_EVENING = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
ISLAMABAD = ZoneInfo("Asia/Karachi")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "24 November 2026"),
        ("ur", "24 نومبر 2026"),
        ("ar", "24 نوفمبر 2026"),
        ("ru", "24 ноября 2026"),
        ("ur-PK", "24 نومبر 2026"),
        ("fi", "24 November 2026"),
    ],
)
def test_a_day_in_words(language, expected):
    assert in_words(DAY, language) == expected


def test_a_moment_is_the_day_that_it_is_in_the_sites_zone():
    assert in_words(LATE_EVENING, "en", ISLAMABAD) == "24 November 2026"
    assert in_words(LATE_EVENING, "en") == "23 November 2026"


def test_machines_get_the_zone():
    assert iso(LATE_EVENING, ISLAMABAD) == "2026-11-24T02:30:00+05:00"
    assert iso(DAY) == "2026-11-24"


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        iso(datetime(2026, 11, 24))


def test_a_russian_month_without_a_day_is_in_the_nominative():
    assert month_in_words(2026, 11, "ru") == "ноябрь 2026"
    assert month_in_words(2026, 11, "en") == "November 2026"


@pytest.mark.parametrize(
    ("language", "named"), [("en", "Tuesday"), ("ur", "منگل"), ("ar", "الثلاثاء"), ("ru", "вторник")]
)
def test_the_day_of_the_week(language, named):
    assert weekday(DAY, language) == named
