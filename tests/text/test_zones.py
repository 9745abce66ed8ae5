"""Time zones: which moment a clock's time is, where clocks are put forward and back, and how far they are from UTC."""

from datetime import UTC, date, datetime, time

import pytest

from communique.text.zones import Clocks, moment, offset


def test_a_time_is_shown_once_on_most_days():
    assert moment(date(2026, 3, 12), time(15), "Asia/Karachi").moment == datetime(2026, 3, 12, 10, tzinfo=UTC)
    assert moment(date(2026, 7, 1), time(15), "Europe/London").moment == datetime(2026, 7, 1, 14, tzinfo=UTC)


def test_clocks_that_are_put_forward_leave_an_hour_out():
    shown = moment(date(2026, 3, 29), time(1, 30), "Europe/London")
    assert (shown.clocks, shown.moment) == (Clocks.NEVER, datetime(2026, 3, 29, 1, 30, tzinfo=UTC))


def test_clocks_that_are_put_back_show_an_hour_twice():
    shown = moment(date(2026, 10, 25), time(1, 30), "Europe/London")
    assert (shown.clocks, shown.moment) == (Clocks.TWICE, datetime(2026, 10, 25, 0, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("zone", "month", "told"),
    [
        *(("Asia/Karachi", 1, "UTC+5"), ("Asia/Kolkata", 1, "UTC+5:30"), ("America/New_York", 1, "UTC−5")),
        *(("Europe/London", 1, "UTC"), ("Europe/London", 7, "UTC+1")),
    ],
)
def test_how_far_from_utc_depends_on_the_moment(zone, month, told):
    assert offset(datetime(2026, month, 12, tzinfo=UTC), zone) == told
