"""What all tests share: the stage they play on, and the cast."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from django.conf import settings

from communique.content.darkroom import fonts
from communique.site import sqlite_library

from . import stage

if TYPE_CHECKING:
    from django.test import Client

    from communique.accounts.models import User

sqlite_library.put_in_place()
FOLDER = stage.lay_out()
assert settings.DATABASES  # pytest-django sets Django up only where the settings have been read
os.environ.pop("DJANGO_SETTINGS_MODULE")  # a worker of xdist would read them before it has laid out its own stage
STAGE = stage.of_environment()
# On a busy machine everything takes longer; that is no finding.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")
TESTS = Path(__file__).parent
TO_THE_DATABASE_ITSELF = {"publishing", "proofs", "migration", "mail"}
"""What speaks to the database in its own words: triggers, roles, locks, bulk rows. See docs/decisions/checks.md."""
SHARED = Path(__file__).parents[2] / "shared"
REQUIRED = os.environ.get("CI") == "true"

_built: list[Any] = []  # pytest-django's guard of the database, once there is one


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    if _built:
        STAGE.strike()
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> None:
    """pytest-django's: instead of migrating a test database, put the kept one in place."""
    from django.test import TransactionTestCase

    with django_db_blocker.unblock():
        STAGE.build()
    _built.append(django_db_blocker)
    # Django would empty each table after a test that commits, which takes longer than to put back what was there.
    TransactionTestCase._fixture_teardown = lambda _: None  # type: ignore[method-assign]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """A test that really commits leaves the database to the next one as if it had never been."""
    yield
    if _built and _commits(item):
        with _built[0].unblock():
            STAGE.restore()


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or (marker is not None and bool(marker.kwargs.get("transaction")))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the content database, and what is played on PostgreSQL too; begin with what takes long."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "live_server"}:
            item.add_marker("database")
            in_its_words = _commits(item) or item.path.relative_to(TESTS).parts[0] in TO_THE_DATABASE_ITSELF
            if in_its_words and not item.get_closest_marker("alike"):
                item.add_marker("both")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_configure() -> None:
    """No test's password is worth half a second of hashing."""
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    PBKDF2PasswordHasher.iterations = 1000


def pytest_collection_finish() -> None:
    """What was imported stays: looking through it for garbage again and again takes a thirtieth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Who plays what, when several processes play."""
    from .side_by_side import scheduler

    return scheduler(config, log)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """What a test needs from the machine: missing, it is skipped; where everything is required, it fails."""
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        _missing(f"there is no {SHARED}")
    if item.get_closest_marker("letters") and not fonts.can_shape():
        _missing("there is no FriBiDi; install libfribidi0")
    if item.get_closest_marker("postgres") and stage.postgres_server() is None:
        _missing("no PostgreSQL answers; name one in COMMUNIQUE_TEST_POSTGRES")


def _missing(what: str) -> None:
    if REQUIRED:
        pytest.fail(f"Required here: {what}.", pytrace=False)
    pytest.skip(what)


@pytest.fixture
def site() -> Path:
    """The folder of the site that tests play on."""
    return FOLDER


@pytest.fixture
def shared() -> Path:
    """The folder of material beside the project (use with the marker `shared`)."""
    return SHARED


@pytest.fixture(scope="session")
def postgres() -> str:
    """The address of a PostgreSQL server to make databases on (use with the marker `postgres`)."""
    return stage.postgres_server() or ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all that look at pages (use with the marker `browser`). Playwright allows one at a time."""
    from .themes.browsers import chromium, program

    if program() is None:
        _missing("there is no chromium")
    with ExitStack() as opened:
        try:
            browser = opened.enter_context(chromium())
        except Exception as error:
            _missing(f"the browser doesn't start: {error}")
        yield browser


def _account(name: str, *groups: str) -> User:
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import Group

    from communique.accounts.models import User

    account = User(username=name, email=f"{name}@institute.example", password=make_password(f"{name} reads a lot"))
    account.save()
    account.groups.set(Group.objects.filter(name__in=groups))
    return account


@pytest.fixture
def amina(db: None) -> User:
    """Amina writes."""
    return _account("amina", "Editors")


@pytest.fixture
def hamid(db: None) -> User:
    """Hamid publishes."""
    return _account("hamid", "Editors", "Moderators")


@pytest.fixture
def desk(client: Client, hamid: User) -> Client:
    """Hamid's desk, with every right."""
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    return client


@pytest.fixture
def desk_in_urdu(client: Client, hamid: User) -> Iterator[Client]:
    """Hamid's desk, with every right, in Urdu: whatever his browser asks for."""
    from django.utils import translation
    from wagtail.users.models import UserProfile

    hamid.is_superuser = True
    hamid.save()
    UserProfile.objects.update_or_create(user=hamid, defaults={"preferred_language": "ur"})
    client.force_login(hamid)
    yield client
    translation.deactivate()


@pytest.fixture
def sana(db: None) -> User:
    """Sana reads."""
    return _account("sana")


@pytest.fixture
def bilal(db: None) -> User:
    """Bilal reads, too."""
    return _account("bilal")
