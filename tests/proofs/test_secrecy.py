"""Nothing that isn't public is in any byte that an outsider can get."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from wagtail.models import Page

from communique.content.models import Rendition
from communique.press.store import StoreReader
from tests.conftest import STAGE
from tests.waiting import until

from .outsiders import Outsider
from .plants import Institute
from .rehearsed import company
from .sites import Site, running, whole

pytestmark = [pytest.mark.database, pytest.mark.long, pytest.mark.together("secrecy")]

ONCE_PUBLIC = ("deleted: ", "unpublished: ", "made private: ", "replaced: ")
_AT_THE_DESK = (
    *("edit", "edit/preview", "view_draft", "history", "usage", "workflow/status", "compare/earliest...latest"),
    *("revisions/1/view", "revisions/1/revert", "revisions/compare/earliest...latest"),
)
SUFFIXES = (".json", "index.json", "amp/", "feed/", "feed.json", "?format=json", "?preview=true", "?p=1", "?rev=1")
GUESSES = (
    *("/api/v2/pages/", "/api/main/pages/", "/wp-json/wp/v2/posts", "/graphql", "/admin/", "/data/content.sqlite3"),
    *(
        "/?p=3",
        "/?page_id=4",
        "/?s=a",
        "/search/?q=a",
        "/media/../content.sqlite3",
        "/..%2fcontent.sqlite3",
        "/~footer/en",
    ),
    *("/_/assets/../../secret_key", "/media/%2e%2e/press/ledger.sqlite3", "/press/store.sqlite3", "/feed.atom?page=2"),
    *("/desk/", "/desk/login/", "/desk/password_reset/", "/desk/api/main/pages/", "/desk/pages/", "/desk/images/"),
    *("/desk/reports/site-history/", "/desk/documents/", "/desk/snippets/", "/desk/jsi18n/", "/desk/sprite/"),
    *(
        "/-/accounts/login/",
        "/-/accounts/password/reset/",
        "/-/accounts/signup/",
        "/-/accounts/email/",
        "/-/",
        "/-/none/",
    ),
)


@pytest.fixture(scope="module")
def institute(django_db_setup, django_db_blocker) -> Iterator[Institute]:
    """Planted, printed, and then what was public withdrawn and printed again."""
    with django_db_blocker.unblock():
        made = Institute()
        with company("press") as press:
            press.do("print_once")
            made.withdraw()
            press.do("print_once")
        yield made
        STAGE.restore()
    shutil.rmtree(settings.COMMUNIQUE.press_folder)
    shutil.rmtree(settings.COMMUNIQUE.uploads_folder)
    settings.COMMUNIQUE.uploads_folder.mkdir()


@pytest.fixture(scope="module")
def outside(institute) -> Iterator[Outsider]:
    """Somebody at the reader's door, behind which the desk is at work."""
    site = Site(settings.COMMUNIQUE.folder, {})
    with (
        running(site, "desk", "--no-worker") as desk,
        running(site, "reader", COMMUNIQUE_RUN_DESK_PORT=str(desk)) as port,
    ):
        outsider = Outsider(port)
        until(outsider.is_answered)
        until(lambda: outsider.ask("/-/accounts/login/")[0] == 200)
        yield outsider


def targets(institute: Institute) -> Iterator[str]:
    """Every published address, and what somebody who knows us well would try."""
    with closing(StoreReader.open(settings.COMMUNIQUE.press_folder)) as store:
        published = [address for address in store.addresses() if not address.startswith("~")]
    yield from published
    pages = [address for address in published if address.endswith("/")]
    for address in [*pages, *institute.guesses]:
        yield from (address + suffix for suffix in SUFFIXES)
    yield from institute.guesses
    yield from GUESSES
    for rendition in Rendition.objects.all():
        yield from (f"/media/{rendition.pk}/{rendition.file.name.rpartition('/')[2]}", f"/media/{rendition.file.name}")
    for page in Page.objects.all():
        yield from (f"/desk/pages/{page.pk}/{what}/" for what in _AT_THE_DESK)
        yield from (f"/?p={page.pk}", f"/pages/{page.pk}/", f"/topics/{page.pk}/", f"/people/{page.slug}/")
    for word in institute.canaries.planted:
        yield from (f"/topics/{word}/", f"/people/{word}/", f"/articles/{word}/")


