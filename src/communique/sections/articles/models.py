"""Articles, the sections they stand in, and who contributed to them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.models import Orderable, Page
from wagtail.search import index

from communique.content import lists
from communique.content.choices import ManyOf
from communique.content.models import BasePage, DatedPage, KeptVersion, LedByAPicture, Person, Topic
from communique.content.models.fields import BodyField, LanguageField, ProseField
from communique.content.models.panels import Rows
from communique.content.models.people import NamesAPerson
from communique.content.papers import keeping
from communique.content.papers.panels import Counted
from communique.publishing.speaking import invalid
from communique.text import slugs

from . import disclaimers, forms, shelves
from .own_fields import OwnFields
from .type_choice import TypeChoice
from .type_form import TypeForm


class ArticleType(ClusterableModel):
    """What an article is: research, opinion, a report. Its disclaimer stands below every article of the type."""

    class Described(models.TextChoices):
        """What search engines and catalogues are told that an article of the type is (schema.org)."""

        ARTICLE = "Article", _("Article")
        SCHOLARLY = "ScholarlyArticle", _("Scholarly article: research with references")
        REPORT = "Report", _("Report")
        NEWS = "NewsArticle", _("News")
        ANALYSIS = "AnalysisNewsArticle", _("Analysis of news")
        OPINION = "OpinionNewsArticle", _("Opinion on news")

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("Made from the name if left empty."),
    )

    form = models.CharField(
        _("form of publication"),
        max_length=20,
        choices=forms.CHOICES,
        default=forms.DEFAULT,
        help_text=_("Decides which fields such an article has of its own, and what must not be missing."),
    )
    described_as = models.CharField(
        _("described as"),
        max_length=30,
        choices=Described.choices,
        default=Described.ARTICLE,
        help_text=_("What search engines and library catalogues are told that such an article is."),
    )

    base_form_class = TypeForm
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("form"),
        FieldPanel("described_as"),
        InlinePanel("texts", label=_("Language"), heading=_("In each language")),
        InlinePanel("disclaimers", label=_("Disclaimer"), heading=_("Disclaimers"), help_text=disclaimers.HELP),
    ]

    class Meta:
        verbose_name = _("article type")
        verbose_name_plural = _("article types")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **options: object) -> None:
        """Give it a free slug if it has none."""
        if not self.slug:
            taken = set(ArticleType.objects.exclude(pk=self.pk).values_list("slug", flat=True))
            self.slug = slugs.free(slugs.slug(self.name, fallback="type"), taken, longest=100)
        before = ArticleType.objects.filter(pk=self.pk).values_list("form", flat=True).first()
        super().save(*args, **options)
        if before not in (None, self.form):
            _file_anew(ArticlePage.objects.filter(article_type=self))

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Its articles stay, in the lists of those that have no type."""
        articles = list(ArticlePage.objects.filter(article_type=self).values_list("pk", flat=True))
        gone: tuple[int, dict[str, int]] = super().delete(*args, **options)
        _file_anew(ArticlePage.objects.filter(pk__in=articles))
        return gone


