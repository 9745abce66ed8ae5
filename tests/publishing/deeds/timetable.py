"""What is planned, and what the clock does."""

from __future__ import annotations

from communique.content import timetable
from communique.content.models import Person
from communique.sections.articles.models import ArticlePage, Contributor
from tests.content.stories import block


def schedule(room):
    """Something that passes the checks before publishing, which the timetable keeps to."""
    article, person = room.one(ArticlePage), room.one(Person)
    if article and person:
        article.title = room.word()
        article.body = [block("paragraph", f"<p>{room.word()}</p>")]
        article.contributors = [Contributor(person=person)]
        article.lead_picture, article.expire_at, article.go_live_at = None, None, room.soon()
        article.save_revision(approved_go_live_at=article.go_live_at)


def publish_with_an_end(room):
    page = room.any_page()
    if page:
        page.go_live_at, page.expire_at = None, room.soon()
        page.save_revision().publish()


def keep_the_timetable(room):
    timetable.run_due(room.now)


DEEDS = (schedule, publish_with_an_end, keep_the_timetable, keep_the_timetable)
