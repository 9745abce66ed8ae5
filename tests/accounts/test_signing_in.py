"""Signing in: by name or e-mail, never through Wagtail's own doors, and not by guessing."""

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import resolve

pytestmark = pytest.mark.django_db

LOGIN = "/-/accounts/login/"


@pytest.fixture(autouse=True)
def _uncounted():
    from django.core.cache import cache

    cache.clear()


@pytest.mark.parametrize("name", ["hamid", "hamid@institute.example"])
def test_one_signs_in_by_name_or_by_e_mail(client, hamid, name):
    answer = client.post(LOGIN, {"login": name, "password": "hamid reads a lot", "next": "/desk/"})
    assert answer.status_code == 302 and answer["Location"] == "/desk/"


def test_the_desk_sends_strangers_to_the_one_door(client):
    assert client.get("/desk/").headers["Location"].startswith(LOGIN)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("door", "way"),
    [
        ("/desk/login/", LOGIN),
        ("/desk/password_reset/", "/-/accounts/password/reset/"),
        ("/desk/password_reset/confirm/MQ/x-y/", "/-/accounts/password/reset/"),
        ("/desk/password_reset/done/", "/-/accounts/password/reset/"),
    ],
)
def test_wagtails_own_doors_lead_to_ours(client, hamid, method, door, way):
    answer = getattr(client, method)(door, {"username": "hamid", "password": "hamid reads a lot"})
    assert answer.status_code == 302 and answer["Location"].startswith(way)
    assert "_auth_user_id" not in client.session
    assert not resolve(door).func.__module__.startswith("wagtail")


def test_nobody_makes_an_account_by_themselves(client):
    from communique.accounts.models import User

    answer = client.post(
        "/-/accounts/signup/",
        {"username": "x", "email": "x@x.example", "password1": "long enough 1", "password2": "long enough 1"},
    )
    assert "closed" in answer.content.decode().lower()
    assert not User.objects.filter(username="x").exists()


def test_guessing_is_stopped_in_every_process(hamid):
    wrong = {"login": "hamid", "password": "guess"}
    for _ in range(6):
        Client().post(LOGIN, wrong)
    # The count is in the database's cache, so another process has it too; the right password must wait as well.
    late = Client().post(LOGIN, {"login": "hamid", "password": "hamid reads a lot"})
    assert late.status_code != 302
    assert settings.CACHES["default"]["BACKEND"].endswith("db.DatabaseCache")


def test_a_lost_password_is_reset_by_mail(client, hamid):
    client.post("/-/accounts/password/reset/", {"email": "hamid@institute.example"})
    assert len(mail.outbox) == 1 and "/-/accounts/password/reset/key/" in mail.outbox[0].body


def test_a_stranger_cannot_make_us_write_to_anyone(client):
    client.post("/-/accounts/password/reset/", {"email": "someone@elsewhere.example"})
    assert not mail.outbox


def test_a_second_factor_is_asked_for_once_it_is_set_up(client, hamid):
    password = "hamid reads a lot"
    client.post(LOGIN, {"login": "hamid", "password": password})
    client.post("/-/accounts/reauthenticate/", {"password": password})
    offered = client.get("/-/accounts/2fa/totp/activate/").context["form"].secret
    code = format_hotp_value(hotp_value(offered, next(yield_hotp_counters_from_time())))
    assert client.post("/-/accounts/2fa/totp/activate/", {"code": code}).status_code == 302
    client.logout()
    asked = client.post(LOGIN, {"login": "hamid", "password": password})
    assert asked["Location"].startswith("/-/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in client.session


def test_the_desk_leads_to_ones_password_and_second_factor(client, hamid):
    client.force_login(hamid)
    told = client.get("/desk/account/").content.decode()
    assert "/-/accounts/password/change/" in told and "/-/accounts/2fa/" in told
    hamid.set_unusable_password()
    hamid.save()
    client.force_login(hamid)
    assert "/-/accounts/password/set/" in client.get("/desk/account/").content.decode()


def test_somebody_without_a_password_chooses_one_by_mail(client, hamid):
    hamid.set_unusable_password()
    hamid.save()
    client.post("/-/accounts/password/reset/", {"email": "hamid@institute.example"})
    assert "/-/accounts/password/reset/key/" in mail.outbox[0].body


def test_the_form_says_what_to_write(client):
    assert "Username or e-mail" in client.get(LOGIN).content.decode()


def test_the_session_is_closed_to_scripts_and_other_sites(client, hamid):
    client.post(LOGIN, {"login": "hamid", "password": "hamid reads a lot"})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
