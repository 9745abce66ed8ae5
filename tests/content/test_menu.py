"""The menu: one for each language, kept by editors, with the place of a page marked in it. Row C6."""

import pytest

from communique.content.models import Navigation, NavigationEntry, Topic
from communique.content.sheets import navigation

from .stories import article, asking, copy, home, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def menu(db):
    made, _ = Navigation.objects.get_or_create(language="en")
    made.entries.all().delete()
    NavigationEntry.objects.create(navigation=made, page=section(), sort_order=1)
    NavigationEntry.objects.create(navigation=made, link="/topics/energy/", label="Energy", sort_order=2)
    return made


def marked(address: str) -> list[str]:
    """The labels marked in the menu that is at this address."""
    menus = {one.address: one.context["entries"] for one in navigation(asking(), "en")}
    return [entry["label"] for entry in menus[address] if entry["current"]]


def menu_of(name: str, row) -> str:
    return copy(name, row).context["frame"]["navigation"]


def test_c6_an_article_has_the_menu_in_which_its_section_is_marked(menu):
    assert marked(menu_of("article", article("Gas and Grain"))) == ["Research"]
    assert marked(menu_of("section", section())) == ["Research"]


def test_c6_a_topic_that_the_menu_leads_to_is_marked(menu):
    topic = Topic.objects.create(title="Energy", slug="energy")
    article("Gas and Grain", topics=[topic])
    assert marked(menu_of("topic", topic.pk)) == ["Energy"]


def test_c6_what_the_menu_does_not_lead_to_has_it_unmarked(menu):
    menu.entries.all().delete()
    assert menu_of("article", article("Gas and Grain")) == "~navigation/en"
    assert menu_of("home", home()) == "~navigation/en"
    assert marked("~navigation/en") == []
