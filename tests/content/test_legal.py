"""Legal pages: privacy compiled from what is in use, links at the foot, and what is missing. Rows C9, N4."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from communique.content import legal, privacy
from communique.content.models import LegalPage, Organisation
from communique.content.privacy import Passage
from communique.sections.articles import forms
from communique.sections.articles.models import ArticleType
from communique.site import founding, starting, starting_types

from .stories import copies, copy, home

pytestmark = pytest.mark.django_db


def page(role="privacy", language="en", **fields):
    told = {"title": f"{role} {language}", "role": role, "language": language, **fields}
    return home(language).add_child(instance=LegalPage(**told))


def at_the_foot(language="en"):
    return [one["title"] for one in copies("footer", language)[0].context["legal"]]


def told(one):
    return [passage["title"] for passage in copy("legal page", one).context["passages"]]


def test_c9_links_at_the_foot_are_there_when_the_pages_are():
    home("ur")
    assert at_the_foot() == []
    accessible, kept = page("accessibility"), page("privacy")
    assert at_the_foot() == ["privacy en", "accessibility en"] and at_the_foot("ur") == []
    kept.unpublish()
    assert at_the_foot() == ["accessibility en"] and accessible.live


def test_c9_privacy_says_what_is_in_use_and_no_more():
    own = page()
    every = ["Reading", "Recordings kept by others", "Reading settings", "Addresses without a page", "Signing in"]
    assert told(own) == every
    organisation = Organisation.load()
    organisation.email = "office@institute.example"
    organisation.save()
    assert "Writing to us" in told(own)
    assert told(page("imprint")) == []


def test_c9_a_part_that_keeps_something_adds_its_passage(monkeypatch):
    monkeypatch.setattr(privacy, "_offered", dict(privacy._offered))
    privacy.offer(lambda say, ask, language: Passage("Letters", f"In {language}."), weight=15)
    assert told(page())[:3] == ["Reading", "Letters", "Recordings kept by others"]


@pytest.mark.parametrize(("language", "word"), [("ur", "پڑھنا"), ("ar", "القراءة"), ("ru", "Чтение")])
def test_c9_it_is_said_in_the_language_of_the_page(language, word):
    assert told(page(language=language))[0] == word


def test_c9_there_is_one_of_each_in_a_language():
    page()
    with pytest.raises(ValidationError, match="is this page in this language already"):
        LegalPage(title="Another", role="privacy", language="en", slug="another").clean()


def test_c9_what_is_missing_is_told_by_language_with_its_draft():
    home("ur")
    page()
    draft = page("accessibility", live=False)
    found = {(lack.role, lack.language): lack.draft for lack in legal.lacking()}
    assert found == {("accessibility", "en"): draft.pk} | dict.fromkeys(
        [("privacy", "ur"), ("accessibility", "ur")], None
    )


def test_c9_what_takes_something_from_readers_waits_for_the_page():
    home()
    with pytest.raises(legal.Missing, match="There is no page on “Privacy” in English yet"):
        legal.require("privacy", "en")
    page()
    legal.require("privacy", "en")


def test_c9_the_desk_tells_what_is_missing_and_leads_there(client, hamid):
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    draft = page("accessibility", live=False)
    seen = client.get("/desk/").content.decode()
    assert "Pages that every site should have" in seen and f"/desk/pages/{draft.pk}/edit/" in seen
    assert f"/desk/pages/add/content/legalpage/{home().pk}/" in seen


def test_c9_the_doctor_tells_it_too():
    from django.conf import settings

    from communique.site.examination import State, _legal

    home()
    assert {finding.state for finding in _legal(settings.COMMUNIQUE)} == {State.BETTER}
    page(), page("accessibility")
    assert [finding.state for finding in _legal(settings.COMMUNIQUE)] == [State.WELL]


def test_n4_a_new_site_has_an_accessibility_statement_to_begin_with_in_each_language():
    founding.found("The Institute", ["en", "ur"])
    pages = LegalPage.objects.filter(role="accessibility").order_by("pk")
    assert [(one.language, one.live) for one in pages] == [("en", False), ("ur", False)]
    assert pages[1].original_id == pages[0].pk
    for one in pages:
        one.get_latest_revision().publish()
        assert "WCAG" in copy("legal page", one.pk).context["page"]["body_html"]


@pytest.mark.parametrize("role", ["privacy", "accessibility"])
def test_n4_the_texts_to_begin_with_are_whole_in_four_languages(role):
    texts = starting.texts()[role]
    assert set(texts) == {"en", "ur", "ar", "ru"}
    assert len({len(text["sections"]) for text in texts.values()}) == 1


def test_c1_a_new_site_begins_with_a_type_for_each_form_in_its_languages():
    founding.found("The Institute", ["en", "ur"])
    types = {kind.form: kind for kind in ArticleType.objects.all()}
    assert set(types) == set(forms.FORMS)
    for kind in types.values():
        assert (
            {one.language for one in kind.texts.all()}
            == {one.language for one in kind.disclaimers.all()}
            == {"en", "ur"}
        )


def test_c1_what_types_are_called_is_said_in_every_language_a_site_can_have():
    assert all(set(told) == set(founding.WORDS) for told in starting_types.texts().values())
