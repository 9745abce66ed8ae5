"""An import: everything arrives, nothing hidden is shown, and doing it again changes nothing."""

from __future__ import annotations

import pytest
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

from communique.content.models import HomePage, Listing, Person, PlainPage, Topic
from communique.migration.applying import pages
from communique.migration.models import Imported, ImportRun, NotBrought, Original
from communique.migration.wordpress.refusals import Refused
from communique.publishing.models import Address
from communique.sections.articles.models import ArticlePage
from tests.content.stories import home

from .exports import BASE, attachment, export, post
from .lookup import article, current, everything, leads

GAS = ("category", "gas", "Gas")


def test_a_post_becomes_an_article_with_its_date_people_topics_and_address(mover):
    mover.bring(post(1, "One\n\nTwo", title="Ports &amp; Gas", excerpt="In short.", terms=(GAS,)))
    page = article()
    assert (page.title, page.standfirst, page.live, page.language) == ("Ports & Gas", "In short.", True, "en")
    assert page.published.isoformat() == "2020-03-04T10:00:00+00:00"
    assert page.first_published_at == page.published
    assert [one.person.name for one in page.contributors.all()] == ["Amina Rahman"]
    assert [topic.title for topic in page.topics.all()] == ["Gas"]
    assert page.body.raw_data[0]["value"] == "<p>One</p><p>Two</p>"
    assert page.guid == f"{BASE}/?p=1"
    assert current(page) == "/text-1/"
    assert Page.find_problems() == ([], [], [], [], [])


def test_editors_can_go_on_from_where_wordpress_stopped(mover):
    mover.bring(post(1, "One", terms=(GAS,)))
    page = article()
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.body.raw_data[0]["value"]) == ("Text 1", "<p>One</p>")
    draft.title = "Better"
    draft.save_revision().publish()
    page = article()
    assert (page.title, current(page)) == ("Better", "/text-1/")
    assert [topic.title for topic in page.topics.all()] == ["Gas"]
    assert page.contributors.count() == 1


def test_an_article_stands_in_the_lists_of_its_section_topics_and_people(mover):
    mover.bring(post(1, terms=(GAS,)))
    section, topic, person = article().get_parent().pk, Topic.objects.get().pk, Person.objects.get().pk
    shelves = set(Listing.objects.filter(page=article()).values_list("shelf", flat=True))
    newest = "newest:articles.articlepage:en"
    assert shelves == {f"section:{section}", f"topic:{topic}:en", f"person:{person}:en", newest}


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft"},
        {"status": "pending"},
        {"status": "private"},
        {"status": "future", "date": "2020-01-01 00:00:00", "gmt": "2020-01-01 00:00:00"},
        {"status": "future", "date": "2090-01-01 00:00:00", "gmt": "2090-01-01 00:00:00"},
        {"status": "something-else"},
        {"status": ""},
        {"password": "open sesame"},
        {"password": "open sesame", "status": "private"},
    ],
)
def test_what_was_hidden_stays_hidden(mover, hidden):
    mover.bring(post(1, "Secret words", **hidden))
    assert not article().live
    assert not Address.objects.filter(page=article()).exists()
    assert not Listing.objects.filter(page=article()).exists()


@pytest.mark.parametrize(
    "left_out", [{"status": "trash"}, {"status": "auto-draft"}, {"kind": "feedback"}, {"kind": "x"}]
)
def test_what_is_no_page_is_not_brought(mover, left_out):
    mover.bring(post(1, "Secret words", **left_out))
    assert not Imported.objects.filter(kind="post").exists()


@pytest.mark.parametrize("kind", ["feedback", "flamingo_inbound", "shop_order", "nf_sub", "user_request", "revision"])
def test_what_visitors_entered_is_not_even_kept(mover, kind):
    mover.bring(post(1, "Secret words", kind=kind))
    assert not Original.objects.exists()


def test_other_things_are_kept_for_editors_and_counted(mover):
    events = [post(number, "At noon", kind="tribe_events", title="A &amp; B") for number in (1, 2)]
    outcome = mover.bring(*events, post(3, kind="tribe_events", status="trash"))
    assert list(Imported.objects.values_list("kind", "key", "title", "page")) == [
        ("other", "1", "A & B", None),
        ("other", "2", "A & B", None),
    ]
    assert Original.objects.first().held["content"] == "At noon"
    assert outcome.done.not_brought == [("tribe_events", 2)]
    assert not ArticlePage.objects.exists()
    before = everything()
    mover.bring(*events)
    assert everything() == before
    mover.bring(post(1, "At one", kind="tribe_events"))
    assert {original.held["content"] for original in Original.objects.all()} == {"At one", "At noon"}