class ArticleTypeText(models.Model):
    """An article type in one language."""

    article_type = ParentalKey(ArticleType, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    name = models.CharField(_("name"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("article type in a language")
        verbose_name_plural = _("article types in languages")
        constraints = [models.UniqueConstraint(fields=["article_type", "language"], name="articles_type_text_once")]

    def __str__(self) -> str:
        return self.name or self.language


class Disclaimer(models.Model):
    """What stands below the articles of a type that were published since a day, in a language."""

    article_type = ParentalKey(ArticleType, on_delete=models.CASCADE, related_name="disclaimers")
    language = LanguageField()
    since = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("Articles published from this day on show it. Empty: from the beginning."),
    )
    text = ProseField(_("text"), help_text=_("{organisation} becomes our name in this language."))

    class Meta:
        verbose_name = _("disclaimer")
        verbose_name_plural = _("disclaimers")
        ordering = ["language", "since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article_type", "language", "since"], name="articles_disclaimer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.language}, {self.since or gettext('from the beginning')}"

    def clean(self) -> None:
        """What is put into the text must be known here."""
        super().clean()
        wrong = disclaimers.unknown(self.text or "")
        if wrong:
            raise ValidationError({"text": invalid(disclaimers.not_known(wrong))})


class ArticlesPage(BasePage):
    """A section of articles. Its page lists them, newest first."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))
    lists_all = models.BooleanField(
        _("statements and campaigns stand in its list"),
        default=False,
        help_text=_(
            "If not, they stand in lists of their own below it, and research isn’t mixed with them. Mark this for a "
            "section that holds nothing else."
        ),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("lists_all")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["articles.ArticlePage"]

    class Meta:
        verbose_name = _("section of articles")
        verbose_name_plural = _("sections of articles")

    edit_handler = BasePage.tabs(content_panels)

    def save(self, *args: Any, **options: Any) -> None:
        """Keep the section; where its list takes in other things than before, its articles are filed anew."""
        before = ArticlesPage.objects.filter(pk=self.pk).values_list("lists_all", flat=True).first()
        super().save(*args, **options)
        if before not in (None, self.lists_all):
            _file_anew(ArticlePage.objects.child_of(self).filter(article_type__form__in=forms.ALL_APART))


class ArticlePage(DatedPage, LedByAPicture, OwnFields):
    """An article."""

    kicker = models.CharField(
        _("kicker"), max_length=120, blank=True, help_text=_("A word or two above the title: a series, a place.")
    )
    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("What the article says, in a sentence or two.")
    )
    findings = models.TextField(
        _("key findings"),
        blank=True,
        help_text=_(
            "What readers should take with them if they read no further: three to five sentences, a line each."
        ),
    )
    article_type = models.ForeignKey(
        ArticleType,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
        verbose_name=pgettext_lazy("of an article", "type"),
        help_text=_("Decides which fields it has, and which disclaimer stands below it."),
    )
    body = BodyField(blank=True)
    origin = models.CharField(
        _("first published by"),
        max_length=200,
        blank=True,
        help_text=_("The newspaper or journal that had it before us. Empty: it is ours."),
    )
    origin_link = models.URLField(
        _("where it stands there"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Search engines are told that it is the original."),
    )
    origin_date = models.DateField(_("published there on"), null=True, blank=True)
    permission = models.CharField(
        _("permission"),
        max_length=255,
        blank=True,
        help_text=_("What they ask us to say: “Republished with the permission of …”"),
    )
    # The name that feed readers know it by from a former site; another one would show it to them as new.
    guid = models.CharField(max_length=500, blank=True, default="", editable=False)
    topics = ParentalManyToManyField(Topic, blank=True, related_name="articles", verbose_name=_("topics"))

    content_panels = [
        FieldPanel("kicker"),
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("findings"),
        Rows("contributors", label=_("Contributor"), heading=_("Contributors")),
        LedByAPicture.lead_panel,
        FieldPanel("body"),
    ]
    origin_panel = MultiFieldPanel(
        [FieldPanel("origin"), FieldPanel("origin_link"), FieldPanel("origin_date"), FieldPanel("permission")],
        heading=_("Published elsewhere before"),
    )
    filing_panels = [
        FieldPanel("article_type", widget=TypeChoice),
        OwnFields.own_panel,
        Rows(
            "pdfs",
            label=_("PDF"),
            heading=_("As a PDF, the newest last"),
            help_text=_(
                "The publication as it was set for paper. To replace it, add another below it: its address leads to "
                "the last one, and those before keep addresses of their own."
            ),
        ),
        Counted("pdfs", heading=_("Downloads")),
        FieldPanel("topics", widget=ManyOf),
        DatedPage.date_panel,
        origin_panel,
    ]
    filing = (*DatedPage.filing, "guid")
    needs_a_body = True
    exclude_fields_in_copy = [*DatedPage.exclude_fields_in_copy, "guid"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("findings"),
        index.FilterField("language"),
    ]
    parent_page_types = ["articles.ArticlesPage"]
    subpage_types: list[str] = []

    edit_handler = DatedPage.tabs(content_panels, ObjectList(filing_panels, heading=_("Type, topics, date")))

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["language", "published", "page_ptr"], name="articles_by_language")]

    def prepare_for_print(self) -> None:
        """Keep each PDF as it is now: what happens in the library later doesn't change it."""
        super().prepare_for_print()
        keeping.keep_all(self.pdfs)

    def leave_to_the_original(self) -> None:
        """Also the name by which feed readers know it."""
        super().leave_to_the_original()
        self.guid = ""

    def shelves(self) -> list[str]:
        """Its section's lists, and those of its type, topics and contributors in its language.

        What is no research stands in its section's list only where that is for such things.
        """
        section = self.get_parent()
        research = self.article_type is None or forms.counts_as_research(self.article_type.form)
        found = [lists.newest(self._meta.label_lower if research else forms.APART, self.language)]
        found += [lists.section(section.pk)] if section and (research or _lists_all(section)) else []
        form = forms.of(self)
        found += [shelves.of_form(section.pk, form.name)] if section and form else []
        kind = ArticleType._meta.label_lower
        found += [lists.of_type(kind, self.article_type_id, self.language)] if self.article_type_id else []
        found += [lists.topic(topic.pk, self.language) for topic in self.topics.all()]
        return found + [lists.person(one.person_id, self.language) for one in self.contributors.all()]


def _lists_all(section: Page) -> bool:
    return ArticlesPage.objects.filter(pk=section.pk, lists_all=True).exists()


def _file_anew(articles: models.QuerySet[ArticlePage]) -> None:
    """Put articles into the lists that their type, as it is now, leaves them in."""
    for article in articles.iterator():
        lists.file(article)


class PDFVersion(KeptVersion):
    """A publication as a PDF of its own."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="pdfs")

    class Meta(KeptVersion.Meta):
        verbose_name = _("PDF")
        verbose_name_plural = _("PDFs")


class Contributor(NamesAPerson, Orderable):
    """Someone's part in an article, with where they belonged when it was published."""

    class Role(models.TextChoices):
        """What someone did for an article."""

        AUTHOR = "author", _("Author")
        EDITOR = "editor", _("Editor")
        TRANSLATOR = "translator", _("Translator")
        PHOTOGRAPHER = "photographer", _("Photographer")
        INTERVIEWER = "interviewer", _("Interviewer")
        REVIEWER = "reviewer", _("Reviewer")
        COMPILER = "compiler", _("Compiler")

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="contributors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.AUTHOR)
    affiliation = models.CharField(
        _("affiliation"),
        max_length=255,
        blank=True,
        help_text=_("Where they belonged at publication; it stays when they move on."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"
