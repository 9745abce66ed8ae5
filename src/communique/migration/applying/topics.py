"""Topics: categories and tags, each below the one it stood below."""

from __future__ import annotations

from django.db import transaction

from communique.content.models import Topic
from communique.migration.wordpress.plan import Plan
from communique.migration.wordpress.planning import TOPICS
from communique.migration.wordpress.shapes import Term
from communique.text import sanitise, slugs
from communique.text.plain import text_of

from .register import Kind, Register

# WordPress files under this what nobody filed.
UNFILED = frozenset({"uncategorized", "uncategorised"})

TermKey = tuple[str, str]


def bring(plan: Plan, register: Register) -> dict[TermKey, int]:
    """The topics of all that is brought, by taxonomy and slug, with those above them."""
    return _Topics(plan, register).all()


class _Topics:
    def __init__(self, plan: Plan, register: Register) -> None:
        self.plan = plan
        self.register = register
        self.declared = {(term.taxonomy, term.slug): term for term in plan.terms(*TOPICS)}
        self.found: dict[TermKey, int] = {}
        self.taken = set(Topic.objects.values_list("slug", flat=True))

    def all(self) -> dict[TermKey, int]:
        with transaction.atomic():
            for taxonomy, slug, name, _ in self.plan.terms_used():
                if taxonomy in TOPICS and slug not in UNFILED:
                    self._one(Term(taxonomy, slug, name), frozenset())
        return self.found

    def _one(self, used: Term, below: frozenset[TermKey]) -> int | None:
        key = (used.taxonomy, used.slug)
        if key in self.found or key in below:
            return self.found.get(key)
        row = self.register.find(Kind.TERM, f"{used.taxonomy}:{used.slug}")
        if row is None:
            term = self.declared.get(key, used)
            parent = self._one(Term(used.taxonomy, term.parent, term.parent), below | {key}) if term.parent else None
            row = self.register.add(
                Kind.TERM, f"{used.taxonomy}:{used.slug}", topic_id=self._same(term) or self._new(term, parent)
            )
        if row.topic_id is not None:
            self.found[key] = row.topic_id
        return row.topic_id

    def _same(self, term: Term) -> int | None:
        """A tag that says what a category says is one topic with it."""
        if term.taxonomy != "post_tag":
            return None
        twin = self.declared.get(("category", term.slug))
        if twin is None or twin.name.casefold() != term.name.casefold():
            return None
        return self.found.get(("category", term.slug))

    def _new(self, term: Term, parent: int | None) -> int:
        title = text_of(term.name)[:255] or slugs.decoded(term.slug)[:255]
        wished = slugs.slug(slugs.decoded(term.slug) or title, fallback="topic")
        slug = slugs.free(wished, self.taken)
        self.taken.add(slug)
        description = sanitise.rich_text(term.description).strip()
        if description and not description.startswith("<p"):
            description = f"<p>{description}</p>"
        made = Topic(title=title, slug=slug, parent_id=parent, description=description)
        made.save()
        return int(made.pk)
