"""What editors do to pages."""

from __future__ import annotations

from wagtail.models import Page, PageViewRestriction

from communique.content import amendments
from communique.content.amendments import Classed
from communique.content.models import Amendment, HomePage, LandingPage, LegalPage, Person, Picture, PlainPage, Topic
from communique.publishing.models import PendingChange
from communique.sections.articles.models import ArticlePage, ArticlesPage, ArticleType, Contributor

from ..newsroom import LANGUAGES


def publish_new(room):
    room.write(room.dice.choice(["", "", "", room.slug()]))


def edit_and_publish(room):
    page = room.any_page()
    if page:
        page.title = room.word()
        if hasattr(page, "body"):
            page.body = room.body()
        page.save_revision().publish()


def amend(room):
    """Publish a change, or keep it as a draft, and say what kind it is."""
    article = room.one(ArticlePage)
    if article:
        article.title = room.word()
        kind = room.dice.choice(Amendment.Kind.values)
        article.classed = Classed(kind, wrong=room.word(), right=room.word(), note=room.word())
        revision = article.save_revision()
        if room.dice.random() < 0.7:
            revision.publish()


def class_anew(room):
    told = Amendment.objects.filter(standing=True).order_by("pk").last()
    if told:
        kind = room.dice.choice(Amendment.Kind.values)
        amendments.class_anew(told, Classed(kind, room.word(), room.word(), room.word()), reason="", user=None)


def save_a_draft(room):
    page = room.any_page()
    if page:
        before = PendingChange.objects.count()
        page.title = f"Planned {room.word()}"
        page.save_revision()
        assert PendingChange.objects.count() == before, "a draft is no change"


def publish_a_draft(room):
    page = room.any_page(has_unpublished_changes=True, latest_revision__isnull=False)
    if page:
        page.get_latest_revision().publish()


def restore_an_earlier_revision(room):
    page = room.any_page()
    revision = page.revisions.order_by("pk").first() if page else None
    if revision and (page.live or room.dice.random() < 0.3):
        revision.publish()


def introduce(room):
    page = room.one(HomePage) if room.dice.random() < 0.5 else room.one(ArticlesPage)
    if page:
        page.introduction = f"<p>{room.word()}</p>"
        page.search_description = room.word()
        page.save_revision().publish()


def write_a_plain_page(room):
    under = room.one(PlainPage) or room.one(HomePage)
    if room.dice.random() < 0.5:
        under = room.one(HomePage)
    under.add_child(instance=PlainPage(title=room.word(), slug=room.slug(), language=under.language, body=room.body()))


def open_a_section(room):
    home = room.one(HomePage)
    home.add_child(instance=ArticlesPage(title=room.word(), slug=room.slug(), language=home.language))


def curate(room):
    """Fill the slots of a front page: with pages that are there or aren't, for a while or for good."""
    page = room.one(LandingPage) if room.dice.random() < 0.4 else room.one(HomePage)
    if page:
        page.slots = room.slots() if room.dice.random() < 0.9 else []
        page.save_revision().publish()


def open_a_landing_page(room):
    home = room.one(HomePage)
    slots = room.slots()
    page = LandingPage(title=room.word(), slug=room.slug(), language=home.language, standfirst=room.word(), slots=slots)
    home.add_child(instance=page)


def write_a_legal_page(room):
    home = room.one(HomePage)
    role = room.dice.choice(LegalPage.Role.values)
    page = LegalPage(title=room.word(), slug=room.slug(), language=home.language, role=role, body=room.body())
    home.add_child(instance=page)


def change_a_legal_page(room):
    page = room.one(LegalPage)
    if page:
        page.role, page.standfirst = room.dice.choice(LegalPage.Role.values), room.word()
        page.save_revision().publish()


def rename_address(room):
    page = room.any_page()
    if page:
        page.slug = room.slug()
        page.full_clean()
        page.save()


def exchange_addresses(room):
    one, other = room.one(ArticlePage, live=True), room.one(ArticlePage, live=True)
    if one and other and one.pk != other.pk:
        first, second = one.slug, other.slug
        for page, slug in ((one, "between"), (other, first), (one, second)):
            page.slug = slug
            page.full_clean()
            page.save()


def move(room):
    article, section = room.one(ArticlePage), room.one(ArticlesPage)
    if article and section and not section.get_children().filter(slug=article.slug).exists():
        article.move(section, pos="last-child")


