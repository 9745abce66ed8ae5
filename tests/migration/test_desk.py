"""Editors can look at what a page was before; readers and passers-by can't."""

from __future__ import annotations

import pytest
from django.urls import reverse

from communique.migration.models import Imported, ImportRun

from .exports import post
from .lookup import article


@pytest.fixture
def address(mover) -> str:
    mover.bring(post(1, 'One <script>alert("x")</script>[strange_form]', meta={"_theme": "kept"}))
    return reverse("migration_original", args=[article().pk])


def test_an_editor_sees_the_former_text_as_text(client, hamid, address):
    client.force_login(hamid)
    shown = client.get(address).content.decode()
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;[strange_form]" in shown
    assert "_theme" in shown and "kept" in shown


def test_the_page_leads_to_it(client, hamid, address):
    client.force_login(hamid)
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[article().pk])).content.decode()


def test_an_editor_sees_what_is_missing_and_where(client, hamid, mover):
    mover.bring(post(1, "One\n\n[strange_form]"), post(2, "At noon", kind="tribe_events", title="A lecture"))
    client.force_login(hamid)
    names = client.get(reverse("migration_not_brought")).content.decode()
    assert "[strange_form]" in names and "tribe_events" in names
    where = client.get(reverse("migration_not_brought"), {"name": "[strange_form]"}).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[article().pk]) in where
    kept = client.get(reverse("migration_not_brought"), {"name": "tribe_events"}).content.decode()
    lecture = reverse("migration_other", args=[Imported.objects.get(kind="other").pk])
    assert lecture in kept and "A lecture" in kept
    assert "At noon" in client.get(lecture).content.decode()


def test_the_report_of_every_import_is_kept_for_administrators(admin_client, client, hamid, mover):
    mover.bring(post(1), post(2, status="draft", title="Not <yet>"))
    report = reverse("migration_report", args=[ImportRun.objects.get().pk])
    assert report in admin_client.get(reverse("migration_runs")).content.decode()
    assert "Not &lt;yet&gt;" in admin_client.get(report).content.decode()
    client.force_login(hamid)
    assert {client.get(address).status_code for address in (report, reverse("migration_runs"))} <= {302, 403}


def test_the_reports_lead_to_both(admin_client, mover):
    assert "Not brought yet" not in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    mover.bring(post(1))
    menu = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("migration_not_brought") in menu and reverse("migration_runs") in menu


def test_nobody_else_sees_it(client, sana, address):
    assert client.get(address).status_code in {302, 403}
    client.force_login(sana)
    others = [reverse(name) for name in ("migration_not_brought", "migration_runs")]
    assert {client.get(each).status_code for each in (address, *others)} <= {302, 403}
