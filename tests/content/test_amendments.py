"""Changes of live pages: classed when they go out, told to readers, classed anew. Rows A3 and A14."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from communique.content import amendments
from communique.content.amendments import Classed
from communique.content.models import Amendment
from communique.content.models.amendments import RecordIsKept
from communique.content.timetable import run_due

from .gate.manuscript import sound
from .stories import FIRST, article, block, copies, copy, section

pytestmark = pytest.mark.django_db

WRONG = Classed("correction", wrong="Forty lorries a day.", right="Four lorries a day.")


def change(page, told=None, *, title=None, **schedule):
    """Publish another version of a page, classed as the form would."""
    page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    page.title = title or f"{page.title}, again"
    page.classed = told
    for name, value in schedule.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def shown(page):
    return copy("article", page).context["article"]


def test_a14_a_correction_shows_what_was_wrong_what_is_right_and_when():
    page = change(article("Ports"), WRONG)
    (told,) = shown(page)["amendments"]
    assert (told["kind"], told["wrong"], told["right"]) == ("correction", WRONG.wrong, WRONG.right)
    assert told["published"] == Amendment.objects.get().published == shown(page)["corrected"]


@pytest.mark.parametrize(
    ("told", "material"),
    [
        (Classed("typo"), False),
        (Classed("update", note="A table of tariffs."), True),
        (WRONG, True),
        (Classed("retraction", note="The figures were invented."), False),
        (None, False),
    ],
)
def test_a3_the_date_of_an_update_appears_after_a_material_revision_only(told, material):
    page = change(article("Ports"), told)
    assert (shown(page)["updated"] is not None) == material


def test_a14_readers_are_told_nothing_of_a_typo():
    page = change(article("Ports"), Classed("typo"))
    assert shown(page)["amendments"] == [] and Amendment.objects.get().kind == "typo"


def test_a14_what_is_said_with_a_draft_waits_until_the_draft_goes_out():
    page = article("Ports")
    page.classed = WRONG
    page.title = "Harbours"
    revision = page.save_revision()
    assert copy("article", page).context["article"]["amendments"] == []
    revision.publish()
    assert len(shown(page)["amendments"]) == 1


def test_a14_a_scheduled_revision_keeps_its_class(time_machine_at):
    soon = timezone.now() + timedelta(hours=1)
    page = sound(live=True)
    page.save_revision().publish()
    page = change(page, WRONG, go_live_at=soon)
    assert shown(page)["amendments"] == [] and shown(page)["updated"] is None
    time_machine_at(soon + timedelta(minutes=1))
    run_due(timezone.now())
    assert shown(page)["updated"] == soon + timedelta(minutes=1)


def test_a14_a_restored_version_takes_no_notice_with_it():
    page = article("Ports")
    first = page.save_revision()
    page = change(page, WRONG)
    first.publish()
    assert [one["kind"] for one in shown(page)["amendments"]] == ["correction"]
    assert shown(page)["updated"] is not None


def test_a3_a_revision_on_a_former_site_is_the_date_until_there_is_a_later_one():
    former = FIRST + timedelta(days=9)
    page = article("Ports", updated=former)
    assert shown(page)["updated"] == former
    assert shown(change(page, Classed("typo")))["updated"] == former
    assert shown(change(page, WRONG))["updated"] > former


def test_a14_what_goes_out_unsaid_is_told_to_editors_and_not_to_readers():
    page = change(article("Ports"))
    assert [one.page_id for one in amendments.unclassed()] == [page.pk]
    assert shown(page)["amendments"] == []


def test_a14_publishing_the_same_text_again_is_no_change():
    page = article("Ports", body=[block("paragraph", "<p>Two ports.</p>")])
    page.body = [block("paragraph", '<p data-block-key="x1">Two ports.</p>')]
    page.save_revision().publish()
    page.get_latest_revision_as_object().save_revision().publish()
    assert not Amendment.objects.exists()


def test_a14_what_readers_were_told_is_kept():
    change(article("Ports"), WRONG)
    told = Amendment.objects.get()
    told.wrong = "Nothing."
    with pytest.raises(RecordIsKept):
        told.save()
    with pytest.raises(RecordIsKept):
        told.delete()


def test_a14_a_change_classed_anew_keeps_its_date_and_the_record_of_the_first(hamid):
    page = change(article("Ports"), Classed("typo"))
    first = Amendment.objects.get()
    made = amendments.class_anew(first, WRONG, reason="It misled.", user=hamid)
    assert made.published == first.published and made.made_by == hamid
    assert shown(page)["updated"] == first.published
    assert Amendment.objects.count() == 2


def test_a14_a_retraction_keeps_the_page_under_a_notice_and_takes_it_out_of_lists():
    page = change(article("Ports"), Classed("retraction", note="Invented."))
    assert shown(page)["retraction"]["note"] == "Invented."
    assert copy("recent-articles", "en").context["articles"] == []
    assert copy("section", section()).context["articles"] == []


def test_a14_a_retraction_taken_back_brings_the_page_back_into_lists(hamid):
    page = change(article("Ports"), Classed("retraction", note="Invented."))
    amendments.class_anew(Amendment.objects.get(), Classed("typo"), reason="The wrong page.", user=hamid)
    assert shown(page)["retraction"] is None
    assert len(copy("recent-articles", "en").context["articles"]) == 1


def test_a14_changes_of_what_is_hidden_are_hidden():
    page = change(article("Ports"), WRONG)
    page.unpublish()
    assert copies("article", page.pk) == []


def test_a14_a_change_speaks_the_language_of_its_page():
    page = change(article("Ports"), WRONG)
    page.language = "ur"
    page.save()
    assert Amendment.objects.get().shelf == "corrections:ur"


def test_a14_an_amendment_knows_its_place():
    change(article("Ports"), WRONG)
    told = Amendment.objects.get()
    now = datetime.now(UTC)
    assert (told.year, told.month) == (now.year, now.year * 100 + now.month)


def test_a14_an_alias_is_under_the_notice_of_its_original(hamid):
    page = change(article("Ports"), Classed("retraction", note="Invented."))
    alias = page.create_alias(update_slug="ports-again")
    assert shown(alias)["retraction"]["note"] == "Invented."
    assert copy("recent-articles", "en").context["articles"] == []
    amendments.class_anew(Amendment.objects.get(), Classed("typo"), reason="The wrong page.", user=hamid)
    assert len(copy("recent-articles", "en").context["articles"]) == 2


def test_a14_what_readers_were_told_elsewhere_is_told_here_at_its_time():
    page, told_at = article("Ports"), datetime(2024, 3, 1, 9, tzinfo=UTC)
    amendments.tell(page, WRONG, told_at)
    (told,) = shown(page)["amendments"]
    assert (told["kind"], told["published"], told["right"]) == ("correction", told_at, WRONG.right)
    assert copies("corrections", "en")[0].context["corrections"][0]["title"] == "Ports"
    amendments.tell(page, Classed("retraction", note="We no longer stand by it."), told_at + timedelta(days=1))
    assert shown(page)["retraction"]["note"] == "We no longer stand by it."
    assert copies("section", section().pk)[0].context["articles"] == []
