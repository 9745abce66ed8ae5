"""Previews: a draft in the press's own templates, seen by editors alone."""

import pytest
from django.test import RequestFactory

from communique.content import previews
from communique.content.models import Person, PlainPage, Topic
from communique.press.store import StoreReader
from communique.sections.about.models import Circle, MembersPage, Office
from communique.sections.articles.models import ArticlePage

from .stories import NOW, article, block, heading, home, picture, section

pytestmark = pytest.mark.django_db


def test_a_preview_shows_the_draft_and_not_the_live_page():
    page = article(
        "Ports", author=Person.objects.create(name="Amina Rahman"), topics=[Topic.objects.create(title="Gas")]
    )
    page.title, page.body = "Ports, revised", [heading("New words"), block("paragraph", "<p>Draft.</p>")]
    page.save_revision()
    html = previews.preview(page.get_latest_revision_as_object(), NOW)
    assert "Ports, revised" in html and '<h2 id="new-words">New words</h2>' in html and "Amina Rahman" in html
    page.refresh_from_db()
    assert page.title == "Ports"


def test_a_page_that_was_never_saved_can_be_previewed():
    under = section()
    page = ArticlePage(title="First thoughts", slug="first-thoughts", language="en")
    page.path, page.depth = f"{under.path}0001", under.depth + 1
    assert "First thoughts" in previews.preview(page, NOW)


def test_every_kind_of_page_has_a_preview():
    person = Person.objects.create(name="Hamid Aziz")
    circle = Circle.objects.create(name="Board", offices=[Office(person=person)])
    board = home().add_child(instance=MembersPage(title="Board", live=False, circle=circle))
    plain = home().add_child(instance=PlainPage(title="About", live=False))
    for page in (home(), section(), board, plain):
        assert page.title in previews.preview(page, NOW)


def test_a_preview_shows_pictures_from_the_upload_folder():
    shown = picture(alt_text="A harbour")
    page = article("Ports", live=False, lead_picture=shown)
    html = previews.preview(page, NOW)
    assert "/desk/uploads/images/" in html and "/media/" not in html


def test_a_preview_is_never_stored_and_never_enters_the_store(settings):
    page = article("Ports", live=False)
    request = RequestFactory().get("/desk/")
    answer = page.serve_preview(request, "")
    assert answer["Cache-Control"] == "no-store" and "noindex" in answer["X-Robots-Tag"]
    assert not list(StoreReader.open(settings.COMMUNIQUE.press_folder).addresses())


def test_a_preview_through_the_desk_is_not_stored(client, hamid):
    page = article("Ports", live=False)
    revision = page.save_revision()
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    answer = client.get(f"/desk/pages/{page.pk}/revisions/{revision.pk}/view/")
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    assert "Ports" in answer.content.decode()


def test_i8_previews_are_for_a_telephone_a_tablet_and_a_desktop():
    assert [size["device_width"] for size in article("Ports").preview_sizes] == [360, 768, 1280]


def test_i8_a_page_can_be_previewed_in_the_other_direction():
    page, urdu = article("Ports", live=False), article("بندرگاہ", under=section("تحقیق", "ur"), live=False)
    request = RequestFactory().get("/desk/")
    assert '<html lang="en" dir="rtl"' in page.serve_preview(request, "mirrored").content.decode()
    assert '<html lang="en" dir="ltr"' in page.serve_preview(request, "").content.decode()
    assert '<html lang="ur" dir="ltr"' in urdu.serve_preview(request, "mirrored").content.decode()
