"""Addresses are given at publication, kept when they change, and never silently lost. Row K5."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, PageViewRestriction

from communique.content.models import HomePage, PlainPage
from communique.publishing import addresses
from communique.publishing.models import Address
from tests.content.stories import article

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return Page.get_first_root_node().add_child(instance=HomePage(title="Home", slug="h", language="en"))


@pytest.fixture
def about(home):
    return home.add_child(instance=PlainPage(title="About", slug="about", language="en"))


def states():
    return dict(Address.objects.exclude(address="/").values_list("address", "state"))


def test_k5_a_draft_has_no_address(home):
    home.add_child(instance=PlainPage(title="Plan", slug="plan", language="en", live=False))
    assert states() == {}


def test_k5_a_new_slug_leaves_a_redirect(about):
    about.slug = "who-we-are"
    about.save()
    assert states() == {"/about/": "old", "/who-we-are/": "current"}


def test_k5_what_lies_below_moves_along(about):
    about.add_child(instance=PlainPage(title="Board", slug="board", language="en"))
    about.slug = "us"
    about.save()
    assert states() == {"/about/": "old", "/us/": "current", "/about/board/": "old", "/us/board/": "current"}


def test_k5_a_stated_address_stays_until_the_slug_is_changed(about):
    assert addresses.pin(about, "/2019/05/about-us/")
    about.title = "About the institute"
    about.save()
    assert about.address == "/2019/05/about-us/"


def test_k5_an_address_in_use_is_refused_by_name(home, about):
    other = home.add_child(instance=PlainPage(title="Contact", slug="contact", language="en"))
    other.slug = "about"
    with pytest.raises(addresses.AddressTaken, match="already the address of “About”"):
        addresses.check(other)


def test_k5_an_unpublished_page_is_gone_and_comes_back(about):
    about.unpublish()
    assert states() == {"/about/": "gone"}
    about.save_revision().publish()
    assert states() == {"/about/": "current"}


def test_k5_a_page_that_comes_back_elsewhere_is_found_from_where_it_was(about):
    about.unpublish()
    about.slug = "who-we-are"
    about.save_revision().publish()
    assert states() == {"/about/": "old", "/who-we-are/": "current"}


def test_k5_where_a_withdrawn_page_stood_earlier_says_so_too(about):
    about.slug = "who-we-are"
    about.save()
    about.unpublish()
    assert states() == {"/about/": "gone", "/who-we-are/": "gone"}
    about.save_revision().publish()
    assert states() == {"/about/": "old", "/who-we-are/": "current"}


def test_k5_a_draft_tells_nobody_where_it_stood_on_a_former_site(home):
    plan = home.add_child(instance=PlainPage(title="Plan", slug="plan", language="en", live=False))
    Address.objects.create(address="/?p=12", page=plan, state=Address.State.OLD)
    plan.save()
    assert states() == {"/?p=12": "old"}


def test_k5_a_deleted_page_is_gone(about):
    about.delete()
    assert states() == {"/about/": "gone"}


def test_k5_a_private_page_leaves_no_trace_of_its_address(about):
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    about.delete()
    assert states() == {}


@pytest.mark.parametrize("slug", ["2026", "page"])
def test_k5_what_a_section_prints_below_itself_is_no_address_for_its_pages(slug):
    made = article("Ports")
    made.slug = slug
    with pytest.raises(ValidationError, match=f"/research/{slug}/ is already the address of"):
        made.save()
    assert not addresses.pin(made, f"/research/{slug}/")
    assert addresses.pin(made, f"/{slug}/")  # only below the section


def test_k5_a_title_that_would_become_such_an_address_gets_another():
    assert [article(title).address for title in ("2026", "…")] == ["/research/2026-2/", "/research/page-2/"]
