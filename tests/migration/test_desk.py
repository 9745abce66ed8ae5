"""Editors can look at what a page was before; readers and passers-by can't."""

from __future__ import annotations

import pytest
from django.urls import reverse

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


def test_nobody_else_sees_it(client, sana, address):
    assert client.get(address).status_code in {302, 403}
    client.force_login(sana)
    assert client.get(address).status_code in {302, 403}
