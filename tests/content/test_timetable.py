"""The timetable: what is due goes out, each page by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from communique.content.models import Delay, Person, PlainPage
from communique.content.timetable import run_due
from communique.publishing.models import Address

from .stories import article, block, home

pytestmark = pytest.mark.django_db


def _scheduled(title, moment):
    person, _ = Person.objects.get_or_create(name="Amina Rahman")
    page = article(title, author=person, live=False, published=None, body=[block("paragraph", "<p>Words.</p>")])
    page.go_live_at = moment
    page.save_revision().publish()
    return page


def test_i5_a_scheduled_page_goes_out_when_it_is_due_and_not_before():
    soon = timezone.now() + timedelta(hours=1)
    page = _scheduled("Ports", soon)
    assert run_due(soon - timedelta(minutes=1)).published == []
    page.refresh_from_db()
    assert not page.live and not Address.objects.filter(address="/research/ports/").exists()


def test_i5_a_page_whose_address_was_taken_is_reported_and_stays_due_and_others_go_out(time_machine_at, caplog):
    soon = timezone.now() + timedelta(hours=1)
    blocked, free = _scheduled("Ports", soon), _scheduled("Grain", soon)
    holder = home().add_child(instance=PlainPage(title="Holder"))
    Address.objects.filter(page=holder).update(address="/research/ports/")
    time_machine_at(soon + timedelta(minutes=1))
    report = run_due(timezone.now())
    assert report.published == [free.pk] and "already the address" in str(report.failed[blocked.pk])
    assert "Holder" in str(Delay.objects.get(page_id=blocked.pk).said)
    told = len(caplog.records)
    run_due(timezone.now())
    assert len(caplog.records) == told == 1  # the same is not told again
    Address.objects.filter(page=holder).update(address="/holder/")
    assert run_due(timezone.now()).published == [blocked.pk]
    assert not Delay.objects.exists()


def test_i5_an_expired_page_is_taken_down(time_machine_at):
    page = article("Ports", expire_at=timezone.now() + timedelta(hours=1))
    time_machine_at(timezone.now() + timedelta(hours=2))
    assert run_due(timezone.now()).unpublished == [page.pk]
    page.refresh_from_db()
    assert page.expired and not page.live
    assert Address.objects.get(address="/research/ports/").state == "gone"
