"""The plan: what an import will do, kept in a file of its own beside the site's data."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from communique.press import sqlite
from communique.text.sentences import Sentence, from_kept

from .secrecy import Fate, State
from .shapes import Author, Meta, Post, Site, Term, TermUse

_TABLES = """
CREATE TABLE told (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE author (login TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE term (taxonomy TEXT, slug TEXT, record TEXT NOT NULL, PRIMARY KEY (taxonomy, slug)) WITHOUT ROWID;
CREATE TABLE post (
    id INTEGER PRIMARY KEY, place INTEGER NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, title TEXT NOT NULL,
    link TEXT NOT NULL, path TEXT NOT NULL, parent INTEGER NOT NULL, state TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '', listed INTEGER NOT NULL DEFAULT 0, digest TEXT NOT NULL, bytes INTEGER NOT NULL,
    lead INTEGER NOT NULL, file TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', record BLOB NOT NULL
);
CREATE INDEX post_by_kind ON post (kind, place);
CREATE INDEX post_by_parent ON post (parent);
CREATE INDEX post_by_path ON post (path);
CREATE INDEX post_by_address ON post (address);
CREATE TABLE used (kind TEXT, name TEXT, number INTEGER NOT NULL, examples TEXT NOT NULL, PRIMARY KEY (kind, name))
    WITHOUT ROWID;
CREATE TABLE term_used (taxonomy TEXT, slug TEXT, name TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (taxonomy, slug)) WITHOUT ROWID;
CREATE TABLE link (path TEXT, post INTEGER, why TEXT NOT NULL DEFAULT '', PRIMARY KEY (path, post)) WITHOUT ROWID;
CREATE TABLE problem (place INTEGER PRIMARY KEY, what TEXT NOT NULL, post INTEGER, said TEXT NOT NULL);
"""
# What decides how a page looks here. View counts and editing locks change all the time and are no change to it.
_DECIDING_META = frozenset({"_thumbnail_id", "footnotes", "_wp_old_slug", "_wp_old_date", "_wp_attached_file"})


@dataclass(frozen=True, slots=True)
class Planned:
    """One post of the plan, without its text."""

    wordpress_id: int
    kind: str
    status: str
    title: str
    path: str
    parent: int
    state: State
    reason: str
    digest: str


class Plan:
    """Reads and writes the plan's file. It is made anew from the exports at every run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        for leftover in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
            leftover.unlink(missing_ok=True)
        self.database = sqlite.connect(path)
        # What is lost with the power is made anew from the export.
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.executescript(_TABLES)
        self.database.execute("BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        if self.database.in_transaction:
            self.database.execute("COMMIT")
        self.database.close()

    # What was told

    def tell(self, key: str, value: Any) -> None:
        """Keep something that holds for the whole import."""
        self.database.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (key, json.dumps(value, ensure_ascii=False)))

    def told(self, key: str, default: Any = None) -> Any:
        """What was kept."""
        row = self.database.execute("SELECT value FROM told WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    @property
    def site(self) -> Site:
        """The site that was exported."""
        return Site(**self.told("site", {}))

    # Records

    def add_author(self, author: Author) -> None:
        """Keep an author."""
        self.database.execute("INSERT OR IGNORE INTO author VALUES (?, ?)", (author.login, _written(asdict(author))))

    def add_term(self, term: Term) -> None:
        """Keep a term."""
        self.database.execute(
            "INSERT OR IGNORE INTO term VALUES (?, ?, ?)", (term.taxonomy, term.slug, _written(asdict(term)))
        )

    def add_post(self, post: Post, path: str) -> bool:
        """Keep a post. Tells whether it was new: exports name some twice, and one may come in several files."""
        packed = zlib.compress(_written(_without_comments(post)).encode(), 1)
        place = self.database.execute("SELECT COALESCE(MAX(place), 0) + 1 FROM post").fetchone()[0]
        row = (post.wordpress_id, place, post.kind, post.status, post.title, post.link, path, post.parent)
        kept = self.database.execute(
            "INSERT OR IGNORE INTO post (id, place, kind, status, title, link, path, parent, digest, bytes, lead,"
            " file, address, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *row,
                digest(post),
                len(post.content),
                post.lead,
                post.meta_value("_wp_attached_file").strip(),
                post.attachment_url,
                packed,
            ),
        )
        return bool(kept.rowcount)

    def replace_post(self, post: Post, path: str) -> None:
        """Keep another copy of a post in the place of the one that is kept."""
        self.database.execute("DELETE FROM post WHERE id = ?", (post.wordpress_id,))
        self.add_post(post, path)

    def authors(self) -> list[Author]:
        """The authors."""
        return [
            Author(**json.loads(row[0])) for row in self.database.execute("SELECT record FROM author ORDER BY login")
        ]

    def terms(self, *taxonomies: str) -> list[Term]:
        """The declared terms of some taxonomies."""
        marks = ", ".join("?" * len(taxonomies))
        rows = self.database.execute(
            f"SELECT record FROM term WHERE taxonomy IN ({marks}) ORDER BY taxonomy, slug", taxonomies
        )
        return [_term(json.loads(row[0])) for row in rows]

    def post(self, wordpress_id: int) -> Post | None:
        """A post by its number."""
        row = self.database.execute("SELECT record FROM post WHERE id = ?", (wordpress_id,)).fetchone()
        return _post(row[0]) if row else None

    def posts(self, kind: str) -> Iterator[Post]:
        """The posts of a kind, one after another."""
        for (number,) in self.database.execute("SELECT id FROM post WHERE kind = ? ORDER BY place", (kind,)).fetchall():
            post = self.post(number)
            if post is not None:
                yield post

    def planned(self, *states: State, kind: str = "") -> list[Planned]:
        """What is planned for the posts in some state."""
        marks = ", ".join("?" * len(states))
        rows = self.database.execute(
            "SELECT id, kind, status, title, path, parent, state, reason, digest FROM post"
            f" WHERE state IN ({marks}) AND (? = '' OR kind = ?) ORDER BY place",
            (*states, kind, kind),
        )
        return [Planned(*row) for row in rows]

    def settle(self, fates: Iterable[tuple[int, Fate]]) -> None:
        """Write down what becomes of posts."""
        self.database.executemany(
            "UPDATE post SET state = ?, reason = ?, listed = ? WHERE id = ?",
            [(fate.state, fate.reason.kept() if fate.reason else "", fate.listed, number) for number, fate in fates],
        )

    # What was counted

    def count(self, kind: str, name: str, number: int, example: int) -> None:
        """Count a shortcode, a block, a host, with up to three posts as examples."""
        row = self.database.execute(
            "SELECT number, examples FROM used WHERE kind = ? AND name = ?", (kind, name)
        ).fetchone()
        before, examples = (row[0], json.loads(row[1])) if row else (0, [])
        if example and len(examples) < 3 and example not in examples:
            examples.append(example)
        self.database.execute(
            "INSERT OR REPLACE INTO used VALUES (?, ?, ?, ?)", (kind, name, before + number, json.dumps(examples))
        )

    def counted(self, kind: str) -> list[tuple[str, int, list[int]]]:
        """What was counted, most first, with examples."""
        rows = self.database.execute(
            "SELECT name, number, examples FROM used WHERE kind = ? ORDER BY number DESC, name", (kind,)
        )
        return [(name, number, json.loads(examples)) for name, number, examples in rows]

    def use_term(self, term: TermUse) -> None:
        """A post that will be a page names a term."""
        self.database.execute(
            "INSERT INTO term_used VALUES (?, ?, ?, 1) ON CONFLICT (taxonomy, slug) DO UPDATE SET number = number + 1",
            (term.taxonomy, term.slug, term.name),
        )

    def terms_used(self) -> list[tuple[str, str, str, int]]:
        """The terms that pages will have: taxonomy, slug, name, how often."""
        return self.database.execute("SELECT taxonomy, slug, name, number FROM term_used ORDER BY 1, 2").fetchall()

    def link(self, path: str, post: int) -> None:
        """A post that will be public links to an address of the former site."""
        self.database.execute("INSERT OR IGNORE INTO link (path, post) VALUES (?, ?)", (path, post))

    def judge_link(self, path: str, why: Sentence) -> None:
        """Note why an address leads nowhere."""
        self.database.execute("UPDATE link SET why = ? WHERE path = ?", (why.kept(), path))

    def problem(self, what: str, said: Sentence, post: int | None = None) -> None:
        """Note something that a person should look at."""
        self.database.execute("INSERT INTO problem (what, post, said) VALUES (?, ?, ?)", (what, post, said.kept()))

    def problems(self) -> list[tuple[str, int | None, Sentence]]:
        """What a person should look at."""
        found = self.database.execute("SELECT what, post, said FROM problem ORDER BY place")
        return [(what, post, from_kept(said)) for what, post, said in found]

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The answer to a question of the report's own."""
        return self.database.execute(statement, values).fetchall()


def digest(post: Post) -> str:
    """Tells one state of a post in WordPress from another."""
    fields = _without_comments(post)
    fields["meta"] = sorted([meta.key, meta.value] for meta in post.meta if meta.key in _DECIDING_META)
    fields.pop("line")
    return blake2b(json.dumps(fields, sort_keys=True).encode(), digest_size=16).hexdigest()


def _without_comments(post: Post) -> dict[str, Any]:
    fields = {name: getattr(post, name) for name in Post.__slots__ if name not in {"comments", "meta", "terms"}}
    fields["terms"] = [[term.taxonomy, term.slug, term.name] for term in post.terms]
    fields["meta"] = [[meta.key, meta.value] for meta in post.meta]
    return fields


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _post(packed: bytes) -> Post:
    fields = json.loads(zlib.decompress(packed))
    fields["terms"] = tuple(TermUse(*term) for term in fields["terms"])
    fields["meta"] = tuple(Meta(*meta) for meta in fields["meta"])
    return Post(**fields)


def _term(fields: dict[str, Any]) -> Term:
    return Term(**{**fields, "meta": tuple(Meta(**meta) for meta in fields["meta"])})
