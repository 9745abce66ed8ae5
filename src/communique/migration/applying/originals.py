"""Originals: what the former system held, word for word; of pages, and of what nothing here could become yet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from communique.migration.models import Imported, NotBrought, Original
from communique.migration.wordpress.plan import Plan, Planned
from communique.migration.wordpress.shapes import Post
from communique.text.plain import text_of

from .register import Kind, Register

_TOGETHER = 200


def packed(post: Post) -> bytes:
    """What a post held, as it is stored."""
    meta = [[meta.key, meta.value] for meta in post.meta]
    return Original.pack({"content": post.content, "excerpt": post.excerpt, "meta": meta})


def keep_others(plan: Plan, register: Register) -> int:
    """Keep what can't become a page yet (events, products) for editors. Tells how many things were new or changed."""
    due = []
    for planned in plan.planned("kept"):
        row = register.find(Kind.OTHER, planned.wordpress_id)
        if row is None or row.source != planned.digest:
            due.append(planned)
    for at in range(0, len(due), _TOGETHER):
        _keep(plan, register, due[at : at + _TOGETHER])
    return len(due)


@transaction.atomic
def _keep(plan: Plan, register: Register, some: Sequence[Planned]) -> None:
    posts = [post for planned in some if (post := plan.post(planned.wordpress_id)) is not None]
    register.add_many(
        register.new(Kind.OTHER, post.wordpress_id)
        for post in posts
        if register.find(Kind.OTHER, post.wordpress_id) is None
    )
    digests = {planned.wordpress_id: planned.digest for planned in some}
    held = [(row, post) for post in posts if (row := register.find(Kind.OTHER, post.wordpress_id)) is not None]
    for row, post in held:
        row.source, row.title = digests[post.wordpress_id], text_of(post.title)[:255]
    Imported.objects.bulk_update([row for row, _ in held], ["source", "title"])
    again = [row.pk for row, _ in held]
    Original.objects.filter(imported_id__in=again).delete()
    NotBrought.objects.filter(imported_id__in=again).delete()
    Original.objects.bulk_create(Original(imported=row, packed=packed(post)) for row, post in held)
    NotBrought.objects.bulk_create(NotBrought(imported=row, name=post.kind[:200], number=1) for row, post in held)
