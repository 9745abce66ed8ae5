"""Who belongs to us: offices from day to day, pages made of them, what is refused. Row C3."""

from datetime import UTC, date, datetime

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from communique.content import gate
from communique.content.models import Person
from communique.publishing.words import in_language
from communique.sections.about.models import Circle, MembersPage, Office, Position, PositionText
from communique.sections.about.terms import Term, in_years, twice
from tests.content.stories import article, asking, copies, home, picture

pytestmark = pytest.mark.django_db
EDIT = "/desk/snippets/about/circle/edit"


def person(name, **fields):
    return Person.objects.get_or_create(name=name, defaults=fields)[0]


def office(name, position="", began=None, ended=None):
    held = Position.objects.get_or_create(title=position)[0] if position else None
    return Office(person=person(name), position=held, began=began, ended=ended)


def page(*offices, language="en", circle=None):
    shown = circle or Circle.objects.create(name="Board", offices=list(offices))
    return home(language).add_child(
        instance=MembersPage(title=f"Board {language}", slug="board", language=language, circle=shown)
    )


def printed(shown, now=datetime(2026, 11, 24, tzinfo=UTC)):
    (copy,) = copies("members", shown.pk, now)
    return copy.context["circle"]


def named(shown, now):
    return tuple([one["name"] for one in printed(shown, now)[name]] for name in ("members", "past"))


def test_c3_an_office_moves_to_the_past_when_its_last_day_is_over():
    shown = page(office("Amina", "Chair"), office("Hamid", ended=date(2026, 6, 30)))
    assert named(shown, datetime(2026, 6, 30, 23, 59, tzinfo=UTC)) == (["Amina", "Hamid"], [])
    assert named(shown, datetime(2026, 7, 1, tzinfo=UTC)) == (["Amina"], ["Hamid"])


def test_c3_what_asks_for_offices_is_asked_again_when_the_next_ends():
    from communique.sections.about import questions

    shown = page(office("Hamid", ended=date(2026, 12, 30)))
    reading = asking(datetime(2026, 11, 24, tzinfo=UTC))._reading
    notes = reading.begin()
    questions.offices.reads(reading, shown.circle_id, "en")
    reading.end()
    assert notes.due == datetime(2026, 12, 31, tzinfo=UTC).timestamp() * 1_000_000


def test_c3_an_office_is_shown_from_its_first_day():
    shown = page(office("Sana", began=date(2027, 1, 1)))
    assert named(shown, datetime(2026, 12, 31, 23, tzinfo=UTC)) == ([], [])
    assert named(shown, datetime(2027, 1, 1, tzinfo=UTC)) == (["Sana"], [])


def test_c3_who_is_two_things_is_shown_once_and_who_is_something_still_is_no_past_member():
    shown = page(
        office("Amina", "Member", date(2016, 3, 1), date(2020, 2, 29)),
        office("Amina", "Chair", date(2020, 3, 1)),
        office("Amina", "Treasurer", date(2021, 3, 1)),
    )
    (amina,) = printed(shown)["members"]
    assert (amina["title"], amina["since"]) == ("Chair · Treasurer", "since 2020")
    assert printed(shown)["past"] == []


def test_c3_past_members_keep_all_they_were_with_the_years():
    shown = page(
        office("Amina", "Member", date(2016, 3, 1), date(2020, 2, 29)),
        office("Amina", "Chair", date(2020, 3, 1), date(2020, 9, 1)),
    )
    (amina,) = printed(shown)["past"]
    assert amina["terms"] == [{"title": "Member", "years": "2016–2020"}, {"title": "Chair", "years": "2020"}]


def test_c3_one_circle_is_shown_in_every_language_in_its_words():
    first = page(office("Amina", "Chair"))
    PositionText.objects.create(position=Position.objects.get(), language="ur", title="صدر")
    other = page(language="ur", circle=first.circle)
    assert [printed(one)["members"][0]["title"] for one in (first, other)] == ["Chair", "صدر"]


def test_c3_without_a_position_the_persons_own_role_is_shown():
    person("Amina", role="Senior fellow")
    assert printed(page(office("Amina")))["members"][0]["title"] == "Senior fellow"


