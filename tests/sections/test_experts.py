"""Experts: found by topic, region and language without scripts, with a card for address books. Row C4."""

import pytest
from django.core.exceptions import ValidationError
from icalendar.parser import Contentlines

from communique.content.models import Organisation, Person, PersonText, Topic
from communique.publishing.models import Address
from communique.sections.experts.models import Expert, ExpertsPage, Region, RegionText
from communique.sections.experts.vcard import Card, vcard
from tests.content.stories import article, copies, home, picture

pytestmark = pytest.mark.django_db


def expert(name="Amina Rahman", topics=(), regions=(), **fields):
    person = Person.objects.create(name=name, role="Senior fellow", email="amina.private@example.org")
    known = Expert(person=person, **fields)
    known.topics = [Topic.objects.get_or_create(title=title)[0] for title in topics]
    known.regions = [Region.objects.get_or_create(title=title)[0] for title in regions]
    known.save()
    return known


def finder(language="en", **fields):
    page = ExpertsPage(title="Our experts", slug="experts", language=language, **fields)
    return home(language).add_child(instance=page)


def listed(page):
    """Who is found at each address."""
    return {copy.address: [one["name"] for one in copy.context["experts"]] for copy in copies("experts", page.pk)}


def card(known, language="en"):
    return next(copy for copy in copies("contact cards", known.person_id) if copy.language == language)


def lines(known, language="en"):
    """The lines of a card, as another program takes them apart."""
    told = [line.parts() for line in Contentlines.from_ical(card(known, language).body) if line]
    return {name: value for name, _, value in told}


def test_c4_they_are_found_by_topic_region_and_language():
    expert("Amina", ["Ports", "Gas"], ["The Gulf"], spoken="ar en")
    expert("Bilal", ["Gas"], spoken="en")
    assert listed(finder()) == {
        "/experts/": ["Amina", "Bilal"],
        "/experts/topics/gas/": ["Amina", "Bilal"],
        "/experts/topics/ports/": ["Amina"],
        "/experts/regions/the-gulf/": ["Amina"],
        "/experts/languages/ar/": ["Amina"],
        "/experts/languages/en/": ["Amina", "Bilal"],
    }


def test_c4_each_page_leads_to_the_others_and_says_where_one_is():
    expert(topics=["Gas"], spoken="ur")
    page = next(copy for copy in copies("experts", finder().pk) if copy.address == "/experts/topics/gas/")
    ways = {way["kind"]: way["entries"] for way in page.context["ways"]}
    assert ways["topics"] == [{"title": "Gas", "address": "/experts/topics/gas/", "count": 1, "current": True}]
    assert (ways["languages"][0]["title"], ways["languages"][0]["current"]) == ("Urdu", False)
    assert page.context["frame"]["breadcrumbs"][-1]["address"] == "/experts/"


def water_experts():
    expert("Amina", ["Water"], ["Sindh"], spoken="ur en")
    expert("Bilal", ["Water"], spoken="en")
    expert("Sana", ["Gas"], ["Sindh"], spoken="ur")


def test_c4_two_things_at_once_have_a_page_where_they_lead_to_fewer_people_than_either():
    water_experts()
    pages = listed(finder())
    assert {address: who for address, who in pages.items() if address.count("/") > 4} == {
        "/experts/topics/water/regions/sindh/": ["Amina"],
        "/experts/topics/water/languages/ur/": ["Amina"],
        "/experts/regions/sindh/languages/en/": ["Amina"],
    }


def test_c4_a_list_says_how_many_of_these_also_know_something_else_and_leads_to_them():
    water_experts()
    pages = {copy.address: copy.context for copy in copies("experts", finder().pk)}

    def led(address):
        ways = [entry for way in pages[address]["others"]["ways"] for entry in way["entries"]]
        return {way["title"]: (way["count"], way["address"]) for way in ways}

    assert led("/experts/topics/water/") == {
        "Sindh": (1, "/experts/topics/water/regions/sindh/"),
        "Urdu": (1, "/experts/topics/water/languages/ur/"),
    }
    assert led("/experts/languages/ur/") == {
        "Gas": (1, "/experts/topics/gas/"),
        "Water": (1, "/experts/topics/water/languages/ur/"),
    }, "all of them know Sindh, which makes the list no shorter"
    assert led("/experts/topics/water/languages/ur/") == {
        "Water": (2, "/experts/topics/water/"),
        "Urdu": (2, "/experts/languages/ur/"),
    }
    assert all(address in pages for context in pages.values() for address in _addresses(context))


