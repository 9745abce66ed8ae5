"""A newsroom at work: editors, scripts and clocks do to published content whatever can be done, at random."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import UUID

import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, ProtectedError
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

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
    Topic,
    TopicText,
)
from communique.publishing.addresses import AddressTaken
from communique.sections.about.models import Circle, MembersPage, Office, Position, PositionText
from communique.sections.articles.models import (
    ArticlePage,
    ArticlesPage,
    ArticleType,
    ArticleTypeText,
    Contributor,
    Disclaimer,
)
from communique.sections.events.models import EventsPage
from communique.sections.gallery.models import GalleryPage
from communique.sections.media.models import MediaPage, Outlet
from communique.sections.series.models import SeriesPage
from tests.content import stories
from tests.content.stories import block

WORDS = [
    "Harbours",
    "Silos",
    "Grain",
    "Transit",
    "بندرگاہ",
    "صوامع",
    "Порты",
    "A <b>bold</b> & “quoted” title",
    "Transshipment" * 7,
]
LANGUAGES = ("en", "ur", "ar", "ru")
START = datetime(2024, 11, 1, tzinfo=UTC)
REFUSALS = (ValidationError, AddressTaken, ProtectedError)
"""How the desk says no."""


class Newsroom:
    """The cast's hands on the content. Every choice comes from `dice`, so a seed tells the whole story."""

    def __init__(self, dice: random.Random, *, places: int = 12) -> None:
        """`places` is how many addresses pages want, so how many there come to be: each is printed again and again."""
        self.dice = dice
        self.places = places
        self.now = datetime(2026, 1, 1, tzinfo=UTC)
        self.done: list[str] = []
        self._made = 0

    def open(self) -> None:
        """Lay out a small site: two languages, a section each, a board, a dozen articles."""
        with time_machine.travel(self.now, tick=False), disable_reference_index_auto_update():
            self._pages()
            self._records()
            for _ in range(12):
                self.write()

    def work(self, moves: int) -> None:
        """Do so many things."""
        from .deeds import DEEDS

        for _ in range(moves):
            self.do(self.dice.choice(DEEDS))

    def do(self, deed) -> None:
        """One deed, at the present moment, as one transaction."""
        self.done.append(deed.__name__)
        # Which pages use a picture is the desk's own knowledge, and much of the work of saving.
        with (
            time_machine.travel(self.now, tick=False),
            disable_reference_index_auto_update(),
            suppress(*REFUSALS),
            transaction.atomic(),
        ):
            deed(self)

    # What deeds are made of

    def word(self) -> str:
        return f"{self.dice.choice(WORDS)} {self.dice.randrange(100)}"

    def slug(self) -> str:
        """One of a few, so that pages want each other's places."""
        return self.dice.choice(["people", "topics", "page", *(f"s{number}" for number in range(self.places))])

    def day(self) -> datetime:
        return START + timedelta(days=self.dice.randrange(100), hours=self.dice.randrange(24))

    def soon(self) -> datetime:
        return self.now + timedelta(days=self.dice.randrange(1, 40))

    def one(self, model: type[Model], **conditions):
        """One of them, or None."""
        keys = list(model.objects.filter(**conditions).order_by("pk").values_list("pk", flat=True))
        return model.objects.get(pk=self.dice.choice(keys)) if keys else None

    def any_page(self, **conditions):
        pages = list(Page.objects.filter(depth__gt=2, **conditions).order_by("pk").values_list("pk", flat=True))
        return Page.objects.get(pk=self.dice.choice(pages)).specific if pages else None

    def figure(self, picture: Picture) -> dict:
        said = {"alt": self.word(), "decorative": False, "caption": "", "credit": "", "source": ""}
        return {**block("figure", {"picture": picture.pk, **said}), "id": self._id()}

    def chart(self) -> dict:
        """Now and then one that can't be drawn, so that its file comes and goes."""
        data = f"Year,{self.word()}\n2019,{self.dice.choice(['1', '2.5', 'many'])}\n2020,3"
        said = {"unit": "", "summary": self.word(), "caption": "", "source": "", "credit": "", "anchor": ""}
        value = {"title": self.word(), "kind": self.dice.choice(["line", "bars"]), "data": data, **said}
        return {"type": "chart", "value": value, "id": self._id()}

    def body(self) -> list[dict]:
        pages = list(Page.objects.filter(depth__gt=1).order_by("pk").values_list("pk", flat=True)) or [1]
        # Now and then to a page that doesn't exist yet.
        page = self.dice.choice([*pages, pages[-1] + 1])
        linked = f'<p>See <a linktype="page" id="{page}">{self.word()}</a>.</p>'
        told = [
            {"type": "heading", "value": {"text": self.word(), "level": 2, "anchor": ""}, "id": self._id()},
            {"type": "paragraph", "value": linked, "id": self._id()},
            {"type": "paragraph", "value": f"<p>{self.word()}</p>", "id": self._id()},
        ]
        told += [self.chart()] if self.dice.random() < 0.2 else []
        file = self.one(Document) if self.dice.random() < 0.3 else None
        if file:
            words = f'<p>See <a linktype="document" id="{file.pk}">{self.word()}</a>.</p>'
            told += [
                {"type": "paragraph", "value": words, "id": self._id()},
                {"type": "document", "value": file.pk, "id": self._id()},
            ]
        picture = self.one(Picture) if self.dice.random() < 0.2 else None
        return [*told, self.figure(picture)] if picture else told

    def slots(self) -> list[dict]:
        """Some of each kind; a page may be picked that is none, or is picked twice."""
        return [self._slot(self.dice.choice(["lead", "row", "row", "newest", "callout", "topics"])) for _ in range(4)]

    def _slot(self, kind: str) -> dict:
        kinds = self.dice.choice([[], ["articles.articlepage"], ["content.plainpage"]])
        value: dict = {"heading": self.dice.choice(["", self.word()])}
        topics = [topic.pk for topic in [self.one(Topic)] if topic]
        if kind == "lead":
            value = {**self._pick(), "kinds": kinds}
        elif kind == "row":
            picks = [{"type": "item", "value": self._pick(), "id": self._id()} for _ in range(3)]
            value |= {"picks": picks, "kinds": kinds}
        elif kind == "newest":
            topic = self.dice.choice([None, *topics])
            value |= {"kinds": kinds, "topic": topic, "count": self.dice.randrange(1, 5)}
        elif kind == "callout":
            value |= {"text": f"<p>{self.word()}</p>", "page": self._pick()["page"], "label": ""}
        else:
            value |= {"topics": [{"type": "item", "value": one, "id": self._id()} for one in topics]}
        return {"type": kind, "value": value, "id": self._id()}

    def _pick(self) -> dict:
        pages = list(Page.objects.filter(depth__gt=1).order_by("pk").values_list("pk", flat=True)) or [1]
        until = self.dice.choice([None, self.day(), self.soon(), self.soon()])
        page = self.dice.choice([None, *pages, pages[-1] + 1])
        return {"page": page, "until": until.date().isoformat() if until else None}

    def write(self, slug: str = "") -> ArticlePage | None:
        """A new article."""
        section = self.one(ArticlesPage)
        if section is None:
            return None
        article = ArticlePage(
            title=self.word(),
            slug=slug or f"a{self._number()}",
            language=section.language,
            standfirst=self.dice.choice(["", self.word()]),
            findings=self.dice.choice(["", f"{self.word()}\n{self.word()}"]),
            published=self.day(),
            article_type=self.one(ArticleType),
            body=self.body(),
            live=self.dice.random() < 0.8,
        )
        article.topics = [topic for topic in [self.one(Topic)] if topic]
        person = self.one(Person)
        if person:
            article.contributors = [Contributor(person=person, role="author", affiliation=self.word())]
        return section.add_child(instance=article)

    def _number(self) -> int:
        self._made += 1
        return self._made

    def _id(self) -> str:
        return str(UUID(int=self.dice.getrandbits(128), version=4))

    def _pages(self) -> None:
        root = Page.get_first_root_node()
        self.board = Circle.objects.create(name="Board")
        for language in ("en", "ur"):
            home = root.add_child(
                instance=HomePage(title=f"Home {language}", slug=f"home-{language}", language=language)
            )
            section = home.add_child(instance=ArticlesPage(title="Articles", slug="articles", language=language))
            home.add_child(instance=PlainPage(title="About", slug="about", language=language, body=self.body()))
            home.add_child(instance=MembersPage(title="Board", slug="board", language=language, circle=self.board))
            home.add_child(instance=EventsPage(title="Events", slug="events", language=language))
            home.add_child(instance=GalleryPage(title="Gallery", slug="gallery", language=language))
            home.add_child(instance=MediaPage(title="In the media", slug="in-the-media", language=language))
            home.add_child(instance=SeriesPage(title=f"Series {language}", slug="series", language=language))
            Navigation.objects.create(language=language, entries=[NavigationEntry(label="Articles", page=section)])

    def _records(self) -> None:
        for name in ("Rahat Idris", "Ela Noor", "Tamar Vance"):
            person = Person.objects.create(name=name, email="hidden@institute.example")
            PersonText.objects.create(person=person, language="ur", name=f"{name} ur")
        for title in ("Ports", "Energy"):
            TopicText.objects.create(topic=Topic.objects.create(title=title), language="ur", title=f"{title} ur")
        chair = Position.objects.create(title="Chair", texts=[PositionText(language="ur", title="صدر")])
        Office.objects.create(circle=self.board, person=Person.objects.first(), position=chair)
        Outlet.objects.create(name="Harbour News")
        kind = ArticleType.objects.create(name="Opinion")
        ArticleTypeText.objects.create(article_type=kind, language="en", name="Opinion")
        Disclaimer.objects.create(article_type=kind, language="en", text="<p>Not what {organisation} thinks.</p>")
        organisation = Organisation.load()
        organisation.name = "The Institute"
        organisation.save()
        OrganisationText.objects.create(organisation=organisation, language="ur", name="ادارہ")
        for word in ("Cranes", "Quays"):
            stories.picture(word, width=60, alt_text=word)
