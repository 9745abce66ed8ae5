"""Downloads of documents: added up by version and day, shown at the desk, told on the privacy page. Row E6."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse
from django.utils import timezone

from communique.content import privacy
from communique.content.papers import downloads
from communique.content.papers.downloads import Told
from communique.press.serving.downloads import Downloads
from communique.publishing.words import in_language
from communique.sections.documents.models import DocumentVersion
from tests.content.stories import asking, home

from .test_documents import PDF, document, printed, replace, upload

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def fetched(folder, *addresses):
    counted = Downloads(folder)
    for address in addresses:
        counted.note(address, 200, None, "Mozilla/5.0")
    counted.leave()


def test_e6_downloads_are_added_up_by_version_and_day(tmp_path):
    page = document(upload())
    replace(page, upload(PDF + b"more"))
    newest, former = (media.address for media in printed(page)[0].media)
    fetched(tmp_path, newest, newest, former, "/media/pictures/1.webp")
    assert downloads.take_in(TODAY - timedelta(days=30), tmp_path) == 2
    fetched(tmp_path, newest)
    downloads.take_in(TODAY, tmp_path)
    fetched(tmp_path, newest)
    downloads.take_in(TODAY, tmp_path)
    files = list(DocumentVersion.objects.order_by("sort_order").values_list("file", flat=True))
    assert downloads.of_files(files, TODAY) == {files[1]: Told(4, 2), files[0]: Told(1, 0)}


def test_e6_the_desk_shows_how_often_each_version_was_downloaded(tmp_path, client, hamid):
    page = document(upload())
    fetched(tmp_path, *[printed(page)[0].media[0].address] * 7)
    downloads.take_in(timezone.localdate(), tmp_path)
    client.force_login(hamid)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "<td>7</td><td>7</td>" in shown and "Downloads in all" in shown


def test_e6_privacy_pages_say_that_downloads_are_counted_where_there_are_documents():
    home()
    assert not said_of_downloads()
    document(upload())
    (said,) = said_of_downloads()
    assert said.startswith("When you download a document, we count that it was")


def said_of_downloads():
    passages = privacy.passages(in_language("en"), asking(), "en")
    return [one.text for one in passages if one.title == "Downloads"]


def test_e6_what_was_counted_before_is_kept_when_the_counts_move_to_content():
    migration = import_module("communique.sections.documents.migrations.0003_downloads_of_any_file")
    with connection.cursor() as cursor:
        kind = "bigserial" if connection.vendor == "postgresql" else "integer"
        cursor.execute(f"CREATE TABLE documents_download (id {kind} PRIMARY KEY, file text, day date, count integer)")
    both = [("documents", "0002_texts_and_downloads"), ("content", "0023_downloads")]
    old = MigrationLoader(connection).project_state(both).apps
    old.get_model("documents", "Download").objects.create(pk=4, file="kept_documents/a/b.pdf", day=TODAY, count=3)
    migration.carry_over(old, SimpleNamespace(connection=connection))
    assert downloads.of_files(["kept_documents/a/b.pdf"], TODAY) == {"kept_documents/a/b.pdf": Told(3, 3)}
