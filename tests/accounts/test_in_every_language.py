"""Signing in, a lost password, a second factor, and the mails about them, in the language of whoever reads. Row K7."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.utils import translation

from tests.site.test_desk_in_urdu import SIGNS, unsaid

pytestmark = pytest.mark.django_db(transaction=True)  # mails are sent when what they tell is kept

NEW = "hamid reads a lot more"


@pytest.fixture(autouse=True)
def spoken_no_longer():
    """The language of the last answer is not that of the next test."""
    yield
    translation.deactivate()


class Visitor:
    """Somebody whose browser asks for a language, at the pages of accounts."""

    def __init__(self, client, language: str) -> None:
        self._client, self._headers = client, {"accept-language": language}

    def opens(self, *places: str):
        for place in places:
            answer = self._client.get(f"/-/accounts/{place}", follow=True, headers=self._headers)
            assert answer.status_code == 200, place
        return answer

    def sends(self, place: str, **fields: str):
        answer = self._client.post(f"/-/accounts/{place}", fields, headers=self._headers)
        if answer.status_code == 302 and answer["Location"].startswith("/-/accounts/"):
            return self.opens(answer["Location"].removeprefix("/-/accounts/"))
        return answer


def forgets(visitor: Visitor) -> None:
    """A password is lost, and another one chosen by the link of a mail."""
    visitor.opens("login/", "password/reset/")
    visitor.sends("login/", login="hamid", password="no")
    visitor.sends("password/reset/", email="no")
    visitor.sends("password/reset/", email="hamid@institute.example")
    link = re.search(r"/-/accounts/(password/reset/key/\S+)", mail.outbox[-1].body)[1]
    here = visitor.opens(link).redirect_chain[-1][0].removeprefix("/-/accounts/")
    visitor.sends(here, password1="1", password2="2")
    visitor.sends(here, password1=NEW, password2=NEW)
    visitor.opens(link)


def takes_care(visitor: Visitor) -> None:
    """Another password; a second factor, with codes for when it is lost; and out."""
    visitor.sends("login/", login="hamid", password=NEW)
    visitor.opens("password/change/", "email/", "inactive/", "2fa/", "reauthenticate/")
    visitor.sends("password/change/", oldpassword="no", password1="12345678", password2="2")
    visitor.sends("reauthenticate/", password="no")
    visitor.sends("reauthenticate/", password=NEW)
    visitor.sends("2fa/totp/activate/", code="0")
    secret = visitor.opens("2fa/totp/activate/").context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    visitor.sends("2fa/totp/activate/", code=code)
    visitor.opens("2fa/", "2fa/recovery-codes/", "2fa/recovery-codes/generate/", "2fa/totp/deactivate/", "logout/")
    visitor.sends("2fa/recovery-codes/generate/")
    visitor.sends("logout/")
    visitor.sends("login/", login="hamid", password=NEW)
    visitor.sends("2fa/authenticate/", code="0")


@pytest.mark.parametrize("language", ["ur", "ar", "ru"])
def test_k7_a_lost_password_and_a_second_factor_are_said_in_it(client, hamid, monkeypatch, language):
    visitor = Visitor(client, language)
    with unsaid(monkeypatch, language) as missing:
        forgets(visitor)
        takes_care(visitor)
    assert missing - SIGNS == set()
    assert len(mail.outbox) == 4  # two about the password, and two about the second factor and its codes
