"""Applying a plan from beginning to end. Stopped anywhere and begun again, it comes to the same end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from communique.content.models import Listing
from communique.migration.models import Imported, ImportRun
from communique.migration.wordpress.dates import Zone
from communique.migration.wordpress.plan import Plan
from communique.migration.wordpress.report import Section
from communique.publishing import bell
from communique.publishing.models import Address
from communique.text.sentences import Sentence, sentence

from . import former_site, old_addresses, people, publication, texts, topics
from .former_site import Links
from .library import Library
from .old_addresses import Addresses
from .originals import keep_others
from .pages import grounds, plant_all
from .register import Kind, Register
from .texts import Desk, Told

Progress = Callable[[str, int, int], None]


def _silent(what: str, done: int, of: int) -> None:
    return None


@dataclass
class Done:
    """What an import did."""

    told: Told
    published: int = 0
    run: ImportRun | None = None
    hidden: list[tuple[int, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    people: int = 0
    topics: int = 0
    pictures: int = 0
    pictures_refused: dict[str, Sentence] = field(default_factory=dict)
    addresses_kept: int = 0
    addresses_moved: list[tuple[str, str]] = field(default_factory=list)
    redirects: int = 0
    not_brought: list[tuple[str, int]] = field(default_factory=list)

    def sections(self) -> tuple[Section, ...]:
        """For the report."""
        told, number, title = self.told, sentence("number"), sentence("title")
        rows = [
            (sentence("brought in"), told.brought),
            (sentence("updated"), told.updated),
            (sentence("completed with pictures"), told.completed),
            (sentence("already here"), told.unchanged),
            (sentence("deleted here since"), told.deleted_here),
            (sentence("made public"), self.published),
            (sentence("people"), self.people),
            (sentence("topics"), self.topics),
            (sentence("pictures"), self.pictures),
            (sentence("pictures whose file is missing"), len(told.pictures_missing)),
            (sentence("addresses kept"), self.addresses_kept),
            (sentence("redirects"), self.redirects),
        ]
        return (
            Section(sentence("What was done"), (sentence("what"), number), rows),
            Section(sentence("Not brought yet, by name"), (sentence("name"), number), list(self.not_brought)),
            Section(sentence("Changed there and here: left as it is here"), (number, title), list(told.conflicts)),
            Section(sentence("Hidden there since: taken down here"), (number, title), list(self.hidden)),
            Section(sentence("No longer in the export: kept here"), (number,), [(key,) for key in self.gone]),
            Section(
                sentence("Addresses that had to change"),
                (sentence("before"), sentence("now")),
                self.addresses_moved,
            ),
            Section(
                sentence("Files that were not taken"),
                (sentence("file"), sentence("why")),
                list(self.pictures_refused.items()),
            ),
        )


def apply(plan: Plan, exports: list[str], uploads: Path | None = None, progress: Progress = _silent) -> Done:
    """Bring in what the plan says, and make it public at the end, all at once."""
    run = ImportRun.objects.create(base=plan.site.base[:500], exports="\n".join(exports))
    with disable_reference_index_auto_update():
        done = _Applying(plan, uploads, progress).all()
    if done.published or done.told.updated or done.told.completed or done.redirects:
        bell.ring()
    done.run = run
    run.counts = {what.english: number for what, number in done.sections()[0].rows}
    run.ended = timezone.now()
    run.save()
    return done


class _Applying:
    def __init__(self, plan: Plan, uploads: Path | None, progress: Progress) -> None:
        self.plan = plan
        self.progress = progress
        self.register = Register(plan.site.base)
        self.old = former_site.of_plan(plan)
        self.ground = grounds(plan)
        self.library = Library(plan, self.register, self.old, uploads)

    def all(self) -> Done:
        hidden = publication.hide(self.plan, self.register)
        named = people.bring(self.plan, self.register)
        about = topics.bring(self.plan, self.register)
        plant_all(self.plan, self.register, self.ground, self.progress)
        links = Links(self.plan, self.old, self.register.pages(), self.ground.homes[self.ground.language].pk)
        links.archives = {
            path.rstrip("/").casefold(): target
            for path, target in former_site.archives(self.plan, about, self.ground.language).items()
        }
        zone = Zone(self.plan.told("zones", ["UTC"])[0])
        now = datetime.now(UTC)
        desk = Desk(self.plan, self.register, self.ground, self.library, links, named, about, zone, now)
        told = texts.write_all(desk, self.progress)
        pictures = self.library.bring_all(self.progress)
        keep_others(self.plan, self.register)
        made = Addresses(self.plan, self.old)
        published = publication.publish(self.plan, self.register, made)
        redirects = self._redirects(made, named, about)
        return Done(
            told,
            published,
            hidden=hidden,
            gone=self._gone(),
            people=len(named),
            topics=len(set(about.values())),
            pictures=pictures,
            pictures_refused=self.library.refused,
            addresses_kept=made.kept,
            addresses_moved=made.moved,
            redirects=redirects,
            not_brought=_not_brought(self.register.base),
        )

    @transaction.atomic
    def _redirects(self, made: Addresses, named: dict[str, int], about: dict[topics.TermKey, int]) -> int:
        """What led to lists, feeds and pictures there, where there is something public to lead to here."""
        language = self.ground.language
        section = made.standing.get(self.ground.sections[language].pk, "/")
        home = made.standing.get(self.ground.homes[language].pk, "/")
        posts = self.plan.rows("SELECT COUNT(*) FROM post WHERE kind = 'post' AND state = 'live'")[0][0]
        listed = set(Listing.objects.values_list("shelf", flat=True).distinct())
        shown = {key: topic for key, topic in about.items() if f"topic:{topic}:{language}" in listed}
        authors = {login: person for login, person in named.items() if f"person:{person}:{language}" in listed}
        terms = former_site.archives(self.plan, shown, language)
        numbers = {
            f"/{_ARCHIVE[taxonomy]}/{slug}/": number
            for taxonomy, slug, _, number in self.plan.terms_used()
            if taxonomy in _ARCHIVE
        }
        unfiled = [(f"/category/{slug}/", section) for slug in topics.UNFILED]
        pairs = [
            *old_addresses.archives(terms, numbers),
            *unfiled,
            *((f"{path}feed/", target) for path, target in unfiled),
            *old_addresses.people(self.plan, authors, language),
            *old_addresses.dates(self.plan, section),
            *old_addresses.site_wide(home, section, posts),
            *old_addresses.attachments(self.plan, self.old, made.standing, self._public_pages()),
        ]
        number = made.lead(pairs)
        return number + made.lead(((address, "") for address in old_addresses.GONE), Address.State.GONE)

    def _public_pages(self) -> dict[int, int]:
        pages = self.register.pages()
        live = set(Page.objects.filter(pk__in=pages.values(), live=True).values_list("pk", flat=True))
        return {number: page for number, page in pages.items() if page in live}

    def _gone(self) -> list[str]:
        """What came in an earlier import and is not in these files; it stays."""
        there = {str(number) for (number,) in self.plan.rows("SELECT id FROM post")}
        return sorted(key for key, row in self.register.of_kind(Kind.POST).items() if key not in there and row.page_id)


_ARCHIVE = {"category": "category", "post_tag": "tag"}


def _not_brought(base: str) -> list[tuple[str, int]]:
    from django.db.models import Sum

    rows = Imported.objects.filter(base=base, not_brought__isnull=False).values_list("not_brought__name")
    return list(rows.annotate(number=Sum("not_brought__number")).order_by("-number", "not_brought__name"))
