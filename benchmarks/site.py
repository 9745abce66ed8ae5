"""A site for measuring: so many articles put straight into its content database.

    .venv/bin/python benchmarks/site.py FOLDER [--articles 10000]

Eighty people, twenty-four topics, one section; every page has the theme's shared fragments. The change triggers are
off while the rows go in, so the first run of the press prints everything, as after an import.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import happenings
import orjson
from texts import PEOPLE, TOPICS, Draft, Words, drafts

BATCH = 1000
SECTION = "/articles/"


def make(folder: Path, articles: int, events: int = 0, media: int = 0) -> None:
    """Make the site in `folder`. Sets Django up in this process."""
    command = [sys.executable, "-m", "communique", "new", str(folder), "--name", "The Institute", "--no-input"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    from communique.site.entering import enter

    enter(folder)
    from django.db import connection, transaction

    from communique.publishing import readiness, triggers

    triggers.drop(connection)
    with transaction.atomic():
        _fill(articles)
        happenings.make(events, media)
    readiness.make_ready()
    connection.close()


def _fill(articles: int) -> None:
    from communique.content.models import Person, Topic

    words = Words(1)
    people = [
        Person(name=words.some(2).title(), slug=f"person-{number}", role="Fellow", biography=f"<p>{words.some(60)}</p>")
        for number in range(PEOPLE)
    ]
    topics = [Topic(title=words.some(2).title(), slug=f"topic-{number}") for number in range(TOPICS)]
    filing = _Filing(
        [one.pk for one in Person.objects.bulk_create(people)], [one.pk for one in Topic.objects.bulk_create(topics)]
    )
    batch: list[Draft] = []
    for draft in drafts(articles):
        batch.append(draft)
        if len(batch) == BATCH:
            filing.enter(batch)
            batch = []
    filing.enter(batch)
    filing.close()


class _Filing:
    """Enters articles as the desk's own publishing would have."""

    def __init__(self, people: Sequence[int], topics: Sequence[int]) -> None:
        from wagtail.models import Page

        from communique.sections.articles.models import ArticlesPage

        self.people, self.topics = people, topics
        self.section = ArticlesPage.objects.get()
        self.next = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        self.entered = 0
        self.shelves: dict[str, int] = {}

    def enter(self, batch: Sequence[Draft]) -> None:
        """Enter some articles."""
        numbered = list(enumerate(batch, start=self.next))
        _insert("wagtailcore_page", [self._page(pk, draft) for pk, draft in numbered])
        _insert("articles_articlepage", [self._article(pk, draft) for pk, draft in numbered])
        _insert("publishing_address", [self._address(pk, draft) for pk, draft in numbered])
        _insert("articles_contributor", [row for pk, draft in numbered for row in self._contributors(pk, draft)])
        topics = ((pk, topic) for pk, draft in numbered for topic in draft.topics)
        _insert(
            "articles_articlepage_topics", [{"articlepage_id": pk, "topic_id": self.topics[one]} for pk, one in topics]
        )
        _insert("content_listing", [row for pk, draft in numbered for row in self._listings(pk, draft)])
        self.next += len(batch)
        self.entered += len(batch)

    def close(self) -> None:
        """What follows from all of them: the tree, and the older pages of lists."""
        from wagtail.models import Page

        from communique.content.lists import PAGE

        Page.objects.filter(pk=self.section.pk).update(numchild=self.entered)
        leaves = [
            {"shelf": shelf, "number": number}
            for shelf, held in self.shelves.items()
            if not shelf.startswith("newest:")
            for number in range(1, held // PAGE)
        ]
        _insert("content_leaf", leaves)

    def _page(self, pk: int, draft: Draft) -> dict[str, Any]:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Page

        from communique.sections.articles.models import ArticlePage

        return _unsaid(Page) | {
            "id": pk,
            "path": ArticlePage._get_path(self.section.path, self.section.depth + 1, draft.number + 1),
            "depth": self.section.depth + 1,
            "title": draft.title,
            "draft_title": draft.title,
            "slug": draft.slug,
            "url_path": f"{self.section.url_path}{draft.slug}/",
            "live": True,
            "locale_id": self.section.locale_id,
            "content_type_id": ContentType.objects.get_for_model(ArticlePage).pk,
            "translation_key": UUID(int=draft.number + (1 << 64)).hex,
            "first_published_at": _stored(draft),
            "last_published_at": _stored(draft),
        }

    def _article(self, pk: int, draft: Draft) -> dict[str, Any]:
        from communique.sections.articles.models import ArticlePage

        return _unsaid(ArticlePage) | {
            "page_ptr_id": pk,
            "language": "en",
            "kicker": "Research",
            "standfirst": draft.standfirst,
            "published": _stored(draft),
            "body": orjson.dumps(draft.blocks).decode(),
        }

    def _address(self, pk: int, draft: Draft) -> dict[str, Any]:
        address = f"{SECTION}{draft.slug}/"
        return {
            "address": address,
            "proposed": address,
            "state": "current",
            "target": "",
            "made": _stored(draft),
            "page_id": pk,
        }

    def _contributors(self, pk: int, draft: Draft) -> Iterable[dict[str, Any]]:
        for place, one in enumerate(draft.people):
            person = self.people[one]
            yield {"page_id": pk, "person_id": person, "role": "author", "affiliation": "", "sort_order": place}

    def _listings(self, pk: int, draft: Draft) -> Iterable[dict[str, Any]]:
        from communique.content import lists

        shelves = [lists.section(self.section.pk), lists.newest("articles.articlepage", "en")]
        shelves += [lists.topic(self.topics[one], "en") for one in draft.topics]
        shelves += [lists.person(self.people[one], "en") for one in draft.people]
        for shelf in shelves:
            self.shelves[shelf] = self.shelves.get(shelf, 0) + 1
            yield {
                "page_id": pk,
                "kind": "articles.articlepage",
                "shelf": shelf,
                "language": "en",
                "published": _stored(draft),
                "year": draft.published.year,
                "month": draft.published.year * 100 + draft.published.month,
            }


@cache
def _unsaid(model: Any) -> dict[str, Any]:
    """What the columns of a table hold when nobody says anything."""
    from django.db import connection

    return {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.local_concrete_fields
        if not field.primary_key
    }


def _stored(draft: Draft) -> str:
    """The moment as Django keeps it in SQLite."""
    return str(draft.published.replace(tzinfo=None))


def _insert(table: str, rows: Sequence[dict[str, Any]]) -> None:
    from django.db import connection

    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join(["%s"] * len(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', [tuple(row.values()) for row in rows])


def main() -> None:
    options = argparse.ArgumentParser(description="Make a site for measuring.")
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--events", type=int, default=0)
    options.add_argument("--media", type=int, default=0)
    chosen = options.parse_args()
    began = time.monotonic()
    make(chosen.folder, chosen.articles, chosen.events, chosen.media)
    entered = f"{chosen.articles} articles, {chosen.events} events, {chosen.media} pieces of coverage"
    print(f"{entered} in {chosen.folder}, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