def _addresses(context):
    ways = [*context["ways"], *(context["others"] or {"ways": []})["ways"]]
    return {entry["address"] for way in ways for entry in way["entries"]}


def test_c4_search_engines_are_not_asked_to_keep_lists_of_two_things():
    water_experts()
    robots = {copy.address: copy.context["frame"]["robots"] for copy in copies("experts", finder().pk)}
    assert robots["/experts/topics/water/languages/ur/"] == "noindex, follow"
    assert robots["/experts/topics/water/"] == robots["/experts/"] == ""


def test_c4_what_nobody_knows_any_more_has_no_page():
    known, page = expert(topics=["Gas"]), finder()
    known.topics = []
    known.save()
    assert set(listed(page)) == {"/experts/"}


def test_c4_people_regions_and_languages_are_called_as_the_readers_language_calls_them():
    known, page = expert(regions=["The Gulf"], spoken="fa"), finder("ur")
    PersonText.objects.create(person=known.person, language="ur", name="آمنہ رحمان", role="سینئر فیلو")
    RegionText.objects.create(region=Region.objects.get(), language="ur", title="خلیج")
    (whole, *_) = copies("experts", page.pk)
    (shown,) = whole.context["experts"]
    assert (shown["name"], shown["role"]) == ("آمنہ رحمان", "سینئر فیلو")
    assert (shown["knows"], shown["speaks"]) == (["خلیج"], ["فارسی"])


def test_c4_the_media_are_told_whom_they_may_ask_and_never_a_private_address():
    Organisation.objects.create(name="The Institute", email="press@institute.example")
    expert("Amina", for_media=True)
    expert("Bilal")
    expert("Sana", email="sana@institute.example", telephone="+92 51 1234567")
    (whole, *_) = copies("experts", finder().pk)
    told = {one["name"]: (one["for_media"], one["email"], one["telephone"]) for one in whole.context["experts"]}
    assert told == {
        "Amina": (True, "press@institute.example", ""),
        "Bilal": (False, "", ""),
        "Sana": (False, "sana@institute.example", "+92 51 1234567"),
    }


def test_c4_a_card_tells_what_address_books_ask_for():
    home()
    known = expert(topics=["Gas"], spoken="ar en", email="amina@institute.example", telephone="+92 51 1234567")
    known.person.picture, known.person.orcid = picture(), "0000-0002-1825-0097"
    known.person.affiliation = "Institute, Karachi; Ports"
    known.person.save()
    told = lines(known)
    assert (told["VERSION"], told["FN"], told["TITLE"]) == ("4.0", "Amina Rahman", "Senior fellow")
    assert (told["EMAIL"], told["TEL"], told["EXPERTISE"]) == ("amina@institute.example", "+92 51 1234567", "Gas")
    assert told["ORG"] == "Institute, Karachi; Ports"
    assert rb":Institute\, Karachi\; Ports" in card(known).body.replace(b"\r\n ", b"")
    assert told["SOURCE"].endswith("/people/amina-rahman/contact.vcf") and told["PHOTO"].startswith("http")
    assert b"private" not in card(known).body
    assert card(known).media_type.startswith("text/vcard")


def test_c4_without_an_address_of_their_own_the_card_has_that_of_the_organisation():
    home()
    Organisation.objects.create(name="The Institute", email="press@institute.example")
    told = lines(expert())
    assert (told["EMAIL"], told["ORG"]) == ("press@institute.example", "The Institute")


def test_c4_a_card_is_named_for_ever_and_leads_on_when_its_person_is_renamed():
    home()
    known = expert()
    before = lines(known)["UID"]
    known.person.slug = "amina-khan"
    known.person.save()
    assert lines(known)["UID"] == before
    assert card(known).address == "/people/amina-khan/contact.vcf"
    old = Address.objects.get(address="/people/amina-rahman/contact.vcf")
    assert (old.state, old.target) == (Address.State.OLD, "/people/amina-khan/contact.vcf")


