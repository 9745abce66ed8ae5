"""Findings are told in the language of whoever reads them, and stay the same findings. Row K7."""

from __future__ import annotations

import pytest
from django.utils import translation
from wagtail.models import PageLogEntry

from communique.content import gate
from communique.content.models import Delay
from communique.content.timetable import run_due
from tests.content.stories import NOW, heading

from .manuscript import sound, words

pytestmark = pytest.mark.django_db
REASON = "The text is about headings."


def skipping(**fields):
    page = sound(words("Ports."), heading("Cranes", level=4), words("They lift."), **fields)
    page.save_revision()
    return page


def test_k7_a_finding_is_said_in_the_language_of_the_account_in_one_sentence_with_its_remedy():
    page = skipping()
    with translation.override("ru"):
        (finding,) = gate.judge(page).findings
        assert str(finding.said).startswith("Заголовок «Cranes» пропускает уровень")
        assert str(finding.remedy) == "Сделайте его уровнем «Раздел»."
        assert str(finding.place.name) == "Заголовок 1 («Cranes»)"


def test_k7_a_finding_has_one_key_in_all_languages_and_it_is_that_of_its_english():
    page = skipping()
    keys = set()
    for language in ("en", "ur", "ar", "ru"):
        with translation.override(language):
            (finding,) = gate.judge(page).findings
            keys.add(finding.key)
    assert keys == {finding.key} and finding.said.english.startswith("The heading “Cranes” skips a level")


def test_k7_what_was_let_pass_in_urdu_is_let_pass_in_english_and_told_there(desk_in_urdu):
    page = skipping()
    desk_in_urdu.post(f"/desk/gate/{page.pk}/", {"reason": REASON})
    with translation.override("en"):
        verdict = gate.judge(page)
        assert not verdict.refusals and len(verdict.let_pass) == 1
        entry = PageLogEntry.objects.get(page=page.pk, action=gate.waivers.ACTION)
        assert "skips a level" in entry.formatter.format_message(entry)
    with translation.override("ru"):
        assert "пропускает уровень" in entry.formatter.format_message(entry)


def test_k7_what_was_let_pass_before_sentences_were_kept_is_still_told():
    told = gate.waivers.retold({"reason": REASON, "findings": [{"place": "Heading 1", "said": "It {skips} a level."}]})
    assert str(told) == f"Let pass, because: {REASON} (Heading 1: It {{skips}} a level.)"


def test_k7_a_refusal_that_no_form_foresaw_is_told_in_the_language_of_the_account(desk_in_urdu):
    page = skipping()
    desk_in_urdu.post(f"/desk/gate/{page.pk}/", {"reason": ""})
    answer = desk_in_urdu.post(f"/desk/gate/{page.pk}/", {"reason": "kurz"}, headers={"accept-language": "ru"})
    assert "چند لفظوں میں بتائیے" in answer.content.decode()


def test_k7_why_a_page_is_late_is_told_to_each_editor_in_their_own_language(desk_in_urdu):
    page = skipping(go_live_at=NOW)
    revision = page.save_revision(approved_go_live_at=NOW)
    assert revision.approved_go_live_at and page.pk in run_due(NOW).failed
    assert "skips a level" in str(Delay.objects.get().said)
    assert "ایک درجہ پھلانگتی ہے" in desk_in_urdu.get("/desk/").content.decode()
