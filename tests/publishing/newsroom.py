"""A newsroom at work: every operation that editors, scripts and clocks do to published content, at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection, transaction
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from communique.content.models import (
    HomePage,
    Navigation,
    NavigationEntry,
    Organisation,
    OrganisationText,
    Person,
    PersonText,
    Picture,
    PlainPage,
    Rendition,
    Topic,
    TopicText,
)
from communique.publishing.addresses import AddressTaken
from communique.sections.about.models import BoardPage, BoardSeat
from communique.sections.articles.models import ArticlePage, ArticlesPage, ArticleType, ArticleTypeText, Contributor

WORDS = [
    "Harbours",
    "Silos",
    "Grain",
    "Transit",
    "بندرگاہ",
    "صوامع",
    "Порты",
    "A <b>bold</b> & “quoted” title",
    "x" * 90,
]
LANGUAGES = ["en", "ur", "ar", "ru"]
START = datetime(2024, 1, 1, tzinfo=UTC)


class Newsroom:
    """The cast's hands on the content. Every choice comes from `dice`, so a seed tells the whole story."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.done: list[str] = []

    def open(self) -> None:
        """Lay out a small site: two languages, a section each, a board, a dozen articles."""
        root = Page.get_first_root_node()
        for language in ("en", "ur"):
            home = root.add_child(
                instance=HomePage(title=f"Home {language}", slug=f"home-{language}", language=language)
            )
            section = home.add_child(instance=ArticlesPage(title="Articles", slug="articles", language=language))
            home.add_child(instance=PlainPage(title="About", slug="about", language=language, body=self.body()))
            self.board = home.add_child(instance=BoardPage(title="Board", slug="board", language=language))
            Navigation.objects.create(language=language, entries=[NavigationEntry(label="Articles", page=section)])
        for name in ("Rahat Idris", "Ela Noor", "Tamar Vance"):
            person = Person.objects.create(name=name, email="hidden@institute.example")
            PersonText.objects.create(person=person, language="ur", name=f"{name} ur")
        for title in ("Ports", "Energy"):
            TopicText.objects.create(topic=Topic.objects.create(title=title), language="ur", title=f"{title} ur")
        BoardSeat.objects.create(page=self.board, person=Person.objects.first(), title="Chair")
        for colour in ("navy", "maroon"):
            self.picture(colour)
        kind = ArticleType.objects.create(name="Opinion")
        ArticleTypeText.objects.create(article_type=kind, language="en", name="Opinion", disclaimer="<p>Its own.</p>")
        organisation = Organisation.load()
        organisation.name = "The Institute"
        organisation.save()
        OrganisationText.objects.create(organisation=organisation, language="ur", name="ادارہ")
        for _ in range(12):
            self.write()

    def work(self, moves: int) -> None:
        """Do so many things."""
        for _ in range(moves):
            deed = self.dice.choice(DEEDS)
            self.done.append(deed.__name__)
            with suppress(ValidationError, AddressTaken), transaction.atomic():  # what the desk would refuse
                deed(self)

    # What deeds are made of

    def word(self) -> str:
        return f"{self.dice.choice(WORDS)} {self.dice.randrange(100)}"

    def day(self) -> datetime:
        return START + timedelta(days=self.dice.randrange(400), hours=self.dice.randrange(24))

    def one(self, model):
        """One of them, or None."""
        keys = list(model.objects.order_by("pk").values_list("pk", flat=True))
        return model.objects.get(pk=self.dice.choice(keys)) if keys else None

    def any_page(self):
        pages = list(Page.objects.filter(depth__gt=2).order_by("pk"))
        return self.dice.choice(pages).specific if pages else None

    def body(self):
        number = UUID(int=self.dice.getrandbits(128), version=4)
        pages = list(Page.objects.filter(depth__gt=1).order_by("pk").values_list("pk", flat=True)) or [1]
        linked = f'<p>See <a linktype="page" id="{self.dice.choice(pages)}">{self.word()}</a>.</p>'
        return [
            {"type": "heading", "value": {"text": self.word(), "level": 2, "anchor": ""}, "id": str(number)},
            {"type": "paragraph", "value": linked, "id": str(UUID(int=number.int ^ 1))},
            {"type": "paragraph", "value": f"<p>{self.word()}</p>", "id": str(UUID(int=number.int ^ 2))},
        ]

    def picture(self, colour: str) -> None:
        """A small picture with all its renditions."""
        file = BytesIO()
        Image.new("RGB", (30, 20), colour).save(file, "PNG")
        Picture(title=colour, file=ContentFile(file.getvalue(), name=f"{colour}.png"), alt_text=self.word()).save()

    def write(self) -> None:
        """A new article."""
        section = self.one(ArticlesPage)
        if section is None:
            return
        article = ArticlePage(
            title=self.word(),
            slug=f"a{self.dice.getrandbits(40):x}",
            language=section.language,
            standfirst=self.word(),
            published=self.day(),
            article_type=self.one(ArticleType),
            body=self.body(),
            live=self.dice.random() < 0.8,
        )
        section.add_child(instance=article)
        article.topics.set(Topic.objects.filter(pk__in=[topic.pk for topic in [self.one(Topic)] if topic]))
        person = self.one(Person)
        if person:
            article.contributors = [Contributor(person=person, role="author", affiliation=self.word())]
        article.save()


