"""Projects: by the clock, with people, outputs and funders; the accounts by year; what is refused. Row C8."""

from datetime import UTC, date, datetime

import orjson
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from communique.content import gate
from communique.content.models import Person, Topic
from communique.sections.projects.models import (
    Funder,
    FunderText,
    ProjectFunding,
    ProjectOutput,
    ProjectPage,
    ProjectPerson,
    ProjectsPage,
)
from tests.content.stories import NOW, article, copies, home
from tests.content.stories import section as articles

pytestmark = pytest.mark.django_db


def section(language="en"):
    found = ProjectsPage.objects.filter(language=language).first()
    page = ProjectsPage(title="Projects", slug="projects", language=language, on_funding="<p>We say who pays.</p>")
    return found or home(language).add_child(instance=page)


def funder(name="The Fund", **fields):
    return Funder.objects.get_or_create(name=name, defaults=fields)[0]


def paid(name="The Fund", year=2026, amount=120_000, currency="EUR", **fields):
    return ProjectFunding(funder=funder(name), year=year, amount=amount, currency=currency, **fields)


def project(title="Why ports wait", *, language="en", **fields):
    said = {"standfirst": "What waiting costs.", "began": date(2026, 1, 1), "language": language}
    rows = {name: fields.pop(name) for name in ("people", "outputs", "fundings", "topics") if name in fields}
    page = ProjectPage(title=title, **{**said, **fields})
    for name, several in rows.items():
        setattr(page, name, several)
    return section(language).add_child(instance=page)


def printed(page, now=NOW):
    return copies("project", page.pk, now)[0].context["project"]


def listed(now=NOW):
    parts = copies("projects", section().pk, now)[0].context["parts"]
    return {part["name"]: [one["title"] for one in part["projects"]] for part in parts}


def acknowledged(page):
    return copies("article", page.pk)[0].context["frame"]["acknowledged"]


def graph(copy):
    return orjson.loads(copy.context["frame"]["linked_data"][0])["@graph"]


def test_c8_a_project_begins_and_is_completed_by_the_clock():
    project(ended=date(2026, 6, 30))
    assert listed(datetime(2025, 12, 31, 23, tzinfo=UTC)) == {"planned": ["Why ports wait"]}
    assert listed(datetime(2026, 1, 1, tzinfo=UTC)) == {"running": ["Why ports wait"]}
    assert listed(datetime(2026, 6, 30, 23, 59, tzinfo=UTC)) == {"running": ["Why ports wait"]}
    assert listed(datetime(2026, 7, 1, tzinfo=UTC)) == {"completed": ["Why ports wait"]}


def test_c8_it_shows_aim_people_period_outputs_and_money():
    amina, output = Person.objects.create(name="Amina"), article("Grain")
    told = printed(
        project(
            ended=date(2027, 12, 31),
            people=[ProjectPerson(person=amina, role="Lead")],
            outputs=[
                ProjectOutput(output=output.page_ptr),
                ProjectOutput(output=article("Draft", live=False).page_ptr),
            ],
            fundings=[paid(number="G-17"), paid("Another", amount=None)],
        )
    )
    assert (told["stage"], told["period"]) == ("Running", "1 January 2026 – 31 December 2027")
    assert [(one["name"], one["role"]) for one in told["people"]] == [("Amina", "Lead")]
    assert [one["title"] for one in told["outputs"]] == ["Grain"]
    assert told["statement"] == "Funded by The Fund (G-17), Another."
    assert [one["amount"] for one in told["fundings"]] == ["EUR\N{NO-BREAK SPACE}120,000", "not disclosed"]


def test_c8_each_output_says_who_paid_without_being_edited():
    output, other = article("Grain"), article("Gas", days=1)
    page = project(outputs=[ProjectOutput(output=output.page_ptr)], fundings=[paid()])
    (told,) = acknowledged(output)
    assert told["statement"] == "Funded by The Fund."
    assert told["project"] == {"title": "Why ports wait", "address": "/projects/why-ports-wait/"}
    assert acknowledged(other) == []
    page.statement = "Paid from our own means."
    page.save_revision().publish()
    assert acknowledged(output)[0]["statement"] == "Paid from our own means."
    page.unpublish()
    assert acknowledged(output) == []


def test_c8_an_output_names_the_project_in_its_own_language():
    text = articles("مضامین", language="ur").add_child(instance=_article_in_urdu())
    first = project(outputs=[ProjectOutput(output=text.page_ptr)], fundings=[paid()])
    FunderText.objects.create(funder=funder(), language="ur", name="فنڈ")
    rows = {"outputs": [ProjectOutput(output=text.page_ptr)], "fundings": [paid()]}
    project("بندرگاہیں", language="ur", original=first.page_ptr, **rows)
    (told,) = acknowledged(text)
    assert (told["project"]["title"], told["statement"]) == ("بندرگاہیں", "مالی اعانت: فنڈ۔")


def _article_in_urdu():
    from communique.sections.articles.models import ArticlePage

    return ArticlePage(title="غلہ", slug="غلہ", language="ur", published=NOW)