def test_c4_who_is_no_expert_leaves_no_address_behind():
    person = Person.objects.create(name="Amina")
    person.slug = "other"
    person.save()
    assert not Address.objects.filter(address__endswith=".vcf").exists()


def test_c4_the_list_of_a_topic_leads_on_when_the_topic_is_renamed():
    expert(topics=["Gas"])
    page, topic = finder(), Topic.objects.get()
    topic.slug = "natural-gas"
    topic.save()
    assert Address.objects.get(address="/experts/topics/gas/").target == "/experts/topics/natural-gas/"
    assert "/experts/topics/natural-gas/" in listed(page)


def test_c4_so_do_the_lists_of_a_topic_and_something_else():
    water_experts()
    page, topic = finder(), Topic.objects.get(slug="water")
    topic.slug = "rivers"
    topic.save()
    moved = dict(Address.objects.filter(address__startswith="/experts/topics/water/").values_list("address", "target"))
    assert moved["/experts/topics/water/languages/ur/"] == "/experts/topics/rivers/languages/ur/"
    assert moved["/experts/topics/water/regions/sindh/"] in listed(page)


@pytest.mark.parametrize(
    "name",
    [
        "Semi; colon, comma \\ backslash",
        "Two\r\nlines\nEND:VCARD",
        "آمنہ رحمان " * 12,
        "Анна-Мария " * 12,
        "x" * 74,
        "\u0000control\u0007",
    ],
)
def test_c4_no_name_can_break_a_card(name):
    written = vcard(Card("urn:uuid:1", name, "ur", address="https://institute.example/\r\nNOTE:x"))
    raw = written.split(b"\r\n")
    assert all(len(line) <= 75 for line in raw) and raw[-1] == b""
    for line in raw:
        line.decode()  # no sign is cut in two
    told = [line.parts() for line in Contentlines.from_ical(written) if line]
    assert [value for key, _, value in told if key == "END"] == ["VCARD"]
    assert not any(key == "NOTE" for key, _, _ in told)
    (full,) = (value for key, _, value in told if key == "FN")
    plain = full.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert plain.split() == name.replace("\u0000", " ").replace("\u0007", " ").split()


def test_c4_a_persons_page_tells_what_they_know_and_leads_to_those_who_know_the_same():
    known = expert(topics=["Gas"], spoken="ur")
    article("Grain", author=known.person)

    def told():
        facts = copies("person", known.person_id)[0].context["person"]["facts"]
        return {fact["label"]: [(one["words"], one["address"]) for one in fact["told"]] for fact in facts}

    assert told()["Expertise"] == [("Gas", "")]
    finder()
    assert told()["Expertise"] == [("Gas", "/experts/topics/gas/")]
    assert told()["Languages"] == [("Urdu", "/experts/languages/ur/")]
    assert told()["Contact"] == [("Add to your address book", "/people/amina-rahman/contact.vcf")]


@pytest.mark.parametrize("number", ["call me", "12", "٠٥١١٢٣٤٥٦٧", "+92 51 1234567 ext. 5"])
def test_c4_what_nobody_can_dial_is_refused(number):
    with pytest.raises(ValidationError) as refused:
        Expert(person=Person.objects.create(name="Amina"), telephone=number).full_clean()
    assert "can’t be dialled" in str(refused.value.message_dict["telephone"])


def test_c4_a_language_that_is_none_is_refused():
    with pytest.raises(ValidationError) as refused:
        Expert(person=Person.objects.create(name="Amina"), spoken="en klingon").full_clean()
    assert "“klingon” is no language" in str(refused.value.message_dict["spoken"])


def test_c4_editors_choose_languages_at_the_desk(desk):
    home()
    person = Person.objects.create(name="Amina")
    form = desk.get("/desk/snippets/experts/expert/add/").content.decode()
    assert 'name="spoken" value="ur"' in form
    desk.post("/desk/snippets/experts/expert/add/", {"person": person.pk, "spoken": ["ur", "fa"], "email": ""})
    assert Expert.objects.get().spoken == "ur fa"
    again = desk.get(f"/desk/snippets/experts/expert/edit/{Expert.objects.get().pk}/").content.decode()
    assert again.count(" checked") >= 2