def test_what_only_staff_might_see_stays_with_staff_even_when_it_is_published(mover):
    mover.bring(post(1, status="private"), post(2, password="open sesame"))
    assert PageViewRestriction.objects.filter(restriction_type="groups").count() == 2


def test_what_is_due_later_is_scheduled(mover):
    mover.bring(post(1, status="future", date="2090-01-01 00:00:00", gmt="2090-01-01 00:00:00"))
    page = article()
    assert page.go_live_at.isoformat() == "2090-01-01T00:00:00+00:00"
    assert page.approved_schedule


def test_a_page_below_a_hidden_one_does_not_vanish_with_it(mover):
    mover.bring(post(1, kind="page", status="private"), post(2, kind="page", parent=1), post(3, kind="page", parent=2))
    page, below = article(2), article(3)
    assert (page.get_parent().specific, below.get_parent().pk) == (HomePage.objects.get(language="en"), page.pk)
    assert page.live and below.live and isinstance(page, PlainPage)


def test_a_child_that_comes_before_its_parent_finds_it(mover):
    mover.bring(post(2, kind="page", parent=1), post(1, kind="page"))
    assert article(2).get_parent().pk == article(1).pk


def test_an_address_of_our_own_is_not_taken(mover):
    home = HomePage.objects.get(language="en")
    home.body = [("separator", None)]
    home.save_revision().publish()
    mover.bring(
        post(1, kind="page", link=f"{BASE}/", slug="home"),
        post(2, kind="page", link=f"{BASE}/articles/", slug="articles"),
        post(3, link=f"{BASE}/desk/words/"),
    )
    assert [current(article(number)) for number in (1, 2, 3)] == ["/home/", "/articles-2/", "/articles/text-3/"]
    assert current(HomePage.objects.get(language="en")) == "/"


def test_k5_an_archives_address_is_left_to_the_archive_and_the_report_says_so(mover):
    made = mover.bring(post(1, slug="2026", link=f"{BASE}/articles/2026/"), post(2, slug="2025", link=f"{BASE}/2025/"))
    assert [current(article(number)) for number in (1, 2)] == ["/articles/2026-2/", "/2025/"]
    assert (article(1).slug, article(2).slug) == ("2026-2", "2025-2")
    assert made.done.addresses_moved == [("/articles/2026/", "/articles/2026-2/")]


def test_the_text_of_the_former_front_page_stands_on_ours(mover):
    front = {"kind": "page", "link": f"{BASE}/", "slug": "welcome"}
    mover.bring(post(1, "Come in", **front), post(2, kind="page", parent=1))
    home = HomePage.objects.get(language="en")
    assert (home.title, home.body.raw_data[0]["value"], article(1).pk) == ("Home", "<p>Come in</p>", home.pk)
    assert leads("/?page_id=1") == "/" == current(home)
    assert article(2).get_parent().pk == home.pk
    assert mover.bring(post(1, "Come in", **front), post(2, kind="page", parent=1)).done.told.unchanged == 2
    mover.bring(post(1, "Come in", status="private", **front))
    home = HomePage.objects.get(language="en")
    assert home.live and not home.body
    mover.bring(post(1, "Come in again", **front))
    assert HomePage.objects.get(language="en").body.raw_data[0]["value"] == "<p>Come in again</p>"


def test_a_plain_permalink_leads_to_an_address_in_words(mover):
    mover.bring(post(1, link=f"{BASE}/?p=1"))
    assert leads("/?p=1") == current(article()) == "/articles/text-1/"


def test_a_percent_encoded_permalink_is_kept_in_its_own_script(mover):
    mover.bring(post(1, slug="%d9%86%d8%b5", link=f"{BASE}/2020/%d9%86%d8%b5/"))
    assert current(article()) == "/2020/نص/"
    assert article().slug == "نص"


def test_all_other_ways_to_a_post_lead_to_it(mover):
    mover.bring(
        post(
            1,
            "One<!--nextpage-->Two",
            slug="gas",
            link=f"{BASE}/2020/03/04/gas/",
            meta={"_wp_old_slug": "oil", "_wp_old_date": "2020-02-01"},
            terms=(GAS,),
        ),
        attachment(9, "2020/03/port.jpg", parent=1),
    )
    ways = ("/?p=1", "/2020/03/04/gas/feed/", "/2020/03/04/gas/2/", "/2020/03/04/oil/", "/2020/02/01/gas/")
    assert {leads(way) for way in (*ways, "/?attachment_id=9")} == {"/2020/03/04/gas/"}
    assert {leads(way) for way in ("/category/gas/", "/category/gas/feed/")} == {"/topics/gas/"}
    assert {leads(way) for way in ("/author/amina/", "/?author=7")} == {"/people/amina-rahman/"}
    assert {leads(way) for way in ("/2020/", "/2020/03/", "/2020/03/04/", "/page/2/")} == {"/articles/"}
    assert leads("/feed/") == "/feed.atom"
    assert Address.objects.get(address="/xmlrpc.php").state == "gone"


