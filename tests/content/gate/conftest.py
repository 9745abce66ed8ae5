"""What the gate's tests share: a desk with every right, and the form that an editor sends."""

from __future__ import annotations

import pytest


@pytest.fixture
def form():
    """What the editor's form of an article sends."""
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

    def filled(*paragraphs, people=(), **fields):
        plain = ("kicker", "standfirst", "slug", "search_description", "lead_picture", "lead_alt", "lead_credit")
        rest = ("article_type", "published", "updated", "original", "go_live_at", "expire_at")
        told = dict.fromkeys((*plain, *rest), "")
        told |= {"language": "en", "lead_caption": rich_text("")}
        blocks = [("paragraph", rich_text(text)) for text in paragraphs]
        told |= {
            "body": streamfield(blocks),
            "contributors": inline_formset(
                [{"person": one.pk, "role": "author", "affiliation": "", "ORDER": at} for at, one in enumerate(people)]
            ),
            "pdfs": inline_formset([]),
            "comments": inline_formset([]),
        }
        return nested_form_data({**told, **fields})

    return filled