def publish_new(room):
    room.write()


def edit_and_publish(room):
    page = room.any_page()
    if page:
        page.title = room.word()
        if hasattr(page, "body"):
            page.body = room.body()
        page.save_revision().publish()


def save_a_draft(room):
    page = room.any_page()
    if page:
        page.title = f"Planned {room.word()}"
        page.save_revision()


def restore_an_earlier_revision(room):
    page = room.any_page()
    revision = page.revisions.order_by("pk").first() if page else None
    if revision and (page.live or room.dice.random() < 0.3):
        revision.publish()


def rename_address(room):
    page = room.any_page()
    if page:
        page.slug = f"s{room.dice.getrandbits(40):x}"
        page.save()


def move(room):
    article, section = room.one(ArticlePage), room.one(ArticlesPage)
    if article and section:
        article.move(section, pos="last-child")


def copy(room):
    article = room.one(ArticlePage)
    if article:
        article.copy(update_attrs={"slug": f"c{room.dice.getrandbits(40):x}", "title": room.word()})


def unpublish(room):
    page = room.any_page()
    if page:
        page.unpublish()


def publish_again(room):
    page = Page.objects.filter(live=False, depth__gt=2).order_by("pk").first()
    if page:
        page.specific.save_revision().publish()


def delete(room):
    article = room.one(ArticlePage)
    if article:
        article.delete()


def make_private(room):
    page = room.any_page()
    if page and not PageViewRestriction.objects.filter(page=page).exists():
        PageViewRestriction.objects.create(page=page, restriction_type="login")


def make_public(room):
    PageViewRestriction.objects.all().delete()


def retag(room):
    article, topic = room.one(ArticlePage), room.one(Topic)
    if article and topic:
        article.topics.set([topic])
        article.save()


def reauthor(room):
    article, person = room.one(ArticlePage), room.one(Person)
    if article and person:
        article.contributors = [Contributor(person=person, role="translator")]
        article.save()


def redate(room):
    article = room.one(ArticlePage)
    if article:
        article.published = room.day()
        article.save()


def translate(room):
    one, other = room.one(ArticlePage), room.one(ArticlePage)
    if one and other and one.language != other.language and one.original_id is None and one.pk != other.pk:
        ArticlePage.objects.filter(pk=other.pk).update(original=one.page_ptr)


def rename_person(room):
    person = room.one(Person)
    if person:
        person.name = room.word()[:60]
        person.save()


def rename_topic(room):
    topic = room.one(Topic)
    if topic:
        topic.title = room.word()[:60]
        topic.slug = f"t{room.dice.getrandbits(40):x}"
        topic.save()


def change_identity(room):
    organisation = Organisation.load()
    organisation.name = room.word()
    organisation.save()


def change_menu(room):
    menu, page = room.one(Navigation), room.any_page()
    if menu and page:
        NavigationEntry.objects.create(
            navigation=menu, page=page, label=room.word()[:30], sort_order=room.dice.randrange(9)
        )


def empty_menu(room):
    NavigationEntry.objects.all().delete()


def change_disclaimer(room):
    ArticleTypeText.objects.update(disclaimer=f"<p>{room.word()}</p>")


def end_a_term(room):
    BoardSeat.objects.update(ended=room.day().date())


def show_a_picture(room):
    article = room.one(ArticlePage)
    if article:
        article.lead_picture = room.one(Picture)
        article.save()


def describe_a_picture(room):
    picture = room.one(Picture)
    if picture:
        picture.alt_text, picture.licence = room.word(), room.dice.choice(["", "CC-BY-4.0"])
        picture.focal_point_x, picture.focal_point_y = room.dice.randrange(30), room.dice.randrange(20)
        picture.save()


def lose_a_rendition(room):
    Rendition.objects.filter(pk=room.dice.randrange(20)).delete()


def bulk_update(room):
    ArticlePage.objects.filter(pk__gt=room.dice.randrange(30)).update(standfirst=room.word())


def bulk_unpublish(room):
    Page.objects.filter(pk=room.dice.randrange(40), depth__gt=2).update(live=False)


def raw_sql(room):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailcore_page SET title = title || '!' WHERE id %% 7 = %s AND depth > 2",
            [room.dice.randrange(7)],
        )


DEEDS: list[Callable[[Newsroom], None]] = [
    publish_new, edit_and_publish, edit_and_publish, save_a_draft, restore_an_earlier_revision, rename_address, move,
    copy, unpublish, publish_again, publish_again, delete, make_private, make_public, retag, reauthor, redate,
    translate, rename_person, rename_topic, change_identity, change_menu, empty_menu, change_disclaimer, end_a_term,
    bulk_update, bulk_unpublish, raw_sql, show_a_picture, show_a_picture, describe_a_picture, lose_a_rendition,
]  # fmt: skip
