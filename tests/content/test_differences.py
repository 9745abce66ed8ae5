"""What readers would find changed, and what only programs changed. Row A14."""

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from communique.content import differences
from communique.content.blocks import NOTED_PARAGRAPH
from communique.content.models import Person, Topic
from communique.sections.articles.models import Contributor
from communique.site.demonstration import texts
from communique.site.demonstration.markup import References, blocks

from .stories import article, block, heading

pytestmark = pytest.mark.django_db

LINKS = References(page=lambda _: 1, picture=lambda _: 1, document=3)


def through_the_editor(markup):
    """What the desk's editor makes of a text that nobody touched."""
    editor = ContentstateConverter(NOTED_PARAGRAPH)
    return editor.to_database_format(editor.from_database_format(markup))


def between(before, **after):
    changed = type(before).objects.get(pk=before.pk)
    for name, value in after.items():
        setattr(changed, name, value)
    return differences.between(before, changed)


def test_a_text_that_went_through_the_editor_untouched_is_no_other_text():
    for text in texts.articles():
        body = blocks(text.manuscript, LINKS)
        page = article(f"{text.key}", body=body)
        kept = [
            {**one, "value": through_the_editor(one["value"])} if isinstance(one["value"], str) else one for one in body
        ]
        assert between(page, body=kept) == [], text.key


def test_a_changed_passage_is_shown_before_and_after():
    page = article("Ports", body=[heading("One"), block("paragraph", "<p>Forty lorries.</p>")])
    (told,) = between(page, body=[page.body.raw_data[0], block("paragraph", "<p>Four lorries.</p>")])
    assert (told.before, told.after) == ("Forty lorries.", "Four lorries.")


def test_a_passage_that_came_or_went_has_one_side():
    page = article("Ports", body=[block("paragraph", "<p>One.</p>")])
    (told,) = between(page, body=[*page.body.raw_data, block("paragraph", "<p>Two.</p>")])
    assert (told.before, told.after) == ("", "Two.")


def test_another_byline_is_a_change_and_another_filing_is_none():
    page = article("Ports", author=Person.objects.create(name="Amina"))
    other = type(page).objects.get(pk=page.pk)
    other.contributors = [Contributor(person=Person.objects.create(name="Bilal"))]
    assert [one.what for one in differences.between(page, other)] == ["contributors"]
    assert between(page, topics=[Topic.objects.create(title="Gas")], search_description="Ports.") == []


def test_a_caption_that_became_a_paragraph_is_the_same_caption():
    page = article("Ports", lead_caption="At <em>dusk</em>")
    assert between(page, lead_caption='<p data-block-key="x1">At <em>dusk</em></p>') == []
    assert len(between(page, lead_caption="<p>At dawn</p>")) == 1
