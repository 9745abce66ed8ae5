"""The gate's rules, one by one: what is refused, what is warned of, what passes. Row I6."""

from __future__ import annotations

import pytest

from communique.content.gate import Level
from communique.content.models import Organisation, OrganisationText, Person, Topic
from communique.sections.series.models import SeriesPage, SeriesPart
from tests.content import stories
from tests.content.stories import FIRST, article, block, heading, picture

from .manuscript import found, names, sound, words

pytestmark = pytest.mark.django_db


def test_i6_a_sound_article_passes_without_a_word():
    assert found(sound()) == []


@pytest.mark.parametrize("text", ["[mc4wp_form]", "Join us: [gallery ids='1,2']", "[contact_form_seven]"])
def test_i6_a_shortcode_is_refused(text):
    (finding,) = found(sound(words(text)))
    assert finding.rule == "shortcodes" and finding.level is Level.REFUSES and "[" in str(finding.said)


@pytest.mark.parametrize(
    "text",
    ["[…]", "He [sic] said", "as shown [1]", "[emphasis added]", "in [Pakistan] alone", "see <code>[gallery]</code>"],
)
def test_i6_editorial_brackets_pass(text):
    assert names(sound(words(text))) == set()


@pytest.mark.parametrize("text", ["Dear {{ first_name }},", "{% include 'x' %}", "%%title%% and", "*|FNAME|*"])
def test_i6_what_nothing_filled_in_is_refused(text):
    assert names(sound(words(text))) == {"template_tags"}


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet",
        "TODO: figures of 2026",
        "The share was xxx per head",
        "Insert the name of the port here",
        "Your text here",
        "یہاں متن درج کریں",
        "یہاں لکھیں",
        "لوريم إيبسوم",
        "أدخل النص هنا",
        "вставьте таблицу сюда",
        "Ваш текст здесь",
    ],
)
def test_i6_a_placeholder_is_refused_in_four_languages(text):
    assert names(sound(words(text))) == {"placeholders"}


@pytest.mark.parametrize(
    "text", ["The XXX Corps", "A to-do list", "ships come here and load", "تجارت کا متن", "текст договора"]
)
def test_i6_words_that_only_resemble_a_placeholder_pass(text):
    assert names(sound(words(text))) == set()


@pytest.mark.parametrize("title", ["Untitled", "New article 2", "Test", "بلا عنوان", "Без названия"])
def test_i6_a_title_that_is_none_is_refused(title):
    assert names(sound(title=title)) == {"placeholders"}


@pytest.mark.parametrize("href", ["#", "", "https://", "http:", "javascript:void(0)"])
def test_i6_a_link_to_nowhere_is_refused(href):
    assert names(sound(words(f'See <a href="{href}">the register</a>.'))) == {"empty_links"}


def test_i6_a_link_without_words_is_refused():
    assert names(sound(words('See <a href="https://ports.example/"></a>.'))) == {"wordless_links"}


def _to(page_id):
    return words(f'See <a linktype="page" id="{page_id}">grain</a>.')


def test_i6_a_link_to_a_published_page_passes_and_to_a_draft_is_refused():
    assert names(sound(_to(article("Grain").pk))) == set()
    (finding,) = found(sound(_to(article("Silos", live=False).pk), title="Ports again"))
    assert finding.rule == "links_readers_cannot_follow" and "Silos" in str(finding.said)


def test_i6_a_link_to_a_private_or_deleted_page_is_refused():
    from wagtail.models import PageViewRestriction

    hidden = article("Grain")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert "private" in str(found(sound(_to(hidden.pk)))[0].said)
    assert "deleted" in str(found(sound(_to(987654), title="Ports again"))[0].said)


@pytest.mark.parametrize(
    "href", ["/desk/pages/3/edit/", "http://localhost:8123/x/", "file:///C:/a.docx", "http://192.168.1.4/x"]
)
def test_i6_a_link_to_the_desk_or_to_ones_own_machine_is_refused(href):
    assert names(sound(words(f'See <a href="{href}">the draft</a>.'))) == {"links_readers_cannot_follow"}


def test_i6_an_address_of_ours_without_a_page_is_warned_of():
    (finding,) = found(sound(words('See <a href="/research/grian/">grain</a>.')))
    assert finding.rule == "dead_links" and finding.level is Level.WARNS
    assert names(sound(words(f'<a href="{article("Grain").url}">grain</a>'), title="Ports again")) == set()


