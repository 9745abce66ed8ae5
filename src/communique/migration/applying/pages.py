"""Pages: every post that is brought gets its place in the tree, with nothing in it yet and seen by nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from communique.content import languages
from communique.content.models import BasePage, HomePage, PlainPage
from communique.migration.wordpress.plan import Plan, Planned
from communique.migration.wordpress.secrecy import State
from communique.migration.wordpress.shapes import Post
from communique.sections.articles.models import ArticlePage, ArticlesPage
from communique.text import slugs
from communique.text.plain import text_of

from .beds import Bed, plant
from .register import Kind, Register

BATCH = 100
STATES: tuple[State, ...] = ("live", "draft", "scheduled", "staff")

Progress = Callable[[str, int, int], None]


class NoHome(RuntimeError):
    """The site has no home page to bring anything below."""

    exit_code = 2


@dataclass(frozen=True)
class Grounds:
    """Where pages are planted: below the home of their language, articles in its section."""

    homes: dict[str, HomePage]
    sections: dict[str, ArticlesPage]
    language: str

    def language_of(self, post: Post) -> str:
        """The language of a post, if the site publishes in it; else the import's own."""
        stated = [term.slug for term in post.terms if term.taxonomy == "language"]
        for code in stated:
            primary = code.replace("_", "-").split("-")[0].lower()
            if primary in self.homes:
                return primary
        return self.language


def grounds(plan: Plan) -> Grounds:
    """Where this site has its homes and sections. Raises NoHome; a section that is missing is made."""
    homes = {home.language: home for home in HomePage.objects.order_by("-pk")}
    if languages.default() not in homes:
        raise NoHome("This site has no home page yet; make one at the desk, or begin with `communique new`.")
    primary = plan.site.language.replace("_", "-").split("-")[0].lower()
    language = primary if primary in homes else languages.default()
    sections = {section.language: section for section in ArticlesPage.objects.order_by("-pk")}
    for code, home in homes.items():
        if code not in sections:
            sections[code] = _section(home, code)
    return Grounds(homes, sections, language)


def _section(home: HomePage, language: str) -> ArticlesPage:
    section = ArticlesPage(title="Articles", language=language)  # its slug is "articles", or the next that is free
    home.add_child(instance=section)
    section.save_revision().publish()
    return section


def plant_all(plan: Plan, register: Register, ground: Grounds, progress: Progress) -> None:
    """Plant what has no page yet: parents before their children, a hundred in a transaction."""
    _take_home(plan, register, ground)
    new = [each for each in plan.planned(*STATES) if register.find(Kind.POST, each.wordpress_id) is None]
    articles = [each for each in new if each.kind == "post"]
    total = len(new)
    done = 0
    for level in (*_by_generation([each for each in new if each.kind == "page"]), articles):
        for at in range(0, len(level), BATCH):
            _plant(plan, register, ground, level[at : at + BATCH])
            done += len(level[at : at + BATCH])
            progress("Pages", done, total)


def _take_home(plan: Plan, register: Register, ground: Grounds) -> None:
    """The text that stood on the former site's front page stands on ours, unless ours has one of its own."""
    front = next((each for each in plan.planned("live", kind="page") if each.path == "/"), None)
    post = plan.post(front.wordpress_id) if front else None
    if post is None or register.find(Kind.POST, post.wordpress_id) is not None:
        return
    home = ground.homes[ground.language_of(post)]
    if home.live and not home.body and not home.has_unpublished_changes:
        register.add(Kind.POST, post.wordpress_id, page_id=home.pk)


def _by_generation(pages: Sequence[Planned]) -> Iterator[list[Planned]]:
    """Pages without a parent among these, then their children, and so on; rings are broken."""
    waiting = {page.wordpress_id: page for page in pages}
    while waiting:
        ready = [page for page in waiting.values() if page.parent not in waiting or page.parent == page.wordpress_id]
        ready = ready or list(waiting.values())[:1]
        for page in ready:
            del waiting[page.wordpress_id]
        yield ready


@transaction.atomic
def _plant(plan: Plan, register: Register, ground: Grounds, batch: Sequence[Planned]) -> None:
    beds: dict[int, Bed] = {}
    made: list[tuple[Planned, BasePage]] = []
    for planned in batch:
        post = plan.post(planned.wordpress_id)
        if post is None:
            continue
        parent = _parent(planned, post, register, plan, ground)
        bed = beds.get(parent.pk) or beds.setdefault(parent.pk, Bed(parent))
        page = _page(post, ground)
        bed.settle(page, _slug(post))
        made.append((planned, page))
    for kind in (ArticlePage, PlainPage):
        plant([page for _, page in made if isinstance(page, kind)])
    for bed in beds.values():
        bed.close()
    _hide([page for planned, page in made if planned.state == "staff"])
    register.add_many(register.new(Kind.POST, planned.wordpress_id, page_id=page.pk) for planned, page in made)


def _page(post: Post, ground: Grounds) -> BasePage:
    kind = ArticlePage if post.kind == "post" else PlainPage
    return kind(title=title(post), language=ground.language_of(post))


def title(post: Post) -> str:
    """A title for every post: some have none."""
    return text_of(post.title)[:255] or f"Untitled ({post.date[:10] or post.wordpress_id})"


def _slug(post: Post) -> str:
    own = slugs.slug(slugs.decoded(post.slug))
    return own or slugs.slug(text_of(post.title)) or f"post-{post.wordpress_id}"


def _parent(planned: Planned, post: Post, register: Register, plan: Plan, ground: Grounds) -> Page:
    """Articles stand in their section; pages below the nearest page that is as public as they are."""
    language = ground.language_of(post)
    if post.kind == "post":
        return ground.sections[language]
    above = post.parent
    seen = {post.wordpress_id}
    while above and above not in seen:
        seen.add(above)
        row = register.find(Kind.POST, above)
        parent = plan.post(above)
        states = plan.rows("SELECT state FROM post WHERE id = ?", (above,))
        if row and row.page_id and states and (states[0][0] == "live" or states[0][0] == planned.state):
            return Page.objects.get(pk=row.page_id)
        above = parent.parent if parent else 0
    return ground.homes[language]


def _hide(pages: Sequence[BasePage]) -> None:
    """Even published by mistake, what only staff might see stays with staff."""
    from django.contrib.auth.models import Group

    staff = list(Group.objects.filter(permissions__codename="access_admin").distinct())
    for page in pages:
        restriction = PageViewRestriction.objects.create(page_id=page.pk, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.set(staff)
