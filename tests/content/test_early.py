"""Links before an embargo ends, whatever the kind of page; what they show, its section's tests say. Row E2."""

from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser
from wagtail.models import ReferenceIndex

from communique.content import early
from communique.content.early import links
from communique.content.models import EarlyLink, PlainPage
from communique.sections.articles.models import ArticleType, PDFVersion
from communique.sections.releases.models import ReleasePage, ReleasesPage
from communique.sections.shows.models import EpisodePage, ShowPage
from tests.sections.test_documents import PDF, document, upload

from .sounds import recording
from .stories import article, block, copies, home
from .test_charts import chart

pytestmark = pytest.mark.django_db

OFFERED = {
    *("articles.articlepage", "documents.documentpage", "gallery.albumpage", "releases.releasepage"),
    "shows.episodepage",
}


def test_e2_only_pages_that_a_part_offers_can_be_read_early(client):
    draft = home().add_child(instance=PlainPage(title="How we work", live=False))
    draft.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(ValidationError) as refused:
        EarlyLink(page=draft.page_ptr, newsroom="The Harbour Post").full_clean()
    assert "can’t be shown before it is out" in str(refused.value.message_dict["page"])
    forced = EarlyLink.objects.create(page=draft.page_ptr, newsroom="The Harbour Post")
    assert client.get(forced.path).status_code == 404


def test_e2_the_desk_offers_those_kinds_of_page_alone_and_finds_links_by_newsroom_and_title(client, hamid):
    client.force_login(hamid)
    form = client.get("/desk/snippets/content/earlylink/add/").content.decode()
    offered = {kind._meta.label_lower for kind in early.kinds()}
    assert offered == OFFERED and all(kind in form for kind in offered)
    assert "content.plainpage" not in form
    room = home().add_child(instance=ReleasesPage(title="Press room", slug="press"))
    page = room.add_child(instance=ReleasePage(title="A new study", live=False))
    EarlyLink.objects.create(page=page, newsroom="The Harbour Post")
    for asked, number in (("harbour", 1), ("study", 1), ("else", 0)):
        found = client.get("/desk/snippets/content/earlylink/", {"q": asked}).context["page_obj"].object_list
        assert len(found) == number, asked


def link_to_scheduled(page):
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    return EarlyLink.objects.create(page=page.page_ptr, newsroom="The Harbour Post")


def a_document():
    return document(upload(), upload(PDF + b"more"), live=False)


def an_episode():
    show = home().add_child(instance=ShowPage(title="Quayside", slug="quayside"))
    return show.add_child(instance=EpisodePage(title="Gas and grain", recording=recording(), live=False))


@pytest.mark.parametrize(
    ("page", "kinds"),
    [(a_document, ["application/pdf"] * 2), (an_episode, ["audio/mpeg"])],
    ids=["document", "episode"],
)
def test_e2_a_document_or_an_episode_under_embargo_is_had_with_its_files(client, page, kinds):
    held = page()
    one = link_to_scheduled(held)
    told = client.get(one.path).content.decode()
    assert "Under embargo until" in told and 'class="share"' not in told and f'="{held.address}' not in told
    tree = LexborHTMLParser(told)
    shown = {node.attributes.get("href") or node.attributes["src"] for node in tree.css("main a[href], main [src]")}
    answers = [client.get(place) for place in sorted(shown) if place.startswith(f"{one.path}files/")]
    assert [answer.headers["Content-Type"] for answer in answers] == kinds
    assert {answer.status_code for answer in answers} == {200}


def test_e2_a_report_under_embargo_is_read_whole_with_its_pdf_and_the_numbers_of_its_charts(client):
    kind = ArticleType.objects.create(name="Report", form="report")
    page = article("Ports", live=False, article_type=kind, body=[block("chart", chart(anchor=""))], published=None)
    page.pdfs.add(PDFVersion(document=upload()))
    one = link_to_scheduled(page)
    told = client.get(one.path).content.decode()
    assert "Under embargo until" in told and 'class="share"' not in told
    tree = LexborHTMLParser(told)
    (pdf,) = [link.attributes["href"] for link in tree.css(".pdf a")]
    (numbers,) = [link.attributes["href"] for link in tree.css('main a[href$=".csv"]')]
    shown = {place: client.get(place) for place in (pdf, numbers)}
    assert {answer.status_code for answer in shown.values()} == {200}
    assert {answer.headers["Cache-Control"] for answer in shown.values()} == {"no-store"}
    assert b"".join(shown[pdf].streaming_content) == PDF and "1204" in shown[numbers].content.decode()
    assert copies("article", page.pk) == [] and f'="{page.address}' not in told
    one.revoked = True
    one.save()
    assert {client.get(place).status_code for place in (one.path, pdf, numbers)} == {404}


def test_e2_an_address_from_before_albums_had_links_leads_to_the_present_one(client):
    answer = client.get("/-/releases/early/some-key/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/-/content/early/some-key/")
    assert answer.headers["Cache-Control"] == "no-store" and answer.headers["Referrer-Policy"] == "no-referrer"


def test_e2_links_that_were_given_out_keep_their_keys_rights_and_references():
    migration = import_module("communique.sections.releases.migrations.0003_early_links_of_any_page")
    room = home().add_child(instance=ReleasesPage(title="Press room", slug="press"))
    page = room.add_child(instance=ReleasePage(title="A new study", live=False))
    page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))
    ContentType.objects.filter(app_label="content", model="earlylink").update(app_label="releases")
    kind = ContentType.objects.get(app_label="releases", model="earlylink")
    with connection.cursor() as cursor:
        number = "bigserial" if connection.vendor == "postgresql" else "integer"
        cursor.execute(
            f"CREATE TABLE releases_earlylink (id {number} PRIMARY KEY, release_id bigint, newsroom text, key text, "
            f"made timestamp{' with time zone' if connection.vendor == 'postgresql' else ''}, revoked bool)"
        )
    with_both = [("releases", "0002_rights"), ("content", "0022_early_links")]
    old = MigrationLoader(connection).project_state(with_both).apps
    links_before = old.get_model("releases", "EarlyLink").objects
    given = {"release_id": page.pk, "newsroom": "The Harbour Post", "made": timezone.now()}
    links_before.create(pk=7, key="given", revoked=False, **given)
    links_before.create(pk=9, key="taken back", revoked=True, **given)
    ReferenceIndex.objects.create(
        base_content_type=kind,
        content_type=kind,
        object_id="7",
        to_content_type=ContentType.objects.get_for_model(ReleasePage),
        to_object_id=str(page.pk),
        model_path="release",
        content_path="release",
        content_path_hash=ReferenceIndex._get_content_path_hash("release"),
    )
    rights = set(Permission.objects.filter(content_type=kind, group__name="Moderators").values_list("codename"))
    migration.carry_over(old, SimpleNamespace(connection=connection))
    assert set(EarlyLink.objects.values_list("pk", "key", "revoked")) == {(7, "given", False), (9, "taken back", True)}
    assert links.follow("given", "", timezone.now()).shown and links.follow("taken back", "", timezone.now()) is None
    now = ContentType.objects.get(app_label="content", model="earlylink")
    assert (now.pk, len(rights)) == (kind.pk, 3)
    ContentType.objects.clear_cache()
    (reference,) = ReferenceIndex.objects.filter(content_type=now)
    assert reference.describe_source_field() == "Page"
    assert EarlyLink.objects.create(page=page, newsroom="The Quay").pk == 10
