"""Texts: every page gets what was in its post, converted, with the revision that editors go on from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from wagtail.models import Page, ReferenceIndex, Revision

from communique.content import lists
from communique.content.models import BasePage, HomePage, PlainPage, Topic
from communique.migration.models import Imported, NotBrought, Original
from communique.migration.wordpress import people
from communique.migration.wordpress.conversion import Converted, Surroundings, convert, footnotes, pictures
from communique.migration.wordpress.dates import Zone, moment, updated
from communique.migration.wordpress.kinds import REUSED
from communique.migration.wordpress.people import Byline
from communique.migration.wordpress.plan import Plan, Planned
from communique.migration.wordpress.shapes import Post
from communique.sections.articles.models import ArticlePage, Contributor
from communique.text.plain import text_of

from .columns import overwrite
from .former_site import Links
from .library import Library
from .originals import packed
from .pages import BATCH, STATES, Grounds, Progress, title
from .register import Kind, Register, state_of
from .topics import TermKey

KINDS: tuple[type[BasePage], ...] = (ArticlePage, PlainPage, HomePage)

Filed: Any = ArticlePage.topics.through

_PAGE_COLUMNS = (
    *("title", "draft_title", "first_published_at", "last_published_at", "go_live_at", "latest_revision"),
    *("latest_revision_created_at", "live_revision"),
)


@dataclass
class Told:
    """What became of the posts of the export."""

    brought: int = 0
    updated: int = 0
    completed: int = 0
    unchanged: int = 0
    conflicts: list[tuple[int, str]] = field(default_factory=list)
    deleted_here: int = 0
    pictures_missing: set[str] = field(default_factory=set)


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


@dataclass
class _Text:
    """A post on its way into its page."""

    post: Post
    row: Imported
    page: BasePage
    found: Converted
    revision: Revision | None = None


class _Writer:
    def __init__(self, desk: Desk, told: Told) -> None:
        self.desk = desk
        self.told = told
        self.bulk = desk.bulk
        known = desk.plan.told("people", {})
        self.subjects = Topic.objects.in_bulk(set(desk.topics.values()))
        self.known = {login: Byline(**person) for login, person in known.items()}
        self.waiting = self._without_their_pictures() if desk.library.uploads else frozenset()

    @transaction.atomic
    def batch(self, planned: Sequence[Planned]) -> None:
        """A hundred texts: all are converted, then all are written."""
        register = self.desk.register
        due = [(each, row) for each in planned if (row := self._due(each)) is not None]
        numbers = [row.page_id for _, row in due if row.page_id]
        found: dict[int, BasePage] = {}
        for kind in KINDS:
            found.update(kind.objects.in_bulk(numbers))
        written = [
            text
            for each, row in due
            if row.page_id in found and (text := self._converted(each, row, found[row.page_id])) is not None
        ]
        self._credit([text for text in written if isinstance(text.page, ArticlePage)])
        self._keep(written)
        self._revise(written)
        register.keep_states([text.row for text in written])
        self._keep_beside(written)
        for text in written:
            ReferenceIndex.create_or_update_for_object(text.page)
            if text.page.live:
                lists.file(text.page)

    def _due(self, planned: Planned) -> Imported | None:
        row = self.desk.register.find(Kind.POST, planned.wordpress_id)
        if row is None:
            return None
        if row.page_id is None:
            self.told.deleted_here += 1
            return None
        if row.source == planned.digest and row.pk not in self.waiting:
            self.told.unchanged += 1
            return None
        return row

    def _without_their_pictures(self) -> frozenset[int]:
        """What was brought when files were missing: they may be among the uploads by now."""
        missed = NotBrought.objects.filter(imported__base=self.desk.register.base, name__in=pictures.NAMES)
        return frozenset([*missed.values_list("imported_id", flat=True), *self._without_their_lead()])

    def _without_their_lead(self) -> Iterator[int]:
        unled = set(ArticlePage.objects.filter(lead_picture=None).values_list("pk", flat=True))
        for (number,) in self.desk.plan.rows("SELECT id FROM post WHERE lead"):
            row = self.desk.register.find(Kind.POST, number)
            if row is not None and row.page_id in unled:
                yield row.pk

    def _converted(self, planned: Planned, row: Imported, page: BasePage) -> _Text | None:
        post = self.desk.plan.post(planned.wordpress_id)
        if post is None:
            return None
        same = row.source == planned.digest
        if self._is_kept_here(planned, row, page):
            if same:
                self.told.unchanged += 1
            elif planned.state == "live" or not isinstance(page, HomePage):
                self.told.conflicts.append((post.wordpress_id, post.title))
            return None
        public = planned.state == "live"
        lead = self.desk.library.attachment(post.lead, public=public)
        found = self._convert(post, public)
        if same and not self._gained(page, lead, found):
            self.told.unchanged += 1
            return None
        self.told.pictures_missing.update(found.pictures_missing)
        self._fill(page, post, lead, found)
        page.go_live_at = moment(post.date, post.date_gmt, self.desk.zone) if planned.state == "scheduled" else None
        if not row.source:
            self.told.brought += 1
        elif same:
            self.told.completed += 1
        else:
            self.told.updated += 1
        row.source = planned.digest
        return _Text(post, row, page, found)

    def _is_kept_here(self, planned: Planned, row: Imported, page: BasePage) -> bool:
        """Whether a page is left as it is: an editor changed it here, or published here what is hidden there."""
        if page.live and planned.state != "live":
            return True
        return bool(row.source) and state_of(page.latest_revision) != row.written

    def _gained(self, page: BasePage, lead: int | None, found: Converted) -> bool:
        """Whether a text that is the same there shows more pictures here than before."""
        if lead is not None and isinstance(page, ArticlePage) and page.lead_picture_id is None:
            return True
        body: Any = page.body
        return pictures.shown(found.body) > pictures.shown(body.raw_data)

    def _convert(self, post: Post, public: bool) -> Converted:
        desk = self.desk
        return convert(
            post.content,
            Surroundings(
                link=desk.links,
                picture=partial(desk.library.find, public=public),
                gallery=lambda chosen, excluded: desk.library.attached(post, chosen, excluded),
                reusable=self._reusable,
                footnotes=footnotes.read(post.meta_value("footnotes")),
                key=f"{desk.register.base} {post.wordpress_id}",
            ),
        )

    def _reusable(self, number: int) -> str | None:
        found = self.desk.plan.post(number)
        shown = found is not None and found.kind == REUSED and found.status == "publish" and not found.has_password
        return found.content if found is not None and shown else None

    # A page's fields

    def _fill(self, page: BasePage, post: Post, lead: int | None, found: Converted) -> None:
        body: Any = found.body  # the field turns a list into its own kind of value
        if isinstance(page, HomePage):
            # The home is ours: its title and dates stay, the text of the former front page is put into it.
            page.body = body
            return
        published = moment(post.date, post.date_gmt, self.desk.zone)
        modified = moment(post.modified, post.modified_gmt, self.desk.zone)
        page.title = page.draft_title = title(post)
        page.language = self.desk.ground.language_of(post)
        page.first_published_at = published
        page.last_published_at = modified or published
        if isinstance(page, PlainPage):
            page.standfirst, page.body = text_of(post.excerpt), body
        elif isinstance(page, ArticlePage):
            page.standfirst, page.body = text_of(post.excerpt), body
            page.published = published
            page.updated = updated(published, modified, self.bulk)
            page.guid = post.guid[:500]
            page.lead_picture_id = lead

    def _credit(self, texts: Sequence[_Text]) -> None:
        """Contributors and topics: what stood there before goes."""
        before = [text.page.pk for text in texts]
        Contributor.objects.filter(page_id__in=before).delete()
        Filed.objects.filter(articlepage_id__in=before).delete()
        contributors: list[Contributor] = []
        filed: list[Any] = []
        for text in texts:
            page, post = text.page, text.post
            named = (self.desk.people.get(each.login) for each in people.byline(post, self.known))
            own = [
                Contributor(page_id=page.pk, person_id=person, sort_order=place)
                for place, person in enumerate(dict.fromkeys(filter(None, named)))
            ]
            terms = (self.desk.topics.get((term.taxonomy, term.slug)) for term in post.terms)
            about = list(dict.fromkeys(filter(None, terms)))
            contributors += own
            filed += [Filed(articlepage_id=page.pk, topic_id=topic) for topic in about]
            # The page holds them in memory, so that its revision and its lists needn't ask for them.
            page.contributors = own
            page.topics = [self.subjects[topic] for topic in about]
        Contributor.objects.bulk_create(contributors)
        Filed.objects.bulk_create(filed)

    def _keep(self, texts: Sequence[_Text]) -> None:
        """Write the pages' own columns, past everything that saving would set in motion."""
        for kind in KINDS:
            columns = [field.name for field in kind._meta.local_concrete_fields if not field.primary_key]
            overwrite(kind, columns, [text.page for text in texts if isinstance(text.page, kind)])

    def _revise(self, texts: Sequence[_Text]) -> None:
        """The revision that editors go on from."""
        for text in texts:
            written = moment(text.post.modified, text.post.modified_gmt, self.desk.zone) or self.desk.now
            text.revision = Revision(
                content_object=text.page,
                base_content_type=text.page.get_base_content_type(),
                object_id=str(text.page.pk),
                object_str=str(text.page)[:255],
                created_at=min(written, self.desk.now),
                approved_go_live_at=text.page.go_live_at,
                content=text.page.serializable_data(),
            )
        # Revision.save() would look at all the others of its page, and there may be none.
        Revision.objects.bulk_create([text.revision for text in texts if text.revision])
        for text in texts:
            page, revision = text.page, text.revision
            page.latest_revision, page.latest_revision_created_at = revision, revision.created_at if revision else None
            if page.live:
                page.live_revision = revision
            text.row.written = state_of(revision)
        overwrite(Page, _PAGE_COLUMNS, [text.page for text in texts])

    def _keep_beside(self, texts: Sequence[_Text]) -> None:
        """What was there, word for word, and what of it isn't here yet."""
        again = [text.row.pk for text in texts]
        NotBrought.objects.filter(imported_id__in=again).delete()
        Original.objects.filter(imported_id__in=again).delete()
        NotBrought.objects.bulk_create(
            NotBrought(imported=text.row, name=name[:200], number=number)
            for text in texts
            for name, number in text.found.not_brought.items()
        )
        Original.objects.bulk_create(Original(imported=text.row, packed=packed(text.post)) for text in texts)