def test_no_answer_to_anybody_holds_a_canary(institute, outside):
    leaks, asked, statuses = {}, 0, set()
    for target in dict.fromkeys(targets(institute)):
        for method, encoding in (("GET", "identity"), ("GET", "gzip, br;q=0.5"), ("HEAD", "br")):
            if target.startswith(("/desk/", "/-/")) and encoding != "identity":
                continue
            status, seen = outside.ask(quote(target, safe="/?=&%~:"), method, encoding)
            asked, statuses = asked + 1, statuses | {status}
            if found := institute.canaries.found_in(seen, told=target):
                leaks[target] = found
    told = "{asked} answers, {planted} canaries, {leaks} leaks"
    print(told.format(asked=asked, planted=len(institute.canaries.planted), leaks=len(leaks)))
    assert not leaks
    assert {200, 404, 410, 302} <= statuses


def test_the_desk_tells_strangers_nothing(institute, outside):
    user, statuses = institute.user, set()
    for target, form in (
        ("/-/accounts/login/", {"login": user.username, "password": "wrong"}),
        ("/-/accounts/login/", {"login": user.email, "password": "wrong"}),
        ("/-/accounts/password/reset/", {"email": user.email}),
        ("/desk/login/", {"username": user.username, "password": "wrong"}),
        (f"/desk/pages/{institute.draft.pk}/edit/", {"title": "x"}),
    ):
        status, seen = outside.send(target, form)
        statuses.add(status)
        assert not institute.canaries.found_in(seen, told=str(form)), (target, status)
    assert statuses == {200, 302}


def test_what_lies_in_the_store_never_held_what_was_never_public(institute):
    once = {where for where in institute.canaries.planted.values() if where.startswith(ONCE_PUBLIC)}
    leaks = {}
    for path in sorted(path for path in settings.COMMUNIQUE.press_folder.rglob("*") if path.is_file()):
        if found := institute.canaries.found_in(path.read_bytes(), known=once):
            leaks[path.name] = found
    assert not leaks


def test_the_current_edition_holds_nothing_that_was_withdrawn(institute):
    leaks = {}
    with closing(StoreReader.open(settings.COMMUNIQUE.press_folder)) as store:
        assert not store.failures()
        for entry in store.entries.values():
            seen = repr(entry).encode() + (whole(store, entry) or b"")
            if found := institute.canaries.found_in(seen, told=entry.address):  # 410 is said at its address
                leaks[entry.address] = found
        assert b"What all may read" not in b"".join(whole(store, entry) or b"" for entry in store.entries.values())
        assert any(b"The body of a live page" in (whole(store, entry) or b"") for entry in store.entries.values())
    assert not leaks


def test_questions_that_pry_are_told_nothing(institute, tmp_path):
    # What a live page keeps for its editors is in columns that it is printed from.
    editors = {where for where in institute.canaries.planted.values() if where.startswith("live page: ")}
    seen = printed_by("pry", tmp_path)
    assert len(seen) > 50
    leaks = {
        place: found for place, text in seen.items() if (found := institute.canaries.found_in(text, known=editors))
    }
    assert not leaks


def test_hostile_templates_print_nothing(institute, tmp_path):
    seen = printed_by("print_hostile", tmp_path)
    assert b"A public title" in b"".join(seen.values())
    leaks = {place: found for place, text in seen.items() if (found := institute.canaries.found_in(text))}
    assert not leaks


def printed_by(deed: str, folder: Path) -> dict[str, bytes]:
    """What a press of its own prints; what it couldn't, with the reason."""
    with company("press") as press:
        press.do(deed, folder)
    with closing(StoreReader.open(folder)) as store:
        failed = {failure.key: failure.reason.encode() for failure in store.failures()}
        return failed | {entry.address: whole(store, entry) or b"" for entry in store.entries.values()}