def _figure(shown, **value):
    told = {"picture": shown.pk, "alt": "", "decorative": False, "caption": "", "credit": "", "source": "", **value}
    return block("figure", told)


def test_i6_a_picture_without_description_is_refused_unless_decorative():
    shown = picture()
    (finding,) = found(sound(_figure(shown)))
    assert finding.rule == "undescribed_pictures" and finding.place.path.endswith(".alt")
    assert names(sound(_figure(shown, decorative=True), title="Ports again")) == set()
    assert names(sound(_figure(shown, alt="A harbour"), title="Ports once more")) == set()


def test_i6_a_file_name_is_no_description():
    assert names(sound(_figure(picture(), alt="IMG_2034.jpg"))) == {"undescribed_pictures"}


def test_i6_a_lead_picture_is_described_too():
    (finding,) = found(sound(lead_picture=picture()))
    assert finding.place.path == "lead_picture"


def test_i6_a_long_description_is_warned_of():
    assert names(sound(_figure(picture(), alt="A harbour " * 40))) == {"long_descriptions"}


def test_i6_a_skipped_level_is_refused_with_the_level_that_would_do():
    (finding,) = found(sound(heading("Ports"), words(), heading("Silos", 4), words()))
    assert finding.rule == "skipped_levels" and "Part of a section" in str(finding.remedy)
    assert (
        names(sound(heading("Ports"), words(), heading("Silos", 3), words(), heading("Grain"), words(), title="X"))
        == set()
    )


@pytest.mark.parametrize("ended", [(), ("Silos", 2)])
def test_i6_a_heading_over_nothing_is_refused(ended):
    after = [heading(*ended), words()] if ended else []
    (finding,) = found(sound(heading("Events"), *after))
    assert finding.rule == "headings_over_nothing" and "“Events”" in str(finding.said)
    assert names(sound(heading("Ports"), heading("Gulf", 3), words(), title="Ports again")) == set()


def test_i6_a_bold_line_is_no_heading():
    assert names(sound(words("<b>What the register shows</b>"))) == {"headings_in_disguise"}


def _table(*headings):
    return block(
        "table",
        {
            "columns": [{"type": "text", "heading": heading} for heading in headings],
            "rows": [{"values": ["<p>a</p>"] * len(headings)}],
            "caption": "",
        },
    )


def test_i6_a_table_without_headers_is_refused():
    assert names(sound(_table("", ""))) == {"tables_without_headers"}
    assert names(sound(_table("Port", ""), title="Ports again")) == {"tables_without_headers"}
    assert names(sound(_table("", "Boxes"), title="Ports once more")) == set()


@pytest.mark.parametrize(
    "empty",
    [
        block("paragraph", "<p> </p>"),
        block("list", "<ul><li></li></ul>"),
        block("figure", {"picture": None, "caption": ""}),
        block("embed", {"url": "", "title": ""}),
    ],
)
def test_i6_an_empty_block_is_refused(empty):
    assert names(sound(empty)) == {"empty_blocks"}


def test_i6_what_an_import_could_not_bring_is_warned_of():
    left = block("unresolved", {"name": "slider", "attributes": "", "original": "[slider]"})
    assert names(sound(left)) == {"not_brought_over"}


def test_i6_a_place_that_links_lead_to_is_no_empty_block():
    assert not names(sound(block("places", {"names": "n1"})))


def test_i6_an_article_names_somebody():
    page = sound()
    page.contributors = []
    assert names(page) == {"ArticlePage.nobody_named"}


def test_i6_an_article_has_a_text():
    page = sound()
    page.body = []
    assert names(page) == {"nothing_to_read"}


def test_i6_what_stands_in_lists_has_a_date(monkeypatch):
    page = sound()
    page.published = None
    page.prepare_for_print = lambda: None
    assert names(page) == {"no_date"}


def test_i6_an_address_that_another_page_has_is_refused():
    article("Ports of the Gulf")
    page = sound(title="Grain")
    page.slug = "ports-of-the-gulf"
    assert names(page) == {"address_taken"}


@pytest.mark.parametrize(
    ("title", "rule"),
    [("بندرگاہ " * 26, "endless_titles"), ("Ports " * 25, "long_titles"), ("PORTS OF THE GULF", "titles_in_capitals")],
)
def test_i6_a_title_keeps_within_measure(title, rule):
    assert names(sound(title=title.strip())) == {rule}


@pytest.mark.parametrize("title", ["NATO", "ECO and SCO", "بندرگاہیں"])
def test_i6_acronyms_and_scripts_without_capitals_pass(title):
    assert names(sound(title=title)) == set()


