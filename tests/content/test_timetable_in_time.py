"""The timetable through whatever clocks do: never early, never twice, and what was missed is caught up with (R15)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageLogEntry

from communique.content.models import Person
from communique.content.timetable import run_due
from communique.publishing.models import Address

from .forms import filled
from .stories import article, block

pytestmark = pytest.mark.django_db

MOMENTS = {
    "an ordinary day": datetime(2027, 5, 4, 9, 30, tzinfo=UTC),
    "29 February": datetime(2028, 2, 29, 0, 0, tzinfo=UTC),
    "the day after it": datetime(2028, 3, 1, 0, 0, tzinfo=UTC),
    "the turn of the year": datetime(2027, 1, 1, 0, 0, tzinfo=UTC),
    "clocks put forward": datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
    "clocks put back": datetime(2027, 10, 31, 1, 0, tzinfo=UTC),
}
STEPS = [timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)]

# Zones, and a time in each that clocks leave out, and one that they show twice.
CLOCKS = {
    "Europe/London": ("2027-03-28 01:30", "2027-10-31 01:30"),
    "America/New_York": ("2027-03-14 02:30", "2027-11-07 01:30"),
    "Australia/Lord_Howe": ("2027-10-03 02:15", "2027-04-04 01:45"),
    "Africa/Cairo": ("2027-04-30 00:30", "2027-10-28 23:30"),
    "Pacific/Chatham": ("2027-09-26 03:00", "2027-04-04 03:00"),
}


def scheduled(title, out, gone=None):
    author, _ = Person.objects.get_or_create(name="Amina Rahman")
    page = article(title, author=author, live=False, published=None, body=[block("paragraph", "<p>Words.</p>")])
    page.go_live_at, page.expire_at = out, gone
    page.save_revision().publish()
    return page


def times_published(page):
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count()


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_r15_nothing_goes_out_early_or_twice(time_machine_at, moment):
    time_machine_at(moment - timedelta(days=2))
    page = scheduled("Ports", moment)
    for before in STEPS:
        time_machine_at(moment - before)
        assert run_due(timezone.now()).published == []
    for after in (timedelta(0), *reversed(STEPS)):
        time_machine_at(moment + after)
        run_due(timezone.now())
        page.refresh_from_db()
        assert page.live and times_published(page) == 1


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_r15_nothing_is_taken_down_early_and_what_is_stays_down(time_machine_at, moment):
    time_machine_at(moment - timedelta(days=2))
    page = article("Ports", expire_at=moment)
    for before in STEPS:
        time_machine_at(moment - before)
        assert run_due(timezone.now()).unpublished == []
    time_machine_at(moment)
    assert run_due(timezone.now()).unpublished == [page.pk]
    for after in STEPS:
        time_machine_at(moment + after)
        assert run_due(timezone.now()).unpublished == []


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1)])
def test_r15_a_clock_that_is_set_back_neither_withdraws_nor_repeats(time_machine_at, back):
    moment = MOMENTS["an ordinary day"]
    time_machine_at(moment - timedelta(days=2))
    page = scheduled("Ports", moment)
    for now in (moment, moment - back, moment, moment + back):
        time_machine_at(now)
        run_due(timezone.now())
        page.refresh_from_db()
        assert page.live and times_published(page) == 1


def test_r15_after_three_dead_days_all_that_was_missed_is_done(time_machine_at):
    moment = MOMENTS["an ordinary day"]
    time_machine_at(moment - timedelta(days=1))
    pages = [scheduled(f"Report {hour}", moment + timedelta(hours=hour)) for hour in range(0, 72, 24)]
    ended = article("Ports", expire_at=moment + timedelta(hours=5))
    time_machine_at(moment + timedelta(days=3))
    report = run_due(timezone.now())
    assert (report.published, report.unpublished, report.failed) == ([page.pk for page in pages], [ended.pk], {})


def test_r15_what_came_and_went_while_the_worker_was_dead_is_never_shown(time_machine_at):
    moment = MOMENTS["an ordinary day"]
    time_machine_at(moment - timedelta(days=1))
    page = scheduled("Ports", moment, gone=moment + timedelta(days=1))
    time_machine_at(moment + timedelta(days=3))
    run_due(timezone.now())
    page.refresh_from_db()
    assert (page.live, page.expired, page.approved_schedule) == (False, True, False)
    assert not Address.objects.filter(page=page, state="current").exists()


@pytest.mark.parametrize("zone", CLOCKS)
@pytest.mark.parametrize("which", [0, 1], ids=["left out", "shown twice"])
def test_r15_a_time_that_clocks_leave_out_or_show_twice_is_told_before_anything_is_saved(zone, which):
    with timezone.override(zone), pytest.raises(ValidationError, match="may be ambiguous or it may not exist"):
        forms.DateTimeField().clean(CLOCKS[zone][which])


def test_r15_the_desk_tells_it_where_it_was_typed(desk, settings):
    settings.TIME_ZONE = "Europe/London"
    page = article("Ports", standfirst="What a register is for.", author=Person.objects.create(name="Amina Rahman"))
    place = f"/desk/pages/{page.pk}/edit/"
    sent = filled(desk.get(place).content.decode(), title="Ports of the Gulf", go_live_at="2027-03-28 01:30")
    with timezone.override("Europe/London"):
        answer = desk.post(place, sent)
    assert "may be ambiguous or it may not exist" in str(answer.context["form"].errors["go_live_at"])
    page.refresh_from_db()
    assert page.latest_revision is None