def test_links_between_texts_become_links_between_pages(mover):
    text = f'<a href="{BASE}/text-2/">two</a> <a href="/blog/?p=2">two</a> <a href="{BASE}/text-3/#x">draft</a>'
    mover.bring(post(1, f'{text} <a href="https://elsewhere.example/">else</a>'), post(2), post(3, status="draft"))
    two, three = article(2).pk, article(3).pk
    assert article().body.raw_data[0]["value"] == (
        f'<p><a linktype="page" id="{two}">two</a> <a linktype="page" id="{two}">two</a>'
        f' <a linktype="page" id="{three}">draft</a> <a href="https://elsewhere.example/">else</a></p>'
    )
    assert ReferenceIndex.objects.filter(to_object_id=str(two)).exists()


def test_categories_keep_those_above_them(mover):
    energy = (
        "<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>energy</wp:category_nicename>"
        "<wp:category_parent></wp:category_parent><wp:cat_name>Energy</wp:cat_name></wp:category>"
        "<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>gas</wp:category_nicename>"
        "<wp:category_parent>energy</wp:category_parent><wp:cat_name>Gas</wp:cat_name></wp:category>"
    )
    mover.bring(
        energy, post(1, terms=(GAS, ("post_tag", "gas", "Gas"), ("category", "uncategorized", "Uncategorized")))
    )
    assert [str(topic.parent) for topic in article().topics.all()] == ["Energy"]
    assert leads("/category/energy/gas/") == "/topics/gas/" == leads("/tag/gas/")
    assert leads("/category/uncategorized/") == "/articles/"


def test_several_authors_are_named_in_order_and_nobody_by_an_address(mover):
    guest = post(8, kind="guest-author", meta={"cap-user_login": "bilal", "cap-display_name": "Bilal Khan"})
    mover.bring(
        guest,
        post(1, terms=(("author", "cap-bilal", "bilal"), ("author", "cap-amina", "amina"))),
        post(2, creator="h.malik@private.example"),
        post(3, creator=">amina<"),
    )
    assert [one.person.name for one in article(1).contributors.all()] == ["Bilal Khan", "Amina Rahman"]
    assert [one.person.name for one in article(2).contributors.all()] == ["H Malik"]
    assert [one.person.name for one in article(3).contributors.all()] == ["Amina Rahman"]


def test_what_has_no_block_yet_is_kept_and_counted(mover):
    mover.bring(post(1, "One\n\n[strange_form]\n\n[strange_form]", meta={"_theme": "kept"}))
    assert list(NotBrought.objects.values_list("name", "number")) == [("[strange_form]", 2)]
    held = Original.objects.get().held
    assert held["content"] == "One\n\n[strange_form]\n\n[strange_form]"
    assert held["meta"] == [["_theme", "kept"]]


def test_every_import_is_on_record(mover):
    mover.bring(post(1))
    run = ImportRun.objects.get()
    assert run.ended is not None
    assert run.counts["brought in"] == 1


def test_the_report_says_what_is_not_public_and_why(mover):
    outcome = mover.bring(post(1, title="Not <yet>", status="draft"), post(2, "[strange_form]"))
    html = outcome.place.read_text()
    assert "Not &lt;yet&gt;" in html and "a draft" in html and "[strange_form]" in html
    assert "private.example" not in html + outcome.report.as_json()


def test_a_file_that_is_refused_changes_nothing(mover):
    before = everything()
    path = mover.folder / "cut.xml"
    path.write_text(export(post(1), post(2))[:-300])
    with pytest.raises(Refused):
        mover.bring_file(path)
    assert everything() == before
    assert not ImportRun.objects.exists()


def test_files_of_two_sites_are_refused(mover):
    paths = [mover.folder / "a.xml", mover.folder / "b.xml"]
    paths[0].write_text(export(post(1)))
    paths[1].write_text(export(post(2), base="https://other.example"))
    with pytest.raises(Refused, match="one site"):
        mover.bring_file(*paths)


def test_posts_and_pictures_in_separate_files_are_one_import(mover):
    paths = [mover.folder / "a.xml", mover.folder / "b.xml"]
    paths[0].write_text(export(post(1, "One")))
    paths[1].write_text(export(post(2, "Two"), post(1, "One")))
    mover.bring_file(*paths)
    assert ArticlePage.objects.live().count() == 2


@pytest.mark.django_db
def test_a_section_is_made_beside_a_page_that_has_its_name():
    home("ur").add_child(instance=PlainPage(title="Articles", slug="articles"))
    made = pages._section(home("ur"), "ur")
    assert made.live and made.slug == "articles-2" and made.title == "Articles"
    assert pages._section(home("ar"), "ar").slug == "articles"