def test_c3_a_portrait_tells_who_took_it():
    person("Amina", picture=picture(credit="Petra Lindqvale"))
    assert printed(page(office("Amina")))["members"][0]["picture"]["credit"] == "Petra Lindqvale"


def test_c3_a_persons_own_page_tells_what_they_are_and_were_where_readers_can_see_the_circle():
    amina = person("Amina")
    article("Grain", author=amina)
    shown = page(office("Amina", "Chair", date(2020, 3, 1)), office("Amina", "Member", ended=date(2020, 2, 29)))
    Circle.objects.create(name="Secret", offices=[office("Amina", "Spy")])
    (copy,) = copies("person", amina.pk)
    (fact,) = copy.context["person"]["facts"]
    assert fact["label"] == "Board en"
    assert [one["words"] for one in fact["told"]] == ["Chair · since 2020", "Member · until 2020"]
    shown.unpublish()
    assert copies("person", amina.pk)[0].context["person"]["facts"] == []


def test_c3_a_page_that_shows_nobody_is_refused():
    shown = home().add_child(instance=MembersPage(title="Board", slug="board", live=False))
    (refused,) = gate.judge(shown).refusals
    assert refused.place.path == "circle" and "readers see nobody" in str(refused.said)
    shown.circle = Circle.objects.create(name="Board")
    assert not gate.judge(shown).refusals


@pytest.mark.parametrize(
    ("first", "other", "meet"),
    [
        ((None, None), (None, None), True),
        ((date(2020, 1, 1), date(2020, 12, 31)), (date(2021, 1, 1), None), False),
        ((date(2020, 1, 1), date(2021, 1, 1)), (date(2021, 1, 1), None), True),
        ((None, date(2020, 1, 1)), (date(2020, 1, 2), None), False),
        ((date(2020, 1, 1), None), (None, date(2019, 1, 1)), False),
    ],
)
def test_c3_terms_meet_when_they_have_a_day_in_common(first, other, meet):
    assert Term(*first).meets(Term(*other)) is Term(*other).meets(Term(*first)) is meet
    assert twice([("chair", Term(*first)), ("chair", Term(*other))]) == ({1} if meet else set())
    assert twice([("chair", Term(*first)), ("member", Term(*other))]) == set()


def test_c3_years_are_told_in_the_words_of_the_language():
    assert in_years(in_language("ru"), Term(date(2020, 1, 1), None)) == "с 2020"
    assert in_years(in_language("en"), Term(None, None)) == ""


def _sent(*offices):
    rows = [
        {"id": "", "person": str(person(name).pk), "position": "", "began": began, "ended": ended}
        for name, began, ended in offices
    ]
    return nested_form_data({"name": "Board", "offices": inline_formset(rows)})


def test_c3_a_term_that_ends_before_it_begins_is_refused_at_the_desk(desk):
    circle = Circle.objects.create(name="Board")
    said = desk.post(f"{EDIT}/{circle.pk}/", _sent(("Amina", "2021-01-01", "2020-01-01"))).content.decode()
    assert "It would end before it began" in said and not circle.offices.count()


def test_c3_the_same_twice_at_one_time_is_refused_at_the_desk(desk):
    circle = Circle.objects.create(name="Board")
    twofold = _sent(("Amina", "2020-01-01", ""), ("Amina", "2021-01-01", ""))
    said = desk.post(f"{EDIT}/{circle.pk}/", twofold).content.decode()
    assert "is the same at this time in another row" in said and not Office.objects.exists()
    desk.post(f"{EDIT}/{circle.pk}/", _sent(("Amina", "2020-01-01", "2020-12-31"), ("Amina", "2021-01-01", "")))
    assert Office.objects.count() == 2


def test_c3_who_publishes_may_see_to_circles_and_who_writes_may_not(client, amina, hamid):
    home()
    for editor, may in ((amina, False), (hamid, True)):
        client.force_login(editor)
        answer = client.get("/desk/snippets/about/circle/add/", follow=True)
        assert (answer.redirect_chain == []) is may
