"""A small newsroom on plain SQLite: notes filed under subjects, printed as pages and lists."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from communique.press import sqlite
from communique.press.changes import Change
from communique.press.questions import question
from communique.press.run import Press
from communique.press.sheets import Copy, Sheet
from communique.press.statements import SQLITE
from communique.press.store import Store, StoreReader
from communique.press.tables import Kind, Table

NOTE = Table(
    "note",
    "id",
    ("id", "title", "text", "subject", "rank", "opens"),
    ("subject", "rank"),
    {
        "id": Kind.INTEGER,
        "title": Kind.TEXT,
        "text": Kind.TEXT,
        "subject": Kind.INTEGER,
        "rank": Kind.INTEGER,
        "opens": Kind.INSTANT,
    },
    guard=("subject", "subject"),
)
SUBJECT = Table(
    "subject", "id", ("id", "name"), ("name",), {"id": Kind.INTEGER, "name": Kind.TEXT, "shown": Kind.TRUTH},
    condition="shown", guards_by=("shown",),
)  # fmt: skip


@question
def note_page(read, number):
    row = read.row("note", number)
    if row is None:
        return None
    subject = read.row("subject", row.subject)
    return {"title": row.title, "text": row.text, "subject": subject.name, "open": read.passed(row.opens)}


@question
def neighbours(read, number):
    me = read.row("note", number, columns=("rank",))
    if me is None:
        return None
    before = read.span("note", ("rank", "id"), before=(me.rank, number), newest_first=True, limit=1, columns=("title",))
    after = read.span("note", ("rank", "id"), after=(me.rank, number), limit=1, columns=("title",))
    return [row.title for row in before], [row.title for row in after]


@question
def filed_under(read, subject):
    return [row.title for row in read.rows("note", subject=subject, order=("rank",), columns=("title",))]


@question
def how_many(read, subject):
    return read.count("note", subject=subject)


@question
def latest(read):
    return [row.title for row in read.span("note", ("rank", "id"), newest_first=True, limit=3, columns=("title",))]


@question
def all_names(read):
    return [row.name for row in read.whole("subject")]


@question
def list_pages(read):
    return list(range(1, (read.count("note") + 1) // 2 + 1))


@question
def list_page(read, number):
    page = read.span("note", ("rank", "id"), offset=2 * (number - 1), limit=2, columns=("title",))
    return [row.title for row in page]


def _text(address, *values):
    return Copy(address, body=json.dumps(values, default=str).encode())


def _note(ask, number):
    page = ask(note_page, number)
    return None if page is None else _text(f"/notes/{number}/", page, ask(neighbours, number))


def _subject(ask, number):
    titles = ask(filed_under, number)
    return _text(f"/subjects/{number}/", titles, ask(how_many, number)) if titles else None


SHEETS = [
    Sheet("note", _note, each="note"),
    Sheet("subject", _subject, each="subject"),
    Sheet("list", lambda ask, number: _text(f"/list/{number}/", ask(list_page, number)), keys=list_pages),
    Sheet("front", lambda ask, key: _text("/", ask(latest), ask(all_names))),
]


class Archive:
    """The content database of the small newsroom, with change triggers written by hand."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite.connect(path)
        self.db.execute("PRAGMA recursive_triggers = ON")
        self.db.executescript("""
            CREATE TABLE note_all (id INTEGER PRIMARY KEY, title, text, subject INTEGER, rank INTEGER, opens TEXT);
            CREATE TABLE subject_all (id INTEGER PRIMARY KEY, name, shown INTEGER);
            CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, name, before, after);
            CREATE VIEW subject AS SELECT id, name FROM subject_all WHERE shown;
            CREATE VIEW note AS SELECT n.* FROM note_all n
                WHERE EXISTS (SELECT 1 FROM subject s WHERE s.id = n.subject);
        """)
        for table in (NOTE, SUBJECT):
            for event, sides in (("INSERT", (None, "NEW")), ("DELETE", ("OLD", None)), ("UPDATE", ("OLD", "NEW"))):
                told = [
                    "json_object(" + ", ".join(f"'{c}', {side}.{c}" for c in table.told) + ")" if side else "NULL"
                    for side in sides
                ]
                self.db.execute(
                    f"CREATE TRIGGER {table.name}_{event} AFTER {event} ON {table.name}_all BEGIN"
                    f" INSERT INTO change (name, before, after) VALUES ('{table.name}', {told[0]}, {told[1]}); END"
                )

    def note(self, number, title, *, subject=1, rank=None, text="", opens="2020-01-01 00:00:00"):
        values = (number, title, text, subject, number if rank is None else rank, opens)
        self.db.execute("INSERT OR REPLACE INTO note_all VALUES (?, ?, ?, ?, ?, ?)", values)

    def subject(self, number, name, *, shown=True):
        self.db.execute("INSERT OR REPLACE INTO subject_all VALUES (?, ?, ?)", (number, name, shown))

    def do(self, sql, *params):
        self.db.execute(sql, params)


