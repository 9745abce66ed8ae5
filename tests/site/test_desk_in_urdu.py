"""A desk in Urdu: Wagtail speaks none, so what editors meet first is said by catalogues of ours. Row K7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polib
import pytest
import wagtail.admin
from django.utils import translation
from django.utils.translation import _trans, trans_real

from communique import site, themes
from communique.content.darkroom import fonts
from communique.content.models import Missed
from communique.publishing import assets
from communique.site import words
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


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["home", "list", "edit", "front", "new", "missed"])
def test_k7_the_desk_says_all_of_it_in_urdu_from_the_right(desk_in_urdu, monkeypatch, place):
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
        answer = desk_in_urdu.get(address)
    assert answer.status_code == 200 and 'lang="ur" dir="rtl"' in " ".join(answer.content.decode().split())
    assert missing - SIGNS == set()


@pytest.mark.django_db
def test_k7_signing_in_is_said_in_urdu(client, monkeypatch):
    with unsaid(monkeypatch) as missing:
        assert client.get("/-/accounts/login/", headers={"accept-language": "ur"}).status_code == 200
    assert missing - SIGNS == set()


@pytest.mark.django_db
def test_k7_an_account_may_choose_urdu(desk_in_urdu):
    assert '<option value="ur"' in desk_in_urdu.get("/desk/account/").content.decode()


def test_k7_what_wagtails_scripts_say_is_whole_in_urdu():
    theirs = polib.pofile(str(Path(wagtail.admin.__file__).parent / "locale/en/LC_MESSAGES/djangojs.po"))
    ours = polib.pofile(str(Path(site.__file__).parent / "locale/ur/LC_MESSAGES/djangojs.po"))
    only_places = {
        entry.msgid for entry in theirs if not re.search(r"[A-Za-z]", re.sub(r"%\(\w+\)\w", "", entry.msgid))
    }
    assert {entry.msgid for entry in theirs} - only_places == {entry.msgid for entry in ours}


@pytest.mark.django_db
def test_k7_the_desk_brings_the_letters_of_urdu_along(desk_in_urdu):
    told = desk_in_urdu.get("/desk/").content.decode()
    font = assets.of_site().address("fonts/naskh-arabic.woff2")
    assert f'src: url("{font}")' in told and '--w-font-sans: "Desk Naskh"' in told
    desk_words = "".join(entry.msgstr for path in words.catalogues() for entry in polib.pofile(str(path)))
    arabic = "".join(sign for sign in desk_words if "\u0600" <= sign <= "\u06ff")
    assert fonts.missing(arabic, [themes.folder() / "assets/fonts/naskh-arabic.woff2"]) == []
