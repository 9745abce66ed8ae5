"""The gate at the desk: it stands before every way to publish, and loses nothing. Rows I1, I5, I6."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry, Workflow

from communique.content import gate
from communique.content.gate import waivers
from communique.content.models import Delay, Person
from communique.content.timetable import run_due
from communique.publishing.models import Address
from communique.sections.articles.models import ArticlePage
from tests.content.stories import article, section

from .manuscript import sound, words

pytestmark = pytest.mark.django_db
REASON = "The form is the subject of the article."


def broken(**fields):
    page = sound(words("[mc4wp_form]"), **fields)
    page.save_revision()
    return page


def text(answer):
    return answer.content.decode()


def publish_new(desk, form, *paragraphs, **fields):
    person, _ = Person.objects.get_or_create(name="Amina Rahman")
    fields = {"title": "Ports of the Gulf", "slug": "ports", "standfirst": "What a register is for.", **fields}
    sent = form(*paragraphs, people=[person], **{"action-publish": "1"}, **fields)
    return desk.post(f"/desk/pages/add/articles/articlepage/{section().pk}/", sent, follow=True)


def test_i6_a_new_article_with_a_shortcode_is_kept_as_a_draft_and_nobody_sees_it(desk, form):
    answer = publish_new(desk, form, "<p>Join us: [mc4wp_form]</p>")
    page = ArticlePage.objects.get(title="Ports of the Gulf")
    assert not page.live and not Address.objects.filter(page=page).exists()
    assert "Not published: one thing has to be put right first." in text(answer) and "[mc4wp_form]" in text(answer)
    assert "[mc4wp_form]" in str(page.get_latest_revision_as_object().body)


def test_i6_a_sound_article_goes_out(desk, form):
    publish_new(desk, form, "<p>Ports that share a register lose fewer boxes.</p>")
    assert ArticlePage.objects.get(title="Ports of the Gulf").live


def test_i6_a_scheduled_article_is_never_live_before_it_is_due(desk, form, django_db_blocker):
    seen = []
    save = ArticlePage.save
    ArticlePage.save = lambda page, *args, **options: (seen.append(page.live), save(page, *args, **options))[1]
    try:
        later = timezone.localtime(timezone.now() + timedelta(days=1))
        publish_new(desk, form, "<p>Ports.</p>", go_live_at=f"{later:%Y-%m-%d %H:%M}")
    finally:
        ArticlePage.save = save
    page = ArticlePage.objects.get(title="Ports of the Gulf")
    assert page.scheduled_revision is not None and not any(seen)


def test_i6_scheduling_is_refused_as_publishing_is(desk, form):
    later = timezone.localtime(timezone.now() + timedelta(days=1))
    publish_new(desk, form, "<p>TODO</p>", go_live_at=f"{later:%Y-%m-%d %H:%M}")
    assert ArticlePage.objects.get(title="Ports of the Gulf").scheduled_revision is None


def test_i6_a_live_page_stays_as_it_is_when_its_change_is_refused(desk, form):
    page = sound(live=True)
    page.save_revision().publish()
    sent = form("<p>{{ name }}</p>", people=Person.objects.all(), title="Changed", slug=page.slug)
    desk.post(f"/desk/pages/{page.pk}/edit/", {**sent, "action-publish": "1", "amendment_kind": "typo"})
    page.refresh_from_db()
    assert page.title == "Ports of the Gulf" and page.get_latest_revision_as_object().title == "Changed"


def test_i6_each_finding_leads_to_its_place_with_its_remedy(desk):
    page = broken()
    told = text(desk.get(f"/desk/gate/{page.pk}/"))
    assert f"/desk/pages/{page.pk}/edit/#gate:body.{page.body[1].id}" in told
    assert "Delete it. If it stood for a form" in told and "Paragraph 2" in told


def test_i6_findings_are_shown_in_the_editor_before_publishing(desk):
    page = broken()
    assert "[mc4wp_form] as it stands" in text(desk.get(f"/desk/pages/{page.pk}/edit/"))
    assert "Nothing stands in the way" in text(desk.get(f"/desk/gate/{sound(title='Grain').pk}/findings/"))
    assert "As soon as a draft is saved" in text(desk.get(f"/desk/pages/add/articles/articlepage/{section().pk}/"))


def test_i6_whoever_may_publish_may_let_it_pass_with_a_reason_that_is_kept(desk, hamid):
    page = broken()
    answer = desk.post(f"/desk/gate/{page.pk}/", {"reason": REASON})
    page.refresh_from_db()
    (entry,) = PageLogEntry.objects.filter(page=page.pk, action=waivers.ACTION)
    assert answer.status_code == 302 and page.live and entry.user == hamid
    assert entry.data["reason"] == REASON and "[mc4wp_form]" in entry.data["findings"][0]["said"]
    assert REASON in text(desk.get(f"/desk/pages/{page.pk}/history/"))
    report = text(desk.get(f"/desk/reports/site-history/?action={waivers.ACTION}"))
    assert "Ports of the Gulf" in report and REASON in report
    assert "Let pass at the checks" in text(desk.get("/desk/"))


@pytest.mark.parametrize("reason", ["", "   ", "ok", "12345678901"])
def test_i6_without_a_reason_nothing_passes(desk, reason):
    page = broken()
    answer = desk.post(f"/desk/gate/{page.pk}/", {"reason": reason})
    page.refresh_from_db()
    assert not page.live and "Say in a few words why" in text(answer)


def test_i6_what_was_let_pass_once_passes_again_and_what_is_new_does_not(desk, hamid):
    page = broken()
    desk.post(f"/desk/gate/{page.pk}/", {"reason": REASON})
    again = ArticlePage.objects.get(pk=page.pk)
    assert not gate.judge(again).refusals and gate.judge(again).let_pass[0][1].who == "hamid"
    again.title = "Untitled"
    assert [finding.rule for finding in gate.judge(again).refusals] == ["placeholders"]


def test_i6_a_record_of_what_was_let_pass_outlives_its_page(desk):
    page = broken()
    desk.post(f"/desk/gate/{page.pk}/", {"reason": REASON})
    number = page.pk
    ArticlePage.objects.get(pk=number).delete()
    assert PageLogEntry.objects.filter(page=number, action=waivers.ACTION).count() == 1


def test_i6_who_may_not_publish_sees_what_is_wrong_and_can_not_let_it_pass(client, amina):
    page = broken()
    client.force_login(amina)
    told = text(client.get(f"/desk/gate/{page.pk}/"))
    assert "[mc4wp_form]" in told and "Publish with this reason" not in told
    assert client.post(f"/desk/gate/{page.pk}/", {"reason": REASON}).status_code in (302, 403)
    page.refresh_from_db()
    assert not page.live


def test_i6_several_at_once_are_published_together_or_not_at_all(desk):
    good, bad = sound(title="Grain"), broken()
    good.save_revision()
    answer = desk.post(f"/desk/bulk/wagtailcore/page/publish/?id={good.pk}&id={bad.pk}&next=/desk/", follow=True)
    good.refresh_from_db()
    assert not good.live and "Nothing was published: “Ports of the Gulf”" in text(answer)
    desk.post(f"/desk/bulk/wagtailcore/page/publish/?id={good.pk}&next=/desk/")
    good.refresh_from_db()
    assert good.live


def test_i6_an_approval_is_refused_and_stays_to_be_given(desk, hamid, amina):
    page = broken()
    state = Workflow.objects.get().start(page, amina)
    task = state.current_task_state
    answer = desk.post(f"/desk/pages/workflow/action/{page.pk}/approve/{task.pk}/", {"comment": ""}, follow=True)
    page.refresh_from_db(), task.refresh_from_db()
    assert not page.live and task.status == "in_progress" and "Not published" in text(answer)


def test_i6_a_copy_is_not_published_with_what_would_be_refused(desk):
    page = broken(live=True)
    sent = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk, "publish_copies": "1"}
    assert "Copy without publishing" in text(desk.post(f"/desk/pages/{page.pk}/copy/", sent, follow=True))
    assert not ArticlePage.objects.filter(title="Copy").exists()
    desk.post(f"/desk/pages/{page.pk}/copy/", {key: value for key, value in sent.items() if key != "publish_copies"})
    assert not ArticlePage.objects.get(title="Copy").live


def test_i6_an_earlier_version_passes_the_gate_too(desk, form):
    page = sound(live=True)
    old = page.save_revision()
    page.save_revision().publish()
    sent = form("<p>[gallery ids='1']</p>", people=Person.objects.all(), title=page.title, slug=page.slug)
    desk.post(f"/desk/pages/{page.pk}/revisions/{old.pk}/revert/", {**sent, "action-publish": "1"})
    desk.post(f"/desk/pages/{page.pk}/edit/", {**sent, "action-publish": "1", "revision": old.pk})
    page.refresh_from_db()
    assert "gallery" not in str(page.body)


def test_i6_what_is_due_is_checked_again_and_a_delay_is_told(time_machine_at):
    grain = article("Grain")
    soon = timezone.now() + timedelta(hours=1)
    page = sound(words(f'See <a linktype="page" id="{grain.pk}">grain</a>.'))
    page.go_live_at = soon
    page.save_revision().publish()
    grain.unpublish()
    time_machine_at(soon + timedelta(minutes=1))
    assert page.pk in run_due(timezone.now()).failed
    assert "“Grain”, which is not published" in str(Delay.objects.get(page_id=page.pk).said)
    ArticlePage.objects.get(pk=grain.pk).save_revision().publish()
    assert run_due(timezone.now()).published == [page.pk] and not Delay.objects.exists()


def test_i6_two_pages_that_go_out_together_may_link_to_each_other(time_machine_at):
    soon = timezone.now() + timedelta(hours=1)
    one, other = sound(title="Grain"), sound(title="Silos")
    for page, to in ((one, other), (other, one)):
        page.body = [*page.body.get_prep_value(), words(f'<a linktype="page" id="{to.pk}">the other</a>')]
        page.go_live_at = soon
        page.save_revision().publish()
    time_machine_at(soon + timedelta(minutes=1))
    assert set(run_due(timezone.now()).published) == {one.pk, other.pk}


def test_i6_what_programs_publish_is_theirs_to_check():
    page = broken()
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.live


def test_i6_a_picture_without_description_can_be_kept_in_a_draft():
    from communique.content.blocks import Body

    figure = Body().child_blocks["figure"]
    value = figure.to_python({"picture": None, "alt": "", "decorative": False, "caption": ""})
    assert figure.clean(value)["alt"] == ""


def test_i6_warnings_hinder_nobody_and_are_told(desk, form):
    answer = publish_new(desk, form, "<p>Ports.</p>", standfirst="")
    assert ArticlePage.objects.get(title="Ports of the Gulf").live
    assert "It has no standfirst" in text(answer)