def test_i6_a_word_of_ninety_letters_is_warned_of():
    (finding,) = found(sound(words("x" * 2 + "y" * 88)))
    assert finding.rule == "long_words" and "90 letters" in str(finding.said)


def test_i6_letters_that_were_lost_are_refused_and_misread_ones_warned_of():
    assert names(sound(words("The minister\ufffds word"))) == {"lost_letters"}
    assert names(sound(words("The ministerâ€™s word"), title="Ports again")) == {"misread_letters"}


@pytest.mark.parametrize("text", ["Ports&amp;nbsp;of", "&lt;p&gt;Ports&lt;/p&gt;"])
def test_i6_markup_that_shows_is_refused(text):
    assert names(sound(words(text))) == {"markup_that_shows"}


@pytest.fixture
def institute():
    record = Organisation.load()
    record.name, record.short_name = "Institute of Regional Studies", "IRS"
    record.texts = [OrganisationText(language="ru", name="Институт региональных исследований", short_name="ИРИ")]
    record.save()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The Institute for Regional Studies asked.", "Institute for Regional Studies"),
        ("The Islamabad Research Society (IRS) asked.", "Islamabad Research Society"),
        ("IRS (Institute of Regional Strategy) asked.", "Institute of Regional Strategy"),
        ("Институт Развития Индустрии (ИРИ) спросил.", "Институт Развития Индустрии"),
    ],
)
def test_i6_an_organisation_has_one_name(institute, text, other):
    (finding,) = found(sound(words(text)))
    assert finding.rule == "other_names" and other in str(finding.said) and finding.level is Level.WARNS


@pytest.mark.parametrize(
    "text",
    [
        "The Institute of Regional Studies (IRS) asked.",
        "Regional studies of the institute (2024)",
        "They paid (IRS) twice",
    ],
)
def test_i6_its_own_name_and_other_words_pass(institute, text):
    assert names(sound(words(text))) == set()


def test_i6_numbers_without_any_source_are_warned_of():
    claims = "Trade rose by 12 per cent, to $3 billion, of which 40% is grain."
    assert names(sound(words(claims))) == {"numbers_without_source"}
    sourced = words(f'{claims} <a href="https://ports.example/">Ports</a>')
    assert names(sound(sourced, title="Ports again")) == set()


def test_i6_a_table_of_numbers_without_source_is_warned_of():
    table = _table("Port", "Boxes")
    table["value"]["rows"] = [{"values": ["<p>Gwadar 2024</p>", "<p>120,000</p>"]}] * 2
    assert names(sound(table)) == {"data_without_source"}


def test_i6_a_heading_disclaimer_is_refused():
    page = sound(heading("Ports"), words(), heading("Disclaimer"), words("Views are the author's own."))
    assert names(page) == {"disclaimer_as_heading"}


def test_i6_what_a_page_takes_from_elsewhere_is_looked_at_too():
    from communique.sections.articles.models import ArticleType, Disclaimer

    kind = ArticleType.objects.create(name="Opinion")
    Disclaimer.objects.create(article_type=kind, language="en", text="<p>[newsletter_form id='3']</p>")
    (finding,) = found(sound(article_type=kind))
    assert finding.rule == "shortcodes" and finding.place.path == ""


def test_i6_what_a_page_leads_on_to_is_the_business_of_those_pages():
    ports = Topic.objects.create(title="Ports")
    for day in range(4):
        article("[mc4wp_form] TODO", days=day, topics=[ports])
    draft = sound(topics=[ports], published=FIRST, live=True)
    series = SeriesPage(title="TODO", slug="s", parts=[SeriesPart(part=draft.page_ptr)])
    stories.home().add_child(instance=series)
    assert names(draft) == set()


def test_i6_findings_come_in_the_order_of_the_page():
    page = sound(words("[mc4wp_form]"), words("TODO"), title="Untitled")
    page.contributors = []
    assert [finding.rule for finding in found(page)][:3] == ["placeholders", "shortcodes", "placeholders"]


def test_i6_a_name_in_the_page_rows_is_found(institute):
    page = sound()
    page.contributors.all()[0].affiliation = "Institute for Regional Studies"
    page.contributors = [type(one)(person=Person.objects.get(), affiliation="Institute for Regional Studies")
                         for one in page.contributors.all()]  # fmt: skip
    (finding,) = found(page)
    assert finding.place.path.startswith("contributors.") and "Affiliation" in str(finding.place.name)
