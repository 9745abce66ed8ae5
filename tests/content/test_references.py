"""What refers to what, as the desk shows it ("Usage"): noted once when a page is published, and not for a draft."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from communique.content.models import Person

from . import stories
from .stories import article

pytestmark = pytest.mark.django_db


def users_of(thing):
    return {reference.object_id for reference in ReferenceIndex.get_references_to(thing)}


def test_a_published_page_is_told_as_the_user_of_what_it_shows_and_a_draft_is_not():
    before, after = (stories.picture(word, width=60, alt_text=word) for word in ("Cranes", "Quays"))
    author = Person.objects.create(name="Amina Rahman")
    page = article("Ports", author=author, lead_picture=before)
    page.lead_picture = after
    draft = page.save_revision()
    assert (users_of(before), users_of(after), users_of(author)) == ({str(page.pk)}, set(), {str(page.pk)})
    draft.publish()
    assert (users_of(before), users_of(after)) == (set(), {str(page.pk)})


def test_it_is_noted_once_for_each_publication():
    page = article("Ports", author=Person.objects.create(name="Amina Rahman"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page.save_revision().publish()
    looked = [one["sql"] for one in asked if 'FROM "wagtailcore_referenceindex"' in one["sql"]]
    assert len(looked) == 1


def test_where_the_index_is_off_it_is_left_to_whoever_switched_it_off():
    shown = stories.picture("Cranes", width=60, alt_text="Cranes")
    with disable_reference_index_auto_update():
        page = article("Ports", lead_picture=shown)
        page.save()
    assert users_of(shown) == set()
    page.save()
    assert users_of(shown) == {str(page.pk)}