class View:
    """A snapshot of the archive."""

    tables = {"note": NOTE, "subject": SUBJECT}
    dialect = SQLITE

    def __init__(self, db, edition):
        self.db = db
        self.edition = edition

    def select(self, sql, params):
        return self.db.execute(sql, params).fetchall()

    def changes(self):
        def told(text):
            return None if text is None else json.loads(text)

        rows = self.db.execute("SELECT id, name, before, after FROM change ORDER BY id").fetchall()
        return [(row[0], Change(row[1], told(row[2]), told(row[3]))) for row in rows]

    def pointing(self, columns, value):
        return columns

    def told(self, table, column, value):
        rows = self.db.execute(
            f"SELECT {', '.join(table.told)} FROM {table.name}_all WHERE {column} = ?", (value,)
        ).fetchall()
        return [dict(zip(table.told, row, strict=True)) for row in rows]

    def mark(self):
        return "archive", self.edition

    def read_by(self, reading):
        pass


class Newsroom:
    """The small newsroom."""

    def __init__(self, archive):
        self.archive = archive
        self.tables = View.tables
        self.sheets = SHEETS
        self.fingerprint = "1"
        self.edition = 0
        self.moment = datetime(2026, 1, 1, tzinfo=UTC)

    @contextmanager
    def snapshot(self, moment=""):
        self.archive.db.execute("BEGIN")
        try:
            yield View(self.archive.db, self.edition)
        finally:
            self.archive.db.execute("ROLLBACK")

    def now(self):
        return self.moment

    def set_type(self, copy):
        raise NotImplementedError

    def media(self, path):
        raise FileNotFoundError(path)

    def settle(self, changes, identity, edition):
        self.edition = edition
        self.archive.db.executemany("DELETE FROM change WHERE id = ?", [(number,) for number in changes])


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path / "archive.sqlite3")
    archive.subject(1, "Ports")
    archive.subject(2, "Grain")
    archive.subject(3, "Hidden", shown=False)
    for number, title in enumerate(("Harbours", "Quays", "Cranes", "Silos", "Mills"), start=1):
        archive.note(number * 10, title, subject=1 + number // 4)
    return archive


@pytest.fixture
def newsroom(archive):
    return Newsroom(archive)


@pytest.fixture
def press(newsroom, tmp_path):
    with Store.open(tmp_path / "store", writer="test") as store:
        press = Press(newsroom, store, tmp_path / "store")
        yield press
        press.close()


def published(folder):
    """Every address and its body, as a reader would get them."""
    reader = StoreReader.open(folder)
    reader.refresh()
    found = {address: reader.body(reader.entry(address)) for address in reader.addresses()}
    reader.close()
    return found


@pytest.fixture
def whole(newsroom, tmp_path):
    """What a full print into an empty store gives."""
    count = iter(range(1000))

    def printed():
        folder = tmp_path / f"whole-{next(count)}"
        kept, newsroom.settle = newsroom.settle, lambda *_: None
        with Store.open(folder, writer="whole") as store:
            press = Press(newsroom, store, folder)
            press.run(full=True)
            press.close()
        newsroom.settle = kept
        return published(folder)

    return printed
