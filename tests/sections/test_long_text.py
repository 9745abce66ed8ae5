"""Sixty thousand words at the desk and in print."""

import pytest

from communique.content.gate.judging import judge
from communique.content.models import Person
from tests.content.stories import article, block, copy, heading

pytestmark = pytest.mark.django_db
WORDS = "A lorry that is weighed at one port is weighed again at the next one along the coast road."


def test_a_text_of_sixty_thousand_words_is_checked_and_printed_whole():
    body = []
    for chapter in range(60):
        body += [heading(f"Chapter {chapter}"), *(block("paragraph", f"<p>{WORDS}</p>") for _ in range(56))]
    page = article("A thesis", body=body, standfirst="All of it.", author=Person.objects.create(name="Amina Rahman"))
    assert judge(page).refusals == []
    printed = copy("article", page).context["article"]
    assert len(printed["headings"]) == 60
    assert printed["body_html"].count(WORDS) == 60 * 56
    assert len(printed["body_html"].split()) > 60_000
