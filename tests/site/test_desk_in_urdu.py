"""A desk in Urdu: Wagtail speaks none, so what editors meet first is said by catalogues of ours. Row K7."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polib
import pytest
import wagtail.admin
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.translation import _trans, trans_real
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Page
from wagtail.users.models import UserProfile

from communique import site, themes
from communique.content import announcements
from communique.content.blocks import Body
from communique.content.darkroom import fonts
from communique.content.models import Amendment, Missed, Person, Topic, Trash
from communique.content.slots.blocks import Slots
from communique.migration.models import ImportRun
from communique.migration.wordpress.report import Report, Section
from communique.publishing import assets
from communique.site import words
from communique.text.sentences import sentence
from tests.content.stories import NOW, article, heading, home, section

SIGNS = {":", "…", "%(count)s"}
"""What is the same in every language."""
PLACE = re.compile(r"%\(\w+\)\w|{[\w:]*}")


@contextmanager
def unsaid(monkeypatch, language: str = "ur") -> Iterator[set[str]]:
    """What was to be said meanwhile in a language and has no words there."""
    missing: set[str] = set()
    one, several = trans_real.gettext, trans_real.ngettext

    def note(message, said):
        words = str(message).rpartition("\x04")[2]
        if translation.get_language() == language and str(said) == words and re.search(r"[a-z]", PLACE.sub("", words)):
            missing.add(words)
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
def places(db) -> dict[str, list[str]]:
    """Where editors go, by what they do there."""
    page = article("Ports", body=[heading("Cranes", level=4)])
    page.save_revision()
    Amendment.objects.create(page=page, language="en", published=NOW, standing=True)
    Missed.objects.create(address="/lost/", count=2, first=NOW.date(), last=NOW.date())
    person, topic = Person.objects.create(name="Amina Rahman"), Topic.objects.create(title="Gas")
    run = ImportRun.objects.create(base="https://former.example", exports="export.xml", report=kept_report())
    edit, new, things = f"/desk/pages/{page.pk}", "/desk/pages/add", "/desk/snippets/content"
    kinds = ("series/seriespage", "about/memberspage", "events/eventspage", "experts/expertspage")
    kinds += ("projects/projectspage", "releases/releasespage")
    return {
        "begin": ["/desk/", f"/desk/pages/{section().pk}/", f"{edit}/edit/", f"/desk/pages/{home().pk}/edit/"],
        "check": [f"/desk/gate/{page.pk}/", f"/desk/gate/{page.pk}/findings/"],
        "correct": ["/desk/changes/", f"/desk/changes/{Amendment.objects.get().pk}/", f"/desk/undo/{page.pk}/"],
        "write": [f"{new}/articles/articlepage/{section().pk}/", f"{new}/content/legalpage/{home().pk}/"],
        "found": [f"{new}/{kind}/{home().pk}/" for kind in kinds],
        "name people": [f"{things}/person/{end}" for end in ("", "add/", f"edit/{person.pk}/")],
        "order topics": [f"{things}/topic/{end}" for end in ("", "add/", f"delete/{topic.pk}/")],
        "set up": [f"{things}/navigation/add/", "/desk/snippets/articles/articletype/add/"],
        "illustrate": ["/desk/images/", "/desk/images/add/", "/desk/images/multiple/add/"],
        "bring": [f"/desk/manuscripts/{section().pk}/", "/desk/imports/", f"/desk/imports/{run.pk}/"],
        "look back": ["/desk/missed/", "/desk/press/", "/desk/imported/not-brought/", "/desk/reports/site-history/"],
        "move": [f"{edit}/{deed}/" for deed in ("history", "copy", "move", "delete", "unpublish")],
        "run": ["/desk/settings/content/organisation/", "/desk/sites/", "/desk/users/", "/desk/account/"],
    }


def kept_report() -> str:
    """What an import keeps."""
    row = (sentence("public"), 1)
    return Report(sentence("Import"), "", (Section(sentence("Comments"), (sentence("state"),), [row]),), {}).kept()


DEEDS = (
    *("begin", "check", "correct", "write", "found", "name people", "order topics", "set up", "illustrate", "bring"),
    *("look back", "move", "run"),
)


@pytest.mark.parametrize("deed", DEEDS)
def test_k7_the_desk_says_all_of_it_in_urdu_from_the_right(desk_in_urdu, monkeypatch, places, deed):
    for address in places[deed]:
        with unsaid(monkeypatch) as missing:
            answer = desk_in_urdu.get(address, follow=True)
        told = " ".join(answer.content.decode().split())
        assert answer.status_code == 200 and ('lang="ur" dir="rtl"' in told or "findings" in address), address
        assert (address, missing - SIGNS) == (address, set())


@pytest.mark.django_db
def test_k7_a_picture_that_cannot_be_taken_is_refused_in_urdu(desk_in_urdu, monkeypatch):
    drawing = SimpleUploadedFile("map.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    with unsaid(monkeypatch) as missing:
        answer = desk_in_urdu.post("/desk/images/add/", {"title": "Map", "file": drawing})
    assert "یہ SVG نقشہ ہے۔" in answer.content.decode() and missing - SIGNS == set()


@pytest.mark.django_db(transaction=True)
def test_k7_what_publishing_answers_is_in_the_language_of_the_account(desk_in_urdu, monkeypatch):
    monkeypatch.setattr(announcements, "PATIENCE", 0)
    page = article("Ports", live=False)
    page.save_revision()
    address = f"/desk/gate/{page.pk}/"
    answer = desk_in_urdu.post(
        address, {"reason": "A text about nothing."}, follow=True, headers={"accept-language": "ru"}
    )
    assert "شائع ہو گیا۔ چھاپے خانے نے ابھی نہیں چھاپا؛ جلد از جلد چھاپے گا۔" in answer.content.decode()


def test_k7_every_field_of_every_form_has_a_name_and_its_help_in_urdu():
    with translation.override("ur"):
        found = [(place, IN_LATIN.sub("", str(text))) for place, text in labels()]
    assert len(found) > 200 and [one for one in found if re.search(r"[a-z]{3,}", one[1])] == []


# Names of files, kinds and programs, and addresses, which are the same in Urdu.
IN_LATIN = re.compile(
    r"https?://\S+|/\w+/|ror\.org|\.docx|#\w+|python|sql|Mastodon|YouTube|Vimeo|WebP|WebVTT|WebM|\.vtt|Opus|web\.archive\.org|{\w+}|[\w.-]+@\S+|my-slug"
)


WAGTAILS = {"comment_notifications", "search_description"}
"""Fields that are hidden, or that go by the name of their panel."""


def labels() -> Iterator[tuple[str, object]]:
    """The names and helps of all fields in forms of the house: of pages, snippets, settings, pictures, their rows, and
    of blocks.
    """
    for model in apps.get_models():
        if model.__module__.startswith("communique.") and (handler := handler_of(model)) is not None:
            form = handler.get_form_class()
            own = [formset for name, formset in getattr(form, "formsets", {}).items() if name != "comments"]
            several = [form, *(formset.form for formset in own)]
            for one in several:
                for name, field in one.base_fields.items():
                    if name in WAGTAILS:
                        continue
                    yield f"{model.__name__}.{name}", field.label if field.label is not None else name
                    yield f"{model.__name__}.{name}", field.help_text
    for stream in (Body(), Slots()):
        yield from of_blocks(type(stream).__name__, stream)


def handler_of(model: type) -> Any:
    """How the desk edits a model; None if it doesn't."""
    if issubclass(model, Page):
        return model.get_edit_handler() if model is not Trash else None
    return get_edit_handler(model) if hasattr(model, "panels") else None


