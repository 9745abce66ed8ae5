"""What the processes of a proof do, each in a life of its own. Django is set up, in the role that the deed needs."""

from __future__ import annotations

import json
import logging
import os
import random
import re
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from communique.accounts.models import User
from communique.cli import endings
from communique.content import announcements
from communique.content.models import Organisation, OrganisationText, Person, Topic
from communique.press.objects import Include
from communique.press.questions import Ask, Question
from communique.press.run import Press
from communique.press.sheets import Copy, Sheet
from communique.press.store import Store
from communique.publishing import pressing
from communique.publishing.assets import MissingAsset, part_folders
from communique.publishing.models import Address
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.rendering import Rendering, TemplateFailed
from communique.sections.articles.models import ArticlePage, ArticlesPage, Contributor
from communique.site import founding, schema
from communique.site.demonstration import loading as demonstration
from tests import stage
from tests.content import stories
from tests.content.forms import filled

from . import hostile, prying
from .failing_calls import Slate

LANGUAGES = ("en", "ur")
ARTICLES = 16
PAUSE = 0.06  # seconds between two edits, at most


def lay_out() -> None:
    """The content database, and in it a small site: two languages, articles, an author, a topic (role tool)."""
    stage.of_environment().build()
    founding.found("Institute 0", LANGUAGES)
    _name_the_organisation(0)
    Person.objects.create(name="Rahat Idris")
    Topic.objects.create(title="Ports")
    for number in range(ARTICLES):
        _new(number, 0)


def lay_out_with_a_past() -> None:
    """The same with a picture, an address that was another, one that is gone, and one by query (role tool)."""
    lay_out()
    moved, withdrawn, pictured = ArticlePage.objects.order_by("pk")[:3]
    moved.slug = "moved"
    moved.save_revision().publish()
    withdrawn.unpublish()
    pictured.lead_picture = stories.picture(alt_text="A harbour")
    pictured.save_revision().publish()
    Address.objects.create(address="/?p=12", page=pictured.page_ptr, state=Address.State.OLD)


def load_the_demonstration(moment: str) -> None:
    """The demonstration's content, as of a moment (role tool)."""
    stage.of_environment().build()
    always_the_same = patch.object(os, "urandom", random.Random(0).randbytes)  # where uuid4 takes its bits
    with time_machine.travel(datetime.fromisoformat(moment), tick=False), always_the_same:
        demonstration.load()


def publish(seed: str, serial: str, acknowledged: str) -> None:
    """Publish edit after edit until told to stop; each is acknowledged when it is committed (role desk)."""
    asked: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(1))
    schema.make_ready_for_the_press()
    dice, number = random.Random(int(seed)), int(serial)
    ledger = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while not asked:
        number += 1
        with transaction.atomic():
            told = dice.choices(EDITS, WEIGHTS)[0](dice, number)
        os.write(ledger, f"{told} {number}\n".encode())
        time.sleep(dice.uniform(0, PAUSE))  # editors breathe; the press, too, has to write to the database


def publish_in_haste(*arguments: str) -> None:
    """The same, by a database that acknowledges what it hasn't brought to the disk (role desk)."""
    connection_created.connect(_hurry, weak=False)
    publish(*arguments)


def _hurry(connection: BaseDatabaseWrapper, **_: object) -> None:
    connection.connection.execute("PRAGMA synchronous = OFF")


def upload(acknowledged: str) -> None:
    """Bring in files, each acknowledged when it is kept (role desk)."""
    ledger = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for number in range(5):
        name = default_storage.save(f"papers/{number}/paper.bin", ContentFile(paper(number)))
        os.write(ledger, f"{name} {number}\n".encode())


def paper(number: int) -> bytes:
    """What was brought in under that number."""
    return random.Random(number).randbytes(30_000)


def try_out() -> None:
    """One of each edit, and none of them kept (role desk)."""
    with transaction.atomic():
        for edit in EDITS:
            edit(random.Random(0), 0)
        transaction.set_rollback(True)


def halted(slate: str, deed: str, *arguments: str) -> None:
    """Do another deed as soon as somebody lets this process go on; what goes wrong is told on the slate."""
    told = Slate(Path(slate))
    for log in (logging.root, *map(logging.getLogger, ("communique", "django"))):
        for handler in log.handlers:
            if isinstance(handler, logging.StreamHandler):
                handler.stream = told
    sys.stdout = told
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        globals()[deed](*arguments)
    except Exception as error:
        told.write(f"{endings.told(error)[1]}\n")


def publish_one(serial: str) -> None:
    """Publish one edit, and tell of it when it is committed (role desk)."""
    schema.make_ready_for_the_press()
    number = int(serial)
    with transaction.atomic():
        told = EDITS[number % len(EDITS)](random.Random(number), number)
    print(f"kept {told} {number}")


def edit_until_refused(told: str) -> None:
    """Publish by the desk's form until that is refused, then once more; halts before each (role desk).

    Told of each try: the status, the page's title as it was sent, before, and afterwards, and what the desk said.
    """
    slate, client = Slate(Path(told)), Client(raise_request_exception=False, SERVER_NAME="localhost")
    announcements.outcome = partial(announcements.outcome, patience=0.0)  # the press can't print, and who would wait
    schema.make_ready_for_the_press()
    client.force_login(User.objects.create_superuser("hamid", "hamid@institute.example", "x"))
    article = ArticlePage.objects.live().order_by("pk").last()
    place = f"/desk/pages/{article.pk}/edit/"
    form = client.get(place).content.decode()
    for tries in (300, 1):
        os.kill(os.getpid(), signal.SIGSTOP)
        for number in range(tries):
            before, title = article.title, _title(999, number + tries)
            body = nested_form_data({"body": streamfield([("paragraph", rich_text(f"<p>{title}</p>"))])})
            sent = body | {"title": title, "amendment_kind": "typo", "action-publish": "1"}
            answer = client.post(place, filled(form, **sent))
            article.refresh_from_db()
            said = " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
            tried = {"status": answer.status_code, "title": title, "before": before, "newest": article.title}
            slate.write(f"{json.dumps(tried | {'said': said[:400]})}\n")
            if answer.status_code != 302:
                break