def move_a_branch(room):
    page, under = room.one(ArticlesPage) or room.one(PlainPage), room.any_page(depth=3)
    if not isinstance(under, PlainPage) or page is None or page.pk == under.pk or under.is_descendant_of(page):
        return
    if not under.get_children().filter(slug=page.slug).exists():
        page.move(under, pos="last-child")


def copy(room):
    article = room.one(ArticlePage)
    if article:
        fields = {"slug": f"c{room.dice.getrandbits(40):x}", "title": room.word()}
        article.copy(update_attrs=fields, keep_live=room.dice.random() < 0.5)


def copy_a_branch(room):
    page = room.one(PlainPage)
    if page:
        slug = f"c{room.dice.getrandbits(40):x}"
        page.copy(recursive=True, to=room.one(HomePage), update_attrs={"slug": slug})


def unpublish(room):
    page = room.any_page()
    if page:
        page.unpublish()


def unpublish_a_branch(room):
    page = room.any_page(depth=3)
    if page:
        for one in Page.objects.descendant_of(page, inclusive=True).live().specific():
            one.unpublish()


def publish_again(room):
    page = room.any_page(live=False)
    if page:
        page.save_revision().publish()


def publish_much_again(room):
    for page in Page.objects.filter(live=False, depth__gt=2).order_by("path")[:4]:
        page.specific.save_revision().publish()


def delete(room):
    page = room.one(ArticlePage)
    if page:
        page.delete()


def delete_a_branch(room):
    page = room.one(PlainPage)
    if page:
        page.delete()


def make_private(room):
    page = room.any_page()
    if page and not PageViewRestriction.objects.filter(page=page).exists():
        PageViewRestriction.objects.create(page=page, restriction_type=room.dice.choice(["login", "password"]))


def make_public(room):
    restriction = room.one(PageViewRestriction)
    if restriction:
        restriction.delete()


def retag(room):
    article, topic = room.one(ArticlePage), room.one(Topic)
    if article and topic:
        article.topics = [topic]
        article.save()


def reauthor(room):
    article, person = room.one(ArticlePage), room.one(Person)
    if article and person:
        role = room.dice.choice(list(Contributor.Role))
        article.contributors = [Contributor(person=person, role=role, affiliation=room.word())]
        article.save()


def redate(room):
    article = room.one(ArticlePage)
    if article:
        article.published = room.day()
        article.updated = room.dice.choice([None, room.day()])
        article.save()


def retype(room):
    article = room.one(ArticlePage)
    if article:
        article.article_type = room.dice.choice([None, room.one(ArticleType)])
        article.kicker = room.word()
        for name in ("abstract", "number", "edition", "keywords", "issued_at", "signatories", "recommendations"):
            setattr(article, name, room.dice.choice(["", room.word()[:60]]))
        article.doi, article.page_count = room.dice.choice(["", "10.1000/182"]), room.dice.choice([None, 12])
        article.save_revision().publish()


def illustrate(room):
    article = room.one(ArticlePage)
    if article:
        article.lead_picture = room.dice.choice([None, room.one(Picture)])
        article.lead_caption, article.lead_alt, article.lead_credit = room.word(), room.word(), room.word()
        article.save_revision().publish()


def change_language(room):
    page = room.any_page()
    if page:
        page.language = room.dice.choice(LANGUAGES)
        page.full_clean()
        page.save()


def translate(room):
    one, other = room.one(ArticlePage), room.one(ArticlePage)
    if one and other and one.language != other.language and one.original_id is None and one.pk != other.pk:
        ArticlePage.objects.filter(pk=other.pk).update(original=one.page_ptr)


def translate_no_more(room):
    article = room.one(ArticlePage, original__isnull=False)
    if article:
        article.original = None
        article.save_revision().publish()


OFTEN = (edit_and_publish, publish_again, publish_new, rename_address)
DEEDS = (
    *(publish_new, edit_and_publish, save_a_draft, publish_a_draft, restore_an_earlier_revision, introduce),
    *(write_a_legal_page, change_a_legal_page),
    *(curate, curate, curate, open_a_landing_page),
    *(write_a_plain_page, open_a_section, rename_address, exchange_addresses, move, move_a_branch, copy, copy_a_branch),
    *(unpublish, unpublish_a_branch, publish_again, publish_much_again, delete, delete_a_branch, make_private),
    *(
        amend,
        amend,
        class_anew,
        make_public,
        retag,
        reauthor,
        redate,
        retype,
        illustrate,
        change_language,
        translate,
        translate_no_more,
    ),
)
