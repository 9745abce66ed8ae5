"""Whatever way a sheet reads the content, it is taken down, or the sheet fails, with the reason."""

import pytest
from django.db import connection

from communique.press.questions import question
from communique.press.run import Press
from communique.press.sheets import Copy, Sheet
from communique.press.store import Store, StoreReader
from communique.publishing.newsroom import SiteNewsroom
from tests.content import stories

TITLES = "SELECT title FROM wagtailcore_page WHERE depth > 2 ORDER BY title"


@pytest.fixture
def newsroom(window):
    return SiteNewsroom(window)


@pytest.fixture
def press(newsroom, tmp_path):
    with Store.open(tmp_path, writer="test") as store:
        press = Press(newsroom, store, tmp_path)
        yield press
        press.close()


def titles(window):
    """As Django's own queries go."""
    with window.cursor() as cursor:
        cursor.execute(TITLES)
        return "; ".join(title for (title,) in cursor.fetchall())


def said(press):
    with_reader = StoreReader.open(press.folder)
    try:
        return with_reader.body(with_reader.entry("/titles/")).decode()
    finally:
        with_reader.close()


def test_a_question_that_uses_django_is_asked_again_when_any_row_changes(press, newsroom):
    asked = question(lambda read: titles(newsroom.window))
    newsroom.sheets = [Sheet("titles", lambda ask, _: Copy("/titles/", body=ask(asked).encode()))]
    stories.article("Grain")
    press.run()
    stories.article("Ports")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Silos' WHERE title = 'Grain'")
    run = press.run()
    assert (run.full, run.printed) == (False, {"/titles/"})
    assert said(press) == "Ports; Research; Silos"


def test_a_sheet_that_reads_outside_a_question_fails_with_the_reason(press, newsroom):
    newsroom.sheets = [Sheet("titles", lambda ask, _: Copy("/titles/", body=titles(newsroom.window).encode()))]
    (failure,) = press.run().failed
    assert failure.reason.startswith("ReadOutsideQuestion: The window was read outside a question")


def test_a_template_that_reads_fails_with_the_reason(press, newsroom):
    newsroom.sheets = [Sheet("titles", lambda ask, _: Copy("/titles/", {}, "x.html"))]
    newsroom.set_type = lambda copy: (titles(newsroom.window).encode(),)
    (failure,) = press.run().failed
    assert failure.reason.startswith("ReadOutsideQuestion")
