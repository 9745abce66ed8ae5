"""Texts: every page gets what was in its post, converted, with the revision that editors go on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from django.db import transaction
from wagtail.models import Page, Revision

from communique.content import lists
from communique.content.models import BasePage, PlainPage
from communique.migration.models import Imported, NotBrought, Original
from communique.migration.wordpress import people
from communique.migration.wordpress.conversion import Converted, Surroundings, convert
from communique.migration.wordpress.dates import Zone, moment, updated
from communique.migration.wordpress.kinds import REUSED
from communique.migration.wordpress.people import Byline
from communique.migration.wordpress.plan import Plan, Planned
from communique.migration.wordpress.shapes import Post
from communique.sections.articles.models import ArticlePage, Contributor
from communique.text.plain import text_of

from .former_site import Links
from .library import Library
from .pages import BATCH, STATES, Grounds, Progress, title
from .register import Kind, Register, state_of
from .topics import TermKey

Topics = ArticlePage.topics.through


@dataclass
class Told:
    """What became of the posts of the export."""

    brought: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: list[tuple[int, str]] = field(default_factory=list)
    deleted_here: int = 0
    pictures_missing: int = 0


@dataclass(frozen=True)
class Desk:
    """All that is needed to write a text."""

    plan: Plan
    register: Register
    ground: Grounds
    library: Library
    links: Links
    people: dict[str, int]
    topics: dict[TermKey, int]
    zone: Zone
    now: datetime

    @property
    def bulk(self) -> set[datetime]:
        """The minutes at which a machine changed many posts."""
        return {datetime.fromisoformat(each) for each in self.plan.told("bulk", [])}


def write_all(desk: Desk, progress: Progress) -> Told:
    """Write what is new or has changed there; what was changed here stays as it is."""
    told = Told()
    writer = _Writer(desk, told)
    planned = desk.plan.planned(*STATES)
    for at in range(0, len(planned), BATCH):
        writer.batch(planned[at : at + BATCH])
        progress("Texts", min(at + BATCH, len(planned)), len(planned))
    return told


class _Writer:
    def __init__(self, desk: Desk, told: Told) -> None:
        self.desk = desk
        self.told = told
        self.bulk = desk.bulk
        known = desk.plan.told("people", {})
        self.known = {login: Byline(**person) for login, person in known.items()}

    @transaction.atomic
    def batch(self, planned: Sequence[Planned]) -> None:
        rows = {each.wordpress_id: self.desk.register.find(Kind.POST, each.wordpress_id) for each in planned}
        changed = [each for each in planned if self._is_due(each, rows[each.wordpress_id])]
        numbers = [row.page_id for each in changed if (row := rows[each.wordpress_id]) and row.page_id]
        articles: dict[int, BasePage] = {**ArticlePage.objects.in_bulk(numbers)}
        pages: dict[int, BasePage] = {**articles, **PlainPage.objects.in_bulk(numbers)}
        for each in changed:
            row = rows[each.wordpress_id]
            page = pages.get(row.page_id) if row and row.page_id else None
            post = self.desk.plan.post(each.wordpress_id)
            if row is not None and page is not None and post is not None:
                self._write(each, post, row, page)

    def _is_due(self, planned: Planned, row: Imported | None) -> bool:
        if row is None:
            return False
        if row.page_id is None:
            self.told.deleted_here += 1
            return False
        if row.source == planned.digest:
            self.told.unchanged += 1
            return False
        return True

    def _write(self, planned: Planned, post: Post, row: Imported, page: BasePage) -> None:
        first = not row.source
        if not first and state_of(page.latest_revision) != row.written:
            self.told.conflicts.append((post.wordpress_id, post.title))
            return
        found = self._convert(post)
        self.told.pictures_missing += len(found.pictures_missing)
        self._fill(page, post, found)
        page.go_live_at = moment(post.date, post.date_gmt, self.desk.zone) if planned.state == "scheduled" else None
        self._keep(page)
        revision = self._revise(page, post)
        self._keep_row(row, planned, post, found, revision)
        if first:
            self.told.brought += 1
        else:
            self.told.updated += 1
            if page.live:
                lists.file(page)

    def _convert(self, post: Post) -> Converted:
        desk = self.desk
        return convert(
            post.content,
            Surroundings(
                link=desk.links,
                picture=desk.library.find,
                gallery=lambda chosen, excluded: desk.library.attached(post, chosen, excluded),
                reusable=self._reusable,
                footnotes=_footnotes(post),
                key=f"{desk.register.base} {post.wordpress_id}",
            ),
        )

    def _reusable(self, number: int) -> str | None:
        found = self.desk.plan.post(number)
        shown = found is not None and found.kind == REUSED and found.status == "publish" and not found.has_password
        return found.content if found is not None and shown else None

    # A page's fields

    def _fill(self, page: BasePage, post: Post, found: Converted) -> None:
        published = moment(post.date, post.date_gmt, self.desk.zone)
        modified = moment(post.modified, post.modified_gmt, self.desk.zone)
        page.title = page.draft_title = title(post)
        page.language = self.desk.ground.language_of(post)
        page.first_published_at = published
        page.last_published_at = modified or published
        standfirst = text_of(post.excerpt)
        body: Any = found.body  # the field turns a list into its own kind of value
        if isinstance(page, ArticlePage):
            page.standfirst, page.body = standfirst, body
            page.published = published
            page.updated = updated(published, modified, self.bulk)
            page.guid = post.guid[:500]
            page.lead_picture_id = self.desk.library.attachment(_number(post.meta_value("_thumbnail_id")))
            self._credit(page, post)
        elif isinstance(page, PlainPage):
            page.standfirst, page.body = standfirst, body

    def _credit(self, page: ArticlePage, post: Post) -> None:
        """Contributors and topics: what stood there before goes."""
        Contributor.objects.filter(page_id=page.pk).delete()
        named = [self.desk.people.get(each.login) for each in people.byline(post, self.known)]
        contributors = [
            Contributor(page_id=page.pk, person_id=person, sort_order=place)
            for place, person in enumerate(dict.fromkeys(number for number in named if number))
        ]
        page.contributors = Contributor.objects.bulk_create(contributors)
        wanted = dict.fromkeys(
            topic for term in post.terms if (topic := self.desk.topics.get((term.taxonomy, term.slug))) is not None
        )
        Topics.objects.filter(articlepage_id=page.pk).delete()
        Topics.objects.bulk_create([Topics(articlepage_id=page.pk, topic_id=topic) for topic in wanted])
        if hasattr(page, "_cluster_related_objects"):
            page._cluster_related_objects.pop("topics", None)

    def _keep(self, page: BasePage) -> None:
        """Write the page's own columns, past everything that saving would set in motion."""
        own = {field.attname: getattr(page, field.attname) for field in page._meta.local_concrete_fields}
        own.pop("page_ptr_id")
        type(page)._base_manager.filter(pk=page.pk).update(**own)

    def _revise(self, page: BasePage, post: Post) -> Revision:
        written = moment(post.modified, post.modified_gmt, self.desk.zone) or self.desk.now
        revision = Revision(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            object_id=str(page.pk),
            object_str=str(page)[:255],
            created_at=min(written, self.desk.now),
            approved_go_live_at=page.go_live_at,
            content=page.serializable_data(),
        )
        # Revision.save() looks at all the others of the page, and there may be none.
        Revision.objects.bulk_create([revision])
        Page.objects.filter(pk=page.pk).update(
            title=page.title,
            draft_title=page.title,
            first_published_at=page.first_published_at,
            last_published_at=page.last_published_at,
            go_live_at=page.go_live_at,
            latest_revision=revision,
            latest_revision_created_at=revision.created_at,
            **({"live_revision": revision} if page.live else {}),
        )
        page.latest_revision = revision
        return revision

    def _keep_row(self, row: Imported, planned: Planned, post: Post, found: Converted, revision: Revision) -> None:
        row.source, row.written = planned.digest, state_of(revision)
        row.save(update_fields=["source", "written", "brought"])
        NotBrought.objects.filter(imported=row).delete()
        NotBrought.objects.bulk_create(
            NotBrought(imported=row, name=name[:200], number=number) for name, number in found.not_brought.items()
        )
        held = {"content": post.content, "excerpt": post.excerpt, "meta": [[m.key, m.value] for m in post.meta]}
        Original.objects.update_or_create(imported=row, defaults={"packed": Original.pack(held)})


def _footnotes(post: Post) -> tuple[str, ...]:
    written = post.meta_value("footnotes")
    try:
        notes: Any = orjson.loads(written) if written else []
    except orjson.JSONDecodeError:
        return ()
    return (
        tuple(str(note.get("content", "")) for note in notes if isinstance(note, dict))
        if isinstance(notes, list)
        else ()
    )


def _number(written: str) -> int:
    digits = written.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else 0
