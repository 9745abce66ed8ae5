"""The desk: what editors are offered, what they are told, what is refused."""

import json
import shutil
from datetime import UTC, datetime

import pytest

from communique.content import announcements
from communique.content.announcements import Outcome
from communique.content.models import Delay, Person, Topic
from communique.content.models.forms import PageForm
from communique.press.objects import Printed
from communique.press.store import Failure, Store
from communique.publishing.models import PendingChange
from communique.sections.articles.models import ArticlePage
from communique.text.sentences import as_it_is

from .stories import article, block, home, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(settings):
    """The site's store with one edition, as the press would leave it."""
    folder = settings.COMMUNIQUE.press_folder
    folder.mkdir(parents=True, exist_ok=True)
    with Store.open(folder, writer="a test") as made:
        with made.edition(cause="a test", position="", epoch="") as edition:
            edition.put(Printed("/", (b"home",)))
        yield made
    shutil.rmtree(folder)


def test_the_menu_speaks_of_what_editors_know(desk):
    home()
    told = desk.get("/desk/").content.decode()
    assert all(word in told for word in ("Pages", "Pictures", "People", "Topics", "Menus", "Article types"))


@pytest.mark.parametrize("kind", [("articles", "articlepage"), ("articles", "articlespage"), ("about", "memberspage")])
def test_every_form_opens_in_the_language_of_the_parent(desk, kind):
    parent = section("تحقیق", "ur") if kind == ("articles", "articlepage") else home("ur")
    opened = desk.get(f"/desk/pages/add/{kind[0]}/{kind[1]}/{parent.pk}/")
    assert opened.status_code == 200 and opened.context["form"].initial["language"] == "ur"


def test_people_topics_and_the_organisation_have_their_forms(desk):
    Person.objects.create(name="Amina"), Topic.objects.create(title="Gas")
    for place in ("content/person", "content/topic", "content/navigation", "articles/articletype"):
        assert desk.get(f"/desk/snippets/{place}/").status_code == 200
        assert desk.get(f"/desk/snippets/{place}/add/").status_code == 200
    assert desk.get("/desk/settings/content/organisation/", follow=True).status_code == 200


def _form(page, blocks):
    form = PageForm.__new__(PageForm)
    form.instance = page
    form.cleaned_data = {"body": page._meta.get_field("body").to_python(json.dumps(blocks))}
    return form


def test_an_imported_passage_can_be_kept_but_not_made():
    passage = block("imported", {"html": "<div>old</div>", "note": ""})
    page = article("Ports", body=[passage])
    assert len(_form(page, [passage]).clean_body()) == 1
    with pytest.raises(Exception, match="by an import only"):
        _form(page, [passage, block("imported", {"html": "<p>new</p>", "note": ""})]).clean_body()


def test_what_was_not_brought_over_is_kept_word_for_word():
    left = block("unresolved", {"name": "slider", "attributes": "", "original": "[slider]"})
    page = article("Ports", body=[left])
    changed = {**left, "value": {**left["value"], "original": "[other]"}}
    with pytest.raises(Exception, match="kept as it was"):
        _form(page, [changed]).clean_body()


def test_an_imported_passage_is_made_safe_when_it_comes_back_from_a_form():
    body = ArticlePage._meta.get_field("body").stream_block
    cleaned = body.child_blocks["imported"].clean({"html": "<p>x</p><script>alert(1)</script>", "note": ""})
    assert cleaned["html"] == "<p>x</p>"


@pytest.mark.django_db(transaction=True)
def test_the_desk_says_when_it_was_out(store):
    page = article("Ports")
    PendingChange.objects.all().delete()  # the press has taken them in
    told = announcements.outcome(page, patience=0)
    assert told.live == store.editions()[0].made and not told.failure


@pytest.mark.django_db(transaction=True)
def test_the_desk_does_not_wait_for_ever(store):
    assert announcements.outcome(article("Ports"), patience=0) == Outcome()


@pytest.mark.django_db(transaction=True)
def test_the_desk_says_why_a_page_could_not_be_printed(desk, store):
    page = article("Ports")
    now = datetime(2026, 11, 24, tzinfo=UTC)
    store.record_failures([Failure("article", str(page.pk), "/research/ports/", "No ink.", now, 1)])
    PendingChange.objects.all().delete()
    assert announcements.outcome(page, patience=0).failure == as_it_is("No ink.")
    assert "No ink." in desk.get(f"/desk/pages/{page.pk}/edit/").content.decode()
    assert "No ink." in desk.get("/desk/").content.decode()


def test_a_page_that_was_due_and_is_not_out_says_so(desk):
    page = article("Ports", live=False)
    Delay.objects.create(page=page, reason="Its address is taken.")
    assert "Its address is taken." in desk.get(f"/desk/pages/{page.pk}/edit/").content.decode()
    assert "Its address is taken." in desk.get("/desk/").content.decode()


def test_publishing_writes_no_search_index(settings):
    from django.apps import apps
    from wagtail.search.backends import get_search_backends

    assert list(get_search_backends(with_auto_update=True)) == []
    article("Ports")
    indexes = [model for model in apps.get_models() if model.__name__ == "IndexEntry"]
    assert not any(model.objects.exists() for model in indexes)


def test_the_desk_asks_no_other_host(settings):
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False


def test_a_picture_dropped_on_the_desk_waits_for_its_description(desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from communique.content.models import Picture

    from .stories import picture

    with picture(decorative=True).file.open() as file:
        dropped = SimpleUploadedFile("silos.jpg", file.read(), content_type="image/jpeg")
    answer = desk.post(
        "/desk/images/multiple/add/", {"files[]": dropped, "title": "Silos"}, HTTP_X_REQUESTED_WITH="XMLHttpRequest"
    )
    assert answer.json()["success"] and "alt_text" in answer.json()["form"]
    assert not Picture.objects.filter(title="Silos").exists()


def test_a_replaced_file_has_renditions_again(desk, django_capture_on_commit_callbacks):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from .stories import picture

    shown = picture(alt_text="A harbour")
    before = set(shown.renditions.values_list("pk", flat=True))
    with picture("silos", width=300, decorative=True).file.open() as file:
        other = SimpleUploadedFile("silos.jpg", file.read(), content_type="image/jpeg")
    form = {"title": "Silos", "file": other, "alt_text": "Silos", "collection": shown.collection_id, "tags": ""}
    form |= {"caption": "null", "credit": "", "source": ""}
    form |= {f"focal_point_{side}": "" for side in ("x", "y", "width", "height")}
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(f"/desk/images/{shown.pk}/", form).status_code == 302
    shown.refresh_from_db()
    after = set(shown.renditions.values_list("pk", flat=True))
    assert shown.width == 300 and after and not after & before