def of_blocks(place: str, block: Any) -> Iterator[tuple[str, object]]:
    """The names and helps of a block and all in it."""
    for name, child in getattr(block, "child_blocks", {}).items():
        yield f"{place}.{name}", child.label
        yield f"{place}.{name}", getattr(getattr(child, "field", None), "help_text", "") or ""
        yield from of_blocks(f"{place}.{name}", child)


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
@pytest.mark.parametrize(("language", "said"), [("ur", "جدول کی صورت میں"), ("ar", "في جدول"), ("ru", "Как таблица")])
def test_k7_our_own_scripts_find_their_words(desk_in_urdu, hamid, language, said):
    UserProfile.objects.filter(user=hamid).update(preferred_language=language)
    catalogue = desk_in_urdu.get("/desk/jsi18n/").content.decode()
    assert json.dumps(said) in catalogue or said in catalogue


@pytest.mark.django_db
def test_k7_the_desk_brings_the_letters_of_urdu_along(desk_in_urdu):
    told = desk_in_urdu.get("/desk/").content.decode()
    font = assets.of_site().address("fonts/naskh-arabic.woff2")
    assert f'src: url("{font}")' in told and '--w-font-sans: "Desk Naskh"' in told
    desk_words = "".join(entry.msgstr for path in words.catalogues() for entry in polib.pofile(str(path)))
    arabic = "".join(sign for sign in desk_words if "\u0600" <= sign <= "\u06ff")
    assert fonts.missing(arabic, [themes.folder() / "assets/fonts/naskh-arabic.woff2"]) == []
