"""A desk in Urdu: Wagtail speaks none, so what editors meet first is said by catalogues of ours. Row K7."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.utils import translation
from django.utils.translation import _trans, trans_real
from wagtail.users.models import UserProfile

from communique.content.models import Missed
from tests.content.stories import NOW, article, home, section

SIGNS = {":", "…", "%(count)s"}
"""What is the same in every language."""


@contextmanager
def unsaid(monkeypatch) -> Iterator[set[str]]:
    """What was to be said meanwhile in Urdu and has no words there."""
    missing: set[str] = set()
    one, several = trans_real.gettext, trans_real.ngettext

    def note(message, said):
        words = str(message).rpartition("\x04")[2]
        if translation.get_language() == "ur" and str(said) == words and any(sign.isalpha() for sign in words):
            missing.add(str(message))
        return said

    with monkeypatch.context() as patched:
        patched.setattr(_trans, "gettext", lambda message: note(message, one(message)))
        patched.setattr(
            _trans,
            "ngettext",
            lambda singular, plural, number: note(
                singular if number == 1 else plural, several(singular, plural, number)
            ),
        )
        yield missing


@pytest.fixture
def desk(client, hamid):
    """Hamid's desk, with every right, in Urdu."""
    hamid.is_superuser = True
    hamid.save()
    UserProfile.objects.update_or_create(user=hamid, defaults={"preferred_language": "ur"})
    client.force_login(hamid)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["home", "list", "edit", "front", "new", "missed"])
def test_k7_the_desk_says_all_of_it_in_urdu_from_the_right(desk, monkeypatch, place):
    page = article("Ports")
    Missed.objects.create(address="/lost/", count=2, first=NOW.date(), last=NOW.date())
    address = {
        "home": "/desk/",
        "list": f"/desk/pages/{section().pk}/",
        "edit": f"/desk/pages/{page.pk}/edit/",
        "front": f"/desk/pages/{home().pk}/edit/",
        "new": f"/desk/pages/add/content/legalpage/{home().pk}/",
        "missed": "/desk/missed/",
    }[place]
    with unsaid(monkeypatch) as missing:
        answer = desk.get(address)
    assert answer.status_code == 200 and 'lang="ur" dir="rtl"' in " ".join(answer.content.decode().split())
    assert missing - SIGNS == set()


@pytest.mark.django_db
def test_k7_signing_in_is_said_in_urdu(client, monkeypatch):
    with unsaid(monkeypatch) as missing:
        assert client.get("/-/accounts/login/", headers={"accept-language": "ur"}).status_code == 200
    assert missing - SIGNS == set()


@pytest.mark.django_db
def test_k7_an_account_may_choose_urdu(desk):
    assert '<option value="ur"' in desk.get("/desk/account/").content.decode()
