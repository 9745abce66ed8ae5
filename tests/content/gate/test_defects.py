"""The defects that real sites of think tanks show, each tried by name: the gate catches it, or it can't come to be.

They are those in the head of the list of what communique must do. Rows A4, A5, B4, B5, C2, C7, I6, and the dates of I7.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from communique import themes
from communique.content.models import Listing, Organisation, Person
from communique.publishing import parts
from communique.publishing.rendering import Rendering
from communique.sections.articles.models import ArticlePage, ArticlesPage, ArticleType, Disclaimer
from tests.content.stories import article, block, copies, copy, heading, home, section

from .manuscript import sound, words

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode()


def publish(desk, *blocks, **fields):
    """What an editor reads after "Publish"."""
    page = sound(*blocks, **fields)
    page.save_revision()
    return text(desk.post(f"/desk/gate/{page.pk}/", follow=True)), ArticlePage.objects.get(pk=page.pk)


def test_i6_a_newsletter_form_shown_as_mc4wp_form(desk, form):
    person = Person.objects.create(name="Amina Rahman")
    filled = form("<p>Join us: [mc4wp_form id='12']</p>", people=[person], title="Ports", slug="ports")
    sent = {**filled, "standfirst": "Words.", "action-publish": "1"}
    told = text(desk.post(f"/desk/pages/add/articles/articlepage/{section().pk}/", sent, follow=True))
    assert "Not published" in told and "[mc4wp_form" in told and not ArticlePage.objects.get().live


def test_i6_a_contents_list_that_ends_with_the_disclaimer(desk):
    told, page = publish(desk, heading("Ports"), words(), heading("Disclaimer"), words("The author's own."))
    assert "would stand in the contents list" in told and not page.live


def test_i6_the_disclaimer_of_a_type_stands_after_the_text_and_in_no_contents_list():
    kind = ArticleType.objects.create(name="Opinion")
    Disclaimer.objects.create(article_type=kind, language="en", text="<h2>Disclaimer</h2><p>Theirs.</p>")
    body = [heading(name) if name else words() for name in ("One", "", "Two", "", "Three", "")]
    printed = copy("article", article("Ports", article_type=kind, body=body)).context["article"]
    assert [one["text"] for one in printed["headings"]] == ["One", "Two", "Three"]
    assert "Theirs." in printed["type"]["disclaimer_html"] and "Theirs." not in printed["body_html"]


def test_i6_an_organisation_with_two_names_on_one_page(desk):
    record = Organisation.load()
    record.name, record.short_name = "Institute of Regional Studies", "IRS"
    record.save()
    told, _ = publish(
        desk, words("The Institute of Regional Studies asked. The Institute for Regional Studies answered.")
    )
    assert "“Institute for Regional Studies” is not how the organisation is called" in told


def test_i6_an_empty_events_block(desk):
    told, page = publish(desk, heading("Events"), block("list", "<ul><li></li></ul>"))
    assert "Nothing stands under the heading “Events”" in told and "Readers see nothing of this block" in told
    assert not page.live


def test_i6_a_list_of_the_home_page_with_nothing_in_it_prints_nothing():
    home()
    (recent,) = copies("recent-articles", "en")
    assert recent.context["articles"] == []
    printed = Rendering.of_site().render(recent.template, recent.context, language="en")
    assert not re.sub(r"<[^>]*>|\s", "", printed) and "<h2" not in printed


def test_i6_a_bulk_move_that_lost_every_date(desk):
    days = [datetime(2014, 3, day, tzinfo=UTC) for day in (1, 2, 3)]
    pages = [article(f"Ports {day:%d}", published=day) for day in days]
    place = home().add_child(instance=ArticlesPage(title="Archive"))
    chosen = "&".join(f"id={page.pk}" for page in pages)
    desk.post(f"/desk/bulk/wagtailcore/page/move/?{chosen}&next=/desk/", {"chooser": place.pk})
    moved = ArticlePage.objects.child_of(place).order_by("published")
    assert [page.published for page in moved] == days
    shelf = Listing.objects.filter(shelf=f"section:{place.pk}").order_by("published")
    assert [listing.published for listing in shelf] == days


def test_i6_a_popular_list_that_is_just_the_newest():
    """What lists the newest is called recent; nothing is called popular as long as no part counts readers."""
    said = "".join(path.read_text() for path in (themes.folder() / "locale").glob("*.po"))
    claims = re.findall(r"popular|most read|مقبول|الأكثر قراءة|популярн|самое читаемое", said, re.IGNORECASE)
    assert not claims or any(part.endswith(".popularity") for part in parts.found())
    assert {entry[0] for entry in copies("recent-articles", "en")[0].context.items()} == {"articles"}
