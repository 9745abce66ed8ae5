"""People: what names them, and what is left when they are deleted."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from communique.content.models import Organisation, Person
from communique.sections.about.models import Circle, Office
from communique.sections.articles.models import Contributor

from . import stories


@pytest.fixture
def rahat(db):
    return Person.objects.create(name="Rahat Idris")


def test_who_is_named_on_a_page_can_not_be_deleted(rahat):
    stories.article("Grain", author=rahat)
    with pytest.raises(ProtectedError):
        rahat.delete()


def test_a_draft_that_names_somebody_who_was_deleted_opens_without_them(rahat):
    article = stories.article("Grain")
    article.contributors = [Contributor(person=rahat), Contributor(person=Person.objects.create(name="Ela Noor"))]
    article.save_revision()
    rahat.delete()
    draft = article.get_latest_revision_as_object()
    assert [one.person.name for one in draft.contributors.all()] == ["Ela Noor"]
    draft.save_revision().publish()


def test_c3_who_holds_an_office_can_not_be_deleted(rahat):
    Circle.objects.create(name="Board", offices=[Office(person=rahat)])
    with pytest.raises(ProtectedError):
        rahat.delete()


def test_a2_a_ror_id_is_checked_and_kept_without_its_address():
    organisation = Organisation(name="The Institute", ror="https://ror.org/05gq02987")
    organisation.clean_fields()
    assert organisation.ror == "05gq02987"
    person = Person(name="Amina Rahman", affiliation_ror="05gq02988")
    with pytest.raises(ValidationError) as refused:
        person.clean_fields(exclude=["slug"])
    (said,) = refused.value.message_dict["affiliation_ror"]
    assert "“05gq02988” is no ROR iD" in said and "Copy it from" in said
