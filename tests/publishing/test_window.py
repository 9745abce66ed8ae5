"""Only public things can be read through the window."""

import pytest
from django.db import DatabaseError, connection
from wagtail.models import Page, PageViewRestriction

from communique.content.models import Amendment
from communique.press.reading import ReadOutsideQuestion, WindowReading
from communique.press.shapes import whole_token
from communique.publishing import declarations, snapshot
from communique.publishing.window import install


@pytest.fixture
def look(window):
    def look(sql):
        with window.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    yield look


@pytest.fixture
def pages(transactional_db):
    root = Page.get_first_root_node()
    public = root.add_child(instance=Page(title="Public", slug="public", draft_title="Planned"))
    draft = root.add_child(instance=Page(title="Draft", slug="draft", live=False))
    private = root.add_child(instance=Page(title="Private", slug="private"))
    below = private.add_child(instance=Page(title="Below", slug="below"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    return public, draft, private, below


def test_what_points_to_a_row_is_known_by_one_query_whether_it_can_be_seen_or_not(window, pages):
    public, draft, *_ = pages
    for page in (public, draft):
        Amendment.objects.create(page=page, kind="update", language="en", note="New figures")
    known = declarations.tables
    columns = [(known["content_listing"], "page_id"), (known["content_amendment"], "page_id")]
    with snapshot.opened(window) as seen:
        assert seen.pointing(columns, draft.pk) == [columns[1]]
        assert seen.pointing(columns, 0) == seen.pointing([], draft.pk) == []


def test_drafts_private_pages_and_what_lies_below_them_are_not_there(look, pages):
    titles = {title for (title,) in look("SELECT title FROM wagtailcore_page")}
    assert "Public" in titles
    assert titles.isdisjoint({"Draft", "Private", "Below"})


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT draft_title FROM wagtailcore_page",
        "SELECT * FROM wagtailcore_revision",
        "SELECT email FROM accounts_user",
        "SELECT p.title FROM wagtailcore_page p JOIN wagtailcore_revision r ON r.object_id = CAST(p.id AS text)",
        "SELECT email FROM content_person",
        'SELECT * FROM "told:wagtailcore_page"',
        "SELECT before FROM publishing_change",
        "WITH wagtailcore_page AS (SELECT draft_title FROM {home}.wagtailcore_page) SELECT * FROM wagtailcore_page",
        "SELECT * FROM (SELECT email FROM {home}.accounts_user) AS wagtailcore_page",
        "WITH wagtailcore_page AS (SELECT sql FROM temp.sqlite_temp_master) SELECT * FROM wagtailcore_page",
        "WITH sqlite_temp_master AS (SELECT sql FROM temp.sqlite_temp_master) SELECT * FROM sqlite_temp_master",
        "DELETE FROM wagtailcore_page",
        "UPDATE content_person SET name = ''",
        "DROP TABLE wagtailcore_page",
    ],
)
def test_what_is_closed_fails(look, pages, statement):
    if connection.vendor == "postgresql" and ("told:" in statement or "publishing_change" in statement):
        pytest.skip("there the machinery's views are open to its role")
    home = "main" if connection.vendor == "sqlite" else "public"
    with pytest.raises(DatabaseError):
        look(statement.replace("{home}", home))


def test_no_statement_learns_what_the_views_behind_are_called(window, look, pages):
    if connection.vendor == "postgresql":
        pytest.skip("there a role keeps the window")
    for statement in ("SELECT title FROM wagtailcore_page", "SELECT count(*) FROM articles_articlepage"):
        planned = (
            f"{statement} UNION SELECT max(name) FROM content_person LEFT JOIN wagtailcore_page p ON 1 GROUP BY p.slug"
        )
        for asked in (f"EXPLAIN QUERY PLAN {planned}", f"EXPLAIN {planned}"):
            assert "window:" not in repr(look(asked))


def test_the_tables_themselves_are_forbidden(look, pages):
    home = "main" if connection.vendor == "sqlite" else "public"
    if connection.vendor == "postgresql" and not install.has_role(connection):
        pytest.skip("no right to make roles on this server")
    with pytest.raises(DatabaseError):
        look(f"SELECT draft_title FROM {home}.wagtailcore_page")


def read_pages(window):
    with window.cursor() as cursor:
        cursor.execute(str(Page.objects.values_list("title").query))


def test_reading_past_the_machinery_outside_a_question_fails(window):
    with snapshot.opened(window) as opened:
        opened.read_by(WindowReading(opened, _now()))
        with pytest.raises(ReadOutsideQuestion):
            read_pages(window)


def test_the_orm_inside_a_question_is_taken_down_as_whole_tables(window):
    with snapshot.opened(window) as opened:
        reading = WindowReading(opened, _now())
        opened.read_by(reading)
        reading.begin()
        read_pages(window)
        assert whole_token("wagtailcore_page") in reading.end().tokens


def test_every_declared_table_can_be_read(window):
    with snapshot.opened(window) as opened:
        for table in [table for table in declarations.tables.values() if not table.hides_all]:
            opened.select(f'SELECT * FROM "{table.name}" LIMIT 1', ())


def _now():
    from datetime import UTC, datetime

    return datetime(2026, 1, 1, tzinfo=UTC)
