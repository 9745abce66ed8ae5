"""Where to read on: before and after a text, and what is related. Rows A16 and A17."""

import pytest

from communique.content.models import Amendment, Topic, TopicText
from communique.sections.articles.models import ArticleType

from .stories import article, copy


@pytest.fixture
def ports(db):
    return Topic.objects.create(title="Ports")


@pytest.fixture
def energy(db):
    return Topic.objects.create(title="Energy")


def beside(page):
    told = copy("article", page).context["beside"]
    ways = (told["previous"], told["next"])
    return told["within"], *(way and way["title"] for way in ways)


def related(page):
    return [(one["title"], one["topics"]) for one in copy("article", page).context["related"]]


def test_a16_within_a_topic_before_all_others(ports):
    first, second, third = (
        article(title, days=day, topics=[ports]) for day, title in enumerate(("One", "Two", "Three"))
    )
    article("Of another topic", days=1)
    assert beside(second) == ("topic", "One", "Three")
    assert copy("article", second).context["beside"]["topic"] == "Ports"
    assert beside(first) == ("topic", None, "Two")
    assert beside(third) == ("topic", "Two", None)


def test_a16_by_date_in_the_same_type_where_no_topic_leads_on(ports):
    opinion, paper = (ArticleType.objects.create(name=name) for name in ("Opinion", "Paper"))
    article("Opinion one", days=0, article_type=opinion)
    article("Paper", days=1, article_type=paper)
    page = article("Opinion two", days=2, article_type=opinion, topics=[ports])
    assert beside(page) == ("date", "Opinion one", None)


def test_a16_the_type_of_another_language_is_another(db):
    opinion = ArticleType.objects.create(name="Opinion")
    article("رائے", language="ur", article_type=opinion)
    assert beside(article("Opinion", days=1, article_type=opinion)) == ("date", None, None)


def test_a17_related_ones_say_why_and_share_the_most_first(ports, energy):
    for day in range(3):
        article(f"Before {day}", days=day, topics=[ports])
    page = article("Page", days=10, topics=[ports, energy])
    article("After", days=11, topics=[ports])
    article("Of both", days=13, topics=[ports, energy])
    assert beside(page) == ("topic", "Before 2", "After")
    assert related(page) == [("Of both", "Ports and Energy"), ("Before 1", "Ports"), ("Before 0", "Ports")]


def test_a17_in_the_articles_language(ports):
    TopicText.objects.create(topic=ports, language="ur", title="بندرگاہیں")
    article("Ports in English", topics=[ports])
    pages = [article(title, days=day, language="ur", topics=[ports]) for day, title in enumerate(("ایک", "دو", "تین"))]
    assert related(pages[0]) == [("تین", "بندرگاہیں")]


def test_a17_what_was_taken_back_is_never_related_and_leads_nowhere(ports):
    pages = [article(f"Article {day}", days=day, topics=[ports]) for day in range(4)]
    taken = pages[2]
    Amendment.objects.create(page=taken, kind="retraction", language="en", standing=True, published=taken.published)
    taken.save()
    assert "Article 2" not in str(related(pages[0])) and beside(pages[1]) == ("topic", "Article 0", "Article 3")
    assert (beside(taken), related(taken)) == (("date", None, None), [])


def test_a17_nothing_stands_twice_at_the_end_of_a_page(ports):
    pages = [article(f"Article {day}", days=day, topics=[ports]) for day in range(9)]
    told = copy("article", pages[4]).context
    led = [told["beside"][way]["address"] for way in ("previous", "next")]
    led += [one["address"] for one in told["related"]]
    assert len(led) == len(set(led)) == 6 and pages[4].address not in led
