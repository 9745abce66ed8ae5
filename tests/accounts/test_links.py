"""Sign-in links: once, for a short time, and only by pressing the button."""

from datetime import timedelta

import pytest
from django.utils import timezone

from communique.accounts import links

pytestmark = pytest.mark.django_db


def test_a_link_signs_in_once(client, hamid):
    path = links.make(hamid, now=timezone.now())
    assert client.post(path).headers["Location"] == "/desk/"
    assert client.session["_auth_user_id"] == str(hamid.pk)
    client.logout()
    assert client.post(path).status_code == 410
    assert "_auth_user_id" not in client.session


def test_looking_at_a_link_does_not_use_it_up(client, hamid):
    path = links.make(hamid, now=timezone.now())
    looked = client.get(path)
    assert looked.status_code == 200 and "_auth_user_id" not in client.session
    assert looked["Referrer-Policy"] == "same-origin"
    assert client.post(path).status_code == 302


def test_a_link_does_not_outlive_its_hour(client, hamid):
    path = links.make(hamid, now=timezone.now() - timedelta(minutes=61), lasting=timedelta(days=7))
    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410


def test_what_is_kept_of_a_link_signs_nobody_in(client, hamid):
    from communique.accounts.models import SignInLink

    links.make(hamid, now=timezone.now())
    assert client.post(f"/-/accounts/link/{SignInLink.objects.get().digest}/").status_code == 410


def test_a_closed_account_is_not_signed_in(client, hamid):
    path = links.make(hamid, now=timezone.now())
    hamid.is_active = False
    hamid.save()
    assert client.post(path).status_code == 410