def test_c8_machines_are_told_of_grants_on_the_project_and_on_its_outputs():
    funder(ror="05gq02987", funder_id="10.13039/501100000780")
    output = article("Grain")
    page = project(outputs=[ProjectOutput(output=output.page_ptr)], fundings=[paid(number="G-17")])
    grant = {
        "@type": "MonetaryGrant",
        "identifier": "G-17",
        "amount": {"@type": "MonetaryAmount", "value": 120_000, "currency": "EUR"},
        "funder": {
            "@type": "Organization",
            "@id": "https://ror.org/05gq02987",
            "name": "The Fund",
            "identifier": ["https://ror.org/05gq02987", "https://doi.org/10.13039/501100000780"],
        },
    }
    nodes = {node["@type"]: node for node in graph(copies("project", page.pk)[0])}
    assert nodes["ResearchProject"]["funding"] == [grant]
    assert (nodes["ResearchProject"]["name"], nodes["ResearchProject"]["foundingDate"]) == (page.title, "2026-01-01")
    work = next(node for node in graph(copies("article", output.pk)[0]) if "headline" in node)
    assert work["funding"] == [grant]


def test_c8_a_page_tells_all_funding_by_year_with_sums_in_each_currency():
    project(fundings=[paid(), paid(year=2025, amount=80_000), paid("Another", currency="PKR", amount=9_000_000)])
    project("Rails", fundings=[paid(amount=5_000), paid("Silent", amount=None)])
    (_, funding) = copies("projects", section().pk)
    assert funding.address == "/projects/funding/"
    years = {one["year"]: one for one in funding.context["years"]}
    assert list(years) == ["2026", "2025"]
    assert years["2026"]["sums"] == ["EUR\N{NO-BREAK SPACE}125,000", "PKR\N{NO-BREAK SPACE}9,000,000"]
    assert (years["2026"]["undisclosed"], years["2025"]["undisclosed"]) == (1, 0)
    told = [(one["funder"], one["project"]["title"]) for one in years["2026"]["entries"]]
    assert told == [
        ("Another", "Why ports wait"),
        ("Silent", "Rails"),
        ("The Fund", "Rails"),
        ("The Fund", "Why ports wait"),
    ]
    assert funding.context["funding"]["introduction_html"] == "<p>We say who pays.</p>"


def test_c8_without_funding_there_is_no_page_of_it_and_no_way_to_it():
    project()
    (only,) = copies("projects", section().pk)
    assert only.context["section"]["funding"] == ""


def test_c8_projects_stand_on_the_pages_of_their_topics_and_people():
    amina, ports = Person.objects.create(name="Amina"), Topic.objects.create(title="Ports")
    project(people=[ProjectPerson(person=amina)], topics=[ports])
    for name, key in (("topic", ports.pk), ("person", amina.pk)):
        (card,) = copies(name, key)[0].context["articles"]
        assert (card["title"], card["kicker"]) == ("Why ports wait", "Project · Running")


def test_c8_the_gate_asks_for_aim_beginning_and_funder():
    page = project(standfirst="", began=None, live=False)
    said = [str(one.said) for one in gate.judge(page).refusals]
    assert len(said) == 3 and any("who pays" in one for one in said)
    page.standfirst, page.began, page.statement = "Why.", date(2026, 1, 1), "Paid from our own means."
    found = gate.judge(page)
    assert not found.refusals and any("who pays" in str(one.said) for one in found.warnings)


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"amount": -5}, "amount", "-5 can't be what was given"),
        ({"amount": 0}, "amount", "0 can't be"),
        ({"year": 26}, "year", "Write all four digits"),
    ],
)
def test_c8_amounts_and_years_that_can_not_be_are_refused(fields, field, said):
    with pytest.raises(ValidationError) as refused:
        paid(**{"year": 2026, "amount": 5, **fields}).clean()
    assert said in str(refused.value.message_dict[field])


@pytest.mark.parametrize(("field", "value"), [("ror", "05gq02988"), ("funder_id", "10.13039/12")])
def test_c8_identifiers_that_are_none_are_refused(field, value):
    with pytest.raises(ValidationError) as refused:
        Funder(name="The Fund", **{field: value}).full_clean()
    assert f"“{value}” is no" in str(refused.value.message_dict[field])


def test_c8_a_project_that_ends_before_it_begins_is_refused():
    page = project()
    page.ended = date(2025, 1, 1)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "It would end before it began" in str(refused.value.message_dict["ended"])


def test_c8_what_is_named_twice_is_refused_at_the_desk(desk):
    page, one = project(live=False), funder()
    amina, output = Person.objects.create(name="Amina"), article("Grain")
    grant = {"id": "", "funder": one.pk, "year": 2026, "amount": 5, "currency": "EUR", "number": "1"}
    form = {
        **{"title": page.title, "slug": page.slug, "language": "en", "standfirst": "Why.", "began": "2026-01-01"},
        "people": inline_formset([{"id": "", "person": amina.pk, "role": ""}] * 2),
        "outputs": inline_formset([{"id": "", "output": output.pk}] * 2),
        "fundings": inline_formset([grant, grant, {**grant, "number": "2"}]),
        "body": streamfield([]),
        "lead_caption": "null",
        "comments": inline_formset([]),
    }
    said = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(form)).content.decode()
    for told in ("“Amina” is named already", "“Grain” is named already", "“The Fund” stands there for this year"):
        assert said.count(told) == 1
