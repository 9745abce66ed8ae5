"""The form in which a change of a live page is classed, and classing it anew at the desk. Row A14."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from communique.content import amendments
from communique.content.models import Amendment, DatedPage, Person
from communique.publishing import declarations

from .stories import article, block, section

pytestmark = pytest.mark.django_db


def form(page, action="publish", **fields):
    """What the form of a live article sends."""
    people = [
        {"id": one.pk, "person": one.person_id, "role": one.role, "affiliation": ""} for one in page.contributors.all()
    ]
    value = {
        "title": page.title,
        "slug": page.slug,
        "standfirst": page.standfirst,
        "language": page.language,
        "published": page.published.strftime("%Y-%m-%d %H:%M"),
        "lead_caption": rich_text(""),
        "body": streamfield([("paragraph", rich_text("<p>Two ports.</p>"))]),
        "contributors": inline_formset(people, initial=len(people)),
        "pdfs": inline_formset([]),
        "comments": inline_formset([]),
        **fields,
    }
    return {name: "" if value is None else value for name, value in nested_form_data(value).items()} | (
        {f"action-{action}": "1"} if action else {}
    )


def send(desk, page, action="publish", **fields):
    return desk.post(f"/desk/pages/{page.pk}/edit/", form(page, action, **fields))


@pytest.fixture
def ports():
    author = Person.objects.create(name="Amina Rahman")
    page = article("Ports", body=[block("paragraph", "<p>Two ports.</p>")], author=author, standfirst="Of weighing.")
    page.save_revision().publish()
    return page


def errors(answer):
    return {name: list(said) for name, said in answer.context["form"].errors.items()}


def test_a14_a_changed_text_is_not_published_before_it_is_said_what_kind_of_change_it_is(desk, ports):
    answer = send(desk, ports, title="Harbours")
    assert "Say what kind of change" in errors(answer)["amendment_kind"][0]
    assert "Ports" in answer.content.decode() and "Harbours" in answer.content.decode()
    ports.refresh_from_db()
    assert ports.title == "Ports"


def test_a14_nothing_is_chosen_beforehand(desk, ports):
    told = desk.get(f"/desk/pages/{ports.pk}/edit/").content.decode()
    assert "Kind of change" in told and 'value="typo" checked' not in told


def test_a14_an_unchanged_text_is_published_without_a_word(desk, ports):
    assert send(desk, ports).status_code == 302
    assert not Amendment.objects.exists()


def test_a14_a_draft_can_be_saved_without_a_word(desk, ports):
    assert send(desk, ports, action=None, title="Harbours").status_code == 302


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("correction", {"amendment_wrong", "amendment_right"}), ("update", {"amendment_note"}),
     ("retraction", {"amendment_note"}), ("typo", set())],
)  # fmt: skip
def test_a14_each_kind_asks_what_its_readers_have_to_know(desk, ports, kind, wanted):
    answer = send(desk, ports, title="Harbours", amendment_kind=kind)
    assert (set(errors(answer)) if answer.status_code == 200 else set()) == wanted


def test_a14_a_retraction_needs_no_change_of_the_text(desk, ports):
    assert send(desk, ports, amendment_kind="retraction", amendment_note="Invented.").status_code == 302
    ports.refresh_from_db()
    assert ports.live and ports.retracted


def test_a14_what_was_said_with_a_draft_is_there_when_it_is_opened_again(desk, ports):
    send(desk, ports, action=None, title="Harbours", amendment_kind="update", amendment_note="More.")
    opened = desk.get(f"/desk/pages/{ports.pk}/edit/").context["form"]
    assert opened["amendment_kind"].value() == "update" and opened["amendment_note"].value() == "More."


def test_a14_handing_in_for_approval_asks_and_approving_publishes_what_was_said(desk, ports, client, amina):
    client.force_login(amina)
    assert "amendment_kind" in errors(send(client, ports, action="submit", title="Harbours"))
    said = {"amendment_kind": "correction", "amendment_wrong": "Ports", "amendment_right": "Harbours"}
    assert send(client, ports, action="submit", title="Harbours", **said).status_code == 302
    ports.refresh_from_db()
    ports.current_workflow_task_state.approve()
    assert Amendment.objects.get(standing=True).wrong == "Ports"


def test_a14_a_new_page_is_not_asked(desk):
    form_of = desk.get(f"/desk/pages/add/articles/articlepage/{section().pk}/").context["form"]
    assert "amendment_kind" not in form_of.fields


@pytest.mark.parametrize("kind", DatedPage.__subclasses__())
def test_a14_every_dated_page_asks_in_its_form(kind):
    assert "amendment_kind" in kind.get_edit_handler().get_form_class().base_fields
    assert kind._meta.db_table in declarations.tables


def test_a14_pages_with_unsaid_changes_are_not_published_in_bulk(desk, ports):
    ports.title = "Harbours"
    ports.save_revision()
    answer = desk.post(f"/desk/bulk/wagtailcore/page/publish/?id={ports.pk}&next=/desk/", follow=True)
    assert "Nothing was published" in answer.content.decode()
    ports.refresh_from_db()
    assert ports.title == "Ports"


def test_a14_no_other_way_out_of_the_desk_forgets_to_ask(desk, ports):
    ports.title = "Harbours"
    ports.save_revision()
    answer = desk.post(f"/desk/gate/{ports.pk}/", {"reason": ""})
    assert answer.url.endswith(f"/{ports.pk}/edit/#tab-what_changed")
    ports.refresh_from_db()
    assert ports.title == "Ports"


def _corrected(desk, page):
    said = {"amendment_kind": "correction", "amendment_wrong": "Ports", "amendment_right": "Harbours"}
    send(desk, page, title="Harbours", **said)
    return Amendment.objects.get()


def test_a14_the_desk_lists_changes_and_lets_them_be_classed_anew(desk, ports):
    told = _corrected(desk, ports)
    assert "Harbours" in desk.get("/desk/changes/").content.decode()
    refused = desk.post(f"/desk/changes/{told.pk}/", {"kind": "typo"})
    assert "Say why" in refused.content.decode()
    assert desk.post(f"/desk/changes/{told.pk}/", {"kind": "typo", "reason": "Nobody was misled."}).status_code == 302
    assert Amendment.objects.get(standing=True).kind == "typo"
    assert "Classed a change anew" in desk.get(f"/desk/pages/{ports.pk}/history/").content.decode()


def test_a14_only_who_may_publish_may_class_anew(client, desk, ports, amina):
    told = _corrected(desk, ports)
    client.force_login(amina)
    assert client.get(f"/desk/changes/{told.pk}/").status_code in (302, 403)
    assert Amendment.objects.get(pk=told.pk).standing


def test_a14_what_went_out_unsaid_is_on_the_desks_first_page(desk, ports):
    ports.title = "Harbours"
    ports.save_revision().publish()
    assert "nobody has classed" in desk.get("/desk/").content.decode()
    (told,) = amendments.unclassed()
    desk.post(f"/desk/changes/{told.pk}/", {"kind": "typo"})
    assert "nobody has classed" not in desk.get("/desk/").content.decode()