def print_in_attempts(attempts: str) -> None:
    """As `communique press watch` does, but so many runs only, and without a pause (role press)."""
    schema.make_ready_for_the_press()
    with pressing.press() as press:
        for _ in range(int(attempts)):
            pressing._run(press, lambda: False)


def watch() -> None:
    """As `communique press watch` (role press)."""
    schema.make_ready_for_the_press()
    pressing.watch()


def print_once() -> None:
    """As `communique press run` (role press)."""
    schema.make_ready_for_the_press()
    assert not pressing.run_once().failed


def print_at(moment: str) -> None:
    """The same as of a moment (role press)."""
    with time_machine.travel(datetime.fromisoformat(moment), tick=False):
        print_once()


def print_whole(folder: str) -> None:
    """Print everything into a store of its own, leaving the pending changes to the real press (role press)."""
    newsroom = SiteNewsroom()
    newsroom.settle = lambda *_: None
    with Store.open(Path(folder), writer="the proof") as store:
        press = Press(newsroom, store, Path(folder))
        run = press.run(full=True)
        press.close()
    assert not run.failed, run.failed


def pry(folder: str) -> None:
    """Print a sheet for each question that looks where it mustn't (role press)."""
    newsroom = SiteNewsroom()
    newsroom.settle = lambda *_: None
    newsroom.sheets = [
        Sheet(name, partial(_seen, asked, name), keys=prying.places) for name, asked in prying.QUESTIONS.items()
    ]
    with Store.open(Path(folder), writer="the pryer") as store:
        press = Press(newsroom, store, Path(folder))
        press.run(full=True)
        press.close()


def print_hostile(folder: str) -> None:
    """Print every sheet in each of the hostile templates, with all that its own one is given (role press)."""
    tried = hostile.templates()
    site = Path(folder) / "site"
    (site / "templates").mkdir(parents=True)
    for number, text in enumerate(tried):
        (site / "templates" / f"{number}.html").write_text(text)
    newsroom = SiteNewsroom()
    rendering = Rendering(part_folders("templates"), site, static_folders=part_folders("static"))
    newsroom.rendering, newsroom.settle = rendering, lambda *_: None
    newsroom.set_type = lambda copy: tuple(_tried(rendering, copy, len(tried)))
    with Store.open(Path(folder), writer="the hostile one") as store:
        press = Press(newsroom, store, Path(folder))
        assert not press.run(full=True).failed
        press.close()


def _tried(rendering: Rendering, copy: Copy, many: int) -> Iterator[bytes | Include]:
    for number in range(many):
        try:
            text = rendering.render(f"{number}.html", copy.context, language=copy.language)
        except (TemplateFailed, MissingAsset, ValueError) as refused:
            text = f"({type(refused).__name__}: {refused})"
        yield f"{number}: {text}\n".encode()


def _seen(asked: Question[[int], str], name: str, ask: Ask, place: int) -> Copy:
    return Copy(f"/{name}/{place}/", body=ask(asked, place).encode(), media_type="text/plain")


def _title(number: int, serial: int) -> str:
    return f"Report {number} of day {serial}"


def _body(number: int, serial: int) -> list[dict[str, object]]:
    told = f"<p>{_title(number, serial)}. {'Grain and gas. ' * (serial * 7 % 50)}</p>"
    return [{"type": "paragraph", "value": told, "id": str(UUID(int=number, version=4))}]


def _new(number: int, serial: int) -> None:
    sections = list(ArticlesPage.objects.order_by("pk"))
    section = sections[number % len(sections)]
    article = ArticlePage(
        title=_title(number, serial),
        slug=f"report-{number}",
        language=section.language,
        standfirst=_title(number, serial),
        published=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number),
        body=_body(number, serial),
    )
    article.topics = list(Topic.objects.all())
    article.contributors = [Contributor(person=Person.objects.first())]
    section.add_child(instance=article)


def _name_the_organisation(serial: int) -> None:
    organisation = Organisation.load()
    organisation.name = f"Institute {serial}"
    organisation.save()
    OrganisationText.objects.update(name=organisation.name)


def _one(dice: random.Random) -> ArticlePage:
    return ArticlePage.objects.get(
        pk=dice.choice(list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True)))
    )


def _revise(dice: random.Random, serial: int) -> str:
    article = _one(dice)
    number = int(article.slug.split("-")[1])
    article.title = article.draft_title = _title(number, serial)
    article.standfirst = _title(number, serial)
    article.body = _body(number, serial)
    article.save_revision().publish()
    return f"Report {number}"


def _rename(dice: random.Random, serial: int) -> str:
    _name_the_organisation(serial)
    _revise(dice, serial)
    return "Institute"


def _readdress(dice: random.Random, serial: int) -> str:
    article = _one(dice)
    article.slug = f"report-{article.slug.split('-')[1]}-{serial}"
    article.save_revision().publish()
    return "Address"


def _bring_out(dice: random.Random, serial: int) -> str:
    number = ArticlePage.objects.count()
    if number > 2 * ARTICLES:
        return _revise(dice, serial)
    _new(number, serial)
    return f"Report {number}"


EDITS = (_revise, _rename, _readdress, _bring_out)
WEIGHTS = (4, 1, 1, 1)
