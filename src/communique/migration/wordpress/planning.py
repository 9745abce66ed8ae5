"""Planning: exports are read twice, once for what is in them and once for what becomes of it. Nothing is written."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from communique.text.sentences import Sentence, sentence

from . import people, references, secrecy
from .dates import Offsets, Zone, bulk_moments, moment
from .kinds import FURNITURE, PAGES
from .looking import remarks
from .permalinks import UNNUMBERED, OldSite, folder_of, pattern
from .plan import Plan
from .preparing import prepare
from .providers import host_of, origin_of
from .reading import Export
from .refusals import Refused
from .shapes import Author, Post, Record, Site, Term

Progress = Callable[[int, int], None]

TOPICS = ("category", "post_tag")
_COMMENTS = {"1": sentence("public"), "0": sentence("waiting for approval")}
_SPAM = sentence("spam or thrown away")
_ITSELF = sentence("the site itself").kept()
_IMAGE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_BUILDERS = {
    "_elementor_data": "Elementor",
    "_fl_builder_data": "Beaver Builder",
    "panels_data": "SiteOrigin",
    "_et_pb_use_builder": "Divi",
    "_wpb_vc_js_status": "WPBakery",
}


def make(exports: Sequence[Path], plan: Plan, now: datetime, progress: Progress = lambda done, of: None) -> None:
    """Read the exports of one site into a plan. Raises Refused, and then there is nothing to be done."""
    planner = _Planner(plan, now)
    total = sum(path.stat().st_size for path in exports if path.is_file())
    done = 0
    for path in exports:
        export = Export(path)
        for number, record in enumerate(export.records()):
            planner.take(record, path)
            if number % 50 == 0:
                progress(min(done + export.bytes_read, total), total)
        planner.mended.update(export.mended)
        done += path.stat().st_size
    progress(total, total)
    planner.settle()


class _Planner:
    def __init__(self, plan: Plan, now: datetime) -> None:
        self.plan = plan
        self.now = now
        self.base = ""
        self.old = OldSite("", frozenset())
        self.mended: Counter[Sentence] = Counter()
        self.offsets = Offsets()
        self.hosts: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.files = 0

    def take(self, record: Record, path: Path) -> None:
        """One record of an export."""
        if isinstance(record, Site):
            self._site(record, path)
        elif isinstance(record, Author):
            self.plan.add_author(record)
        elif isinstance(record, Term):
            self.plan.add_term(record)
        else:
            self._post(_numbered(record))

    def _site(self, site: Site, path: Path) -> None:
        self.files += 1
        if self.files > 1 and _same(site.base) != _same(self.base):
            raise Refused(
                f"{path.name} is of {site.base or 'another site'}, the file before it of {self.base}; import one site"
                " at a time."
            )
        if self.files == 1:
            self.base = site.base
            self.plan.tell("site", asdict(site))
        hosts = {host_of(address) for address in (site.link, site.base_site_url, site.base_blog_url)}
        self.old = OldSite(folder_of(self.base), self.old.hosts | frozenset(filter(None, hosts)))

    def _post(self, post: Post) -> None:
        if post.kind in PAGES and host_of(post.link):
            # Sites move: their links and their files may be on hosts that the head of the file doesn't name.
            self.hosts[host_of(post.link)] += 1
            self.old = replace(self.old, hosts=self.old.hosts | {host_of(post.link)})
        path = self.old.path(post.link) if post.link else None
        if not self.plan.add_post(post, path or ""):
            kept = self.plan.post(post.wordpress_id)
            if kept is None or _are_same(kept, post):
                self._again(kept, post, path or "")
                return
            said = sentence("has the number of “{title}”, and gets one of its own", title=kept.title)
            self.plan.problem("number", said, None)
            post = _numbered(replace(post, wordpress_id=0), besides=post.wordpress_id)
            if not self.plan.add_post(post, path or ""):
                return
        for comment in post.comments if post.kind in PAGES else ():
            self.plan.count("comment", _COMMENTS.get(comment.approved, _SPAM).kept(), 1, 0)
        if post.kind not in FURNITURE:
            self.offsets.add(post.date, post.date_gmt)
        self.origins[origin_of(post.link) or origin_of(post.guid)] += 1
        for address in (post.guid, post.attachment_url):
            if host_of(address):
                self.hosts[host_of(address)] += 1

    def _again(self, kept: Post | None, post: Post, path: str) -> None:
        """The same post once more, as split exports have it: where one copy is hidden, it counts as hidden."""
        hidden = kept is not None and secrecy.is_open(kept) and not secrecy.is_open(post)
        if hidden:
            self.plan.replace_post(post, path)
        if post.kind in PAGES:
            said = (
                sentence("is in the export twice; the hidden one is taken")
                if hidden
                else sentence("is in the export twice; the first is taken")
            )
            self.plan.problem("twice", said, post.wordpress_id)

    def settle(self) -> None:
        """Everything has been read: decide what becomes of it."""
        plan = self.plan
        if not self.base:
            self._name_site()
        zones = self.offsets.zones()
        plan.tell("zones", zones)
        plan.tell("hosts", sorted(self.old.hosts | {host for host, number in self.hosts.items() if number > 1}))
        plan.tell("folder", self.old.folder)
        plan.tell("mended", {what.kept(): number for what, number in self.mended.items()})
        plan.tell("bulk", sorted(each.isoformat() for each in self._bulk(Zone(zones[0]))))
        kinds: Counter[str] = Counter()
        patterns: Counter[str] = Counter()
        for (number,) in plan.rows("SELECT id FROM post ORDER BY place"):
            post = plan.post(number)
            if post is not None:
                self._settle(post, Zone(zones[0]), kinds, patterns)
        plan.tell("permalinks", patterns.most_common(5))
        self._people()
        self._terms()
        references.judge(plan)

    def _name_site(self) -> None:
        """A head without addresses: the site is known by where its posts stood, since another may use their numbers."""
        del self.origins[""]
        if self.origins:
            ((origin, _),) = self.origins.most_common(1)
            self.plan.tell("site", {**asdict(self.plan.site), "link": origin})

    def _bulk(self, zone: Zone) -> set[datetime]:
        changed = [
            moment(post.modified, post.modified_gmt, zone) for kind in sorted(PAGES) for post in self.plan.posts(kind)
        ]
        return bulk_moments(each for each in changed if each is not None)

    def _settle(self, post: Post, zone: Zone, kinds: Counter[str], patterns: Counter[str]) -> None:
        plan = self.plan
        fate = secrecy.fate(post, zone, self.now)
        plan.settle([(post.wordpress_id, fate)])
        if fate.state in {"left out", "attached", "kept"}:
            return
        for term in post.terms:
            plan.use_term(term)
        path = self.old.path(post.link) if post.link else None
        if post.kind == "post" and path:
            patterns[pattern(post, path)] += 1
        if not post.title.strip():
            plan.problem("no title", sentence("has no title"), post.wordpress_id)
        if fate.state == "live":
            for linked in references.within(post.content, self.old):
                plan.link(linked, post.wordpress_id)
        self._text(post)

    def _text(self, post: Post) -> None:
        for what, said in remarks(post.content):
            self.plan.problem(what, said, post.wordpress_id)
        prepared = prepare(post.content)
        for name, number in prepared.shortcodes.items():
            self.plan.count("shortcode", name, number, post.wordpress_id)
        for name, number in prepared.blocks.items():
            self.plan.count("block", name, number, post.wordpress_id)
        for address in _IMAGE.findall(post.content):
            self.plan.count("picture host", host_of(address) or _ITSELF, 1, post.wordpress_id)
        for key, builder in _BUILDERS.items():
            if post.meta_value(key) not in {"", "off"}:
                self.plan.count("builder", builder, 1, post.wordpress_id)

    def _people(self) -> None:
        guests = list(self.plan.posts("guest-author"))
        known = people.known(self.plan.authors(), guests)
        self.plan.tell("people", {login: _shown(person) for login, person in known.items()})

    def _terms(self) -> None:
        left_out: Counter[str] = Counter()
        for taxonomy, _, _, number in self.plan.terms_used():
            if taxonomy not in TOPICS:
                left_out[taxonomy] += number
        self.plan.tell("taxonomies left out", dict(left_out))


def _shown(person: people.Byline) -> dict[str, object]:
    return {
        "login": person.login,
        "name": person.name,
        "email": person.email,
        "biography": person.biography,
        "wordpress_id": person.wordpress_id,
    }


def _numbered(post: Post, besides: int = 0) -> Post:
    """A post without a number gets one from its own address, the same every time."""
    if post.wordpress_id:
        return post
    named = f"{besides or ''}{post.guid or post.link or post.title}"
    return replace(post, wordpress_id=UNNUMBERED + zlib.crc32(named.encode()))


def _are_same(kept: Post, post: Post) -> bool:
    """Whether two posts of one number are one; hand-made exports have used a number twice."""
    return (kept.kind, kept.guid or kept.link or kept.title) == (post.kind, post.guid or post.link or post.title)


def _same(base: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", base.lower()).rstrip("/")
