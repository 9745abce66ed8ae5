"""Shared pieces: changed once, printed on exactly the pages that show them; not deleted while used. Row I9."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from communique.content import gate, shared
from communique.content.models import SharedPiece, SharedPieceText
from communique.sections.articles.models import ArticlePage

from .stories import article, block, copy, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def disclaimer():
    return SharedPiece.objects.create(
        name="Standing disclaimer",
        texts=[
            SharedPieceText(language="en", text="<p>Views are the author's own.</p>"),
            SharedPieceText(language="ur", text="<p>آرا مصنف کی اپنی ہیں۔</p>"),
        ],
    )


def shows(piece):
    return [block("paragraph", "<p>Words.</p>"), block("shared", piece.pk)]


def body_of(page):
    return copy("article", page).context["article"]["body_html"]


def test_i9_a_piece_stands_on_a_page_in_the_pages_language(disclaimer):
    assert "Views are the author's own." in body_of(article("Ports", body=shows(disclaimer)))
    assert "آرا مصنف" in body_of(article("بندرگاہ", body=shows(disclaimer), under=section("تحقیق", "ur")))


def test_i9_a_piece_without_the_pages_language_prints_nothing_and_the_gate_says_so(disclaimer):
    page = article("Порты", body=shows(disclaimer), under=section("Исследования", "ru"))
    assert "author" not in body_of(page)
    assert "empty_blocks" in {finding.rule for finding in gate.judge(page).refusals}


def test_i9_a_change_of_a_piece_touches_exactly_the_pages_that_show_it(disclaimer):
    showing, other = article("Ports", body=shows(disclaimer)), article("Grain")
    urdu = article("بندرگاہ", body=shows(disclaimer), under=section("تحقیق", "ur"))
    before = {page: body_of(page) for page in (showing, other, urdu)}
    disclaimer.texts.filter(language="en").update(text="<p>Views are theirs.</p>")
    assert [page for page in before if body_of(page) != before[page]] == [showing]


def test_i9_it_is_known_where_a_piece_is_used_drafts_too(disclaimer):
    stored = article("Ports", body=shows(disclaimer))
    planned = article("Grain")
    planned.body = shows(disclaimer)
    planned.save_revision()
    article("Silos")
    assert [page.title for page in shared.used_on(disclaimer)] == ["Grain", "Ports"]
    assert stored.pk in {page.pk for page in shared.used_on(disclaimer)}


def test_i9_a_piece_that_is_used_can_not_be_deleted(disclaimer):
    page = article("Ports", body=shows(disclaimer))
    with pytest.raises(ValidationError, match="it stands on “Ports”"), transaction.atomic():
        disclaimer.delete()
    with pytest.raises(ValidationError), transaction.atomic():
        SharedPiece.objects.all().delete()
    ArticlePage.objects.get(pk=page.pk).delete()
    disclaimer.delete()


def test_i9_at_the_desk_it_is_refused_in_words(client, hamid, disclaimer):
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    article("Ports", body=shows(disclaimer))
    told = client.post(f"/desk/snippets/content/sharedpiece/delete/{disclaimer.pk}/", follow=True).content.decode()
    assert "it stands on “Ports”" in told and SharedPiece.objects.exists()
    assert "1 page" in client.get("/desk/snippets/content/sharedpiece/").content.decode()
    usage = client.get(f"/desk/snippets/content/sharedpiece/usage/{disclaimer.pk}/").content.decode()
    assert "Ports" in usage


def test_i9_a_block_whose_piece_is_gone_prints_nothing():
    page = article("Ports", body=[block("paragraph", "<p>Words.</p>"), block("shared", 987)])
    assert body_of(page) == "<p>Words.</p>"
