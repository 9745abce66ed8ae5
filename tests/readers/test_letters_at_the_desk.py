"""Letters at the desk: who may see them, what is noted, let through, exported, deleted. Rows C5, I12, S1."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from communique.content import gate
from communique.mail import outbox
from communique.mail.models import REFUSED, Outgoing
from communique.readers.contact.models import ContactPage, ContactSubject, Letter
from communique.readers.contact.sending import pass_on
from tests.content.stories import home

from .test_contact import contact, privacy

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def letter(once="a", **fields):
    said = {"subject": "Press", "name": "Sana", "email": "sana@reader.example", "text": "On the ports of the Gulf."}
    kept = {"arrived": NOW, "forget_on": date(2027, 11, 24), "recipients": "press@desk.example", "digest": once}
    return Letter.objects.create(**{"language": "en", "once": once, **said, **kept, **fields})


@pytest.fixture
def publisher(client, hamid):
    client.force_login(hamid)
    return client


def at(name, *numbers):
    return reverse(f"contact_{name}", args=numbers)


def test_s1_only_who_may_see_letters_sees_them(client, amina, hamid):
    one = letter()
    places = (at("letters"), at("export"), at("letter", one.pk))
    deeds = (at("letter_change", one.pk), at("letter_delete", one.pk))
    assert {client.get(place).status_code for place in places} == {302}
    client.force_login(amina)
    assert "Letters" not in client.get("/desk/").content.decode()
    refused = [client.get(place).status_code for place in places] + [client.post(deed).status_code for deed in deeds]
    assert set(refused) <= {302, 403} and Letter.objects.get().state == "new"
    assert not any("ports of the Gulf" in client.get(place, follow=True).content.decode() for place in places)
    client.force_login(hamid)
    assert {client.get(place).status_code for place in places} == {200}


def test_c5_letters_are_found_by_state_and_words_and_spam_stands_apart(publisher):
    letter(), letter("b", text="About grain."), letter("c", text="Pills", state="held", suspicions="links")
    shown = publisher.get(at("letters")).content.decode()
    assert "the Gulf" in shown and "grain" in shown and "Pills" not in shown
    assert "Pills" in publisher.get(at("letters"), {"state": "held"}).content.decode()
    found = publisher.get(at("letters"), {"q": "GRAIN sana"}).content.decode()
    assert "grain" in found and "the Gulf" not in found


def test_c5_what_became_of_a_letter_is_noted_and_logged_without_its_words(publisher, hamid):
    one = letter()
    publisher.post(at("letter_change", one.pk), {"state": "answered"})
    one.refresh_from_db()
    entry = ModelLogEntry.objects.get(action="contact.letter")
    assert one.state == "answered" and entry.user == hamid and entry.data == {"state": "answered"}
    assert "Sana" not in entry.label and "sana@" not in str(entry.data) + entry.label


def test_c5_what_was_held_and_is_no_spam_is_mailed_once(publisher):
    one = letter(state="held", suspicions="links again")
    assert "It holds many links." in publisher.get(at("letter", one.pk)).content.decode()
    for state in ("new", "held", "new"):
        publisher.post(at("letter_change", one.pk), {"state": state})
    assert Outgoing.objects.get().to == "press@desk.example"


def test_c5_a_state_that_there_is_not_changes_nothing(publisher):
    one = letter()
    publisher.post(at("letter_change", one.pk), {"state": "burnt"})
    one.refresh_from_db()
    assert one.state == "new" and not ModelLogEntry.objects.exists()


def test_c5_the_desk_tells_what_became_of_the_mails(publisher):
    one = letter()
    pass_on(one, now=NOW)
    assert "waits to be sent" in publisher.get(at("letter", one.pk)).content.decode()
    Outgoing.objects.update(state=REFUSED, trouble="550 never")
    assert "given up: 550 never" in publisher.get(at("letter", one.pk)).content.decode()


def test_s13_a_spreadsheet_reckons_with_nothing_and_its_taking_is_logged(publisher):
    letter(name="=HYPERLINK(1)", text="=1+1\x0b"), letter("b")
    answer = publisher.get(at("export"))
    sheet = load_workbook(BytesIO(answer.content)).active
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"} and sheet.max_row == 3 and "no-store" in answer["Cache-Control"]
    assert ModelLogEntry.objects.filter(action="contact.export").count() == 2


def test_c5_a_letter_that_is_deleted_takes_its_mails_along(publisher):
    one = letter()
    pass_on(one, now=NOW)
    publisher.post(at("letter_delete", one.pk))
    assert not Letter.objects.exists() and not Outgoing.objects.exists()
    assert ModelLogEntry.objects.filter(action="contact.delete").exists()
    assert outbox.deliver(NOW).sent == 0


def test_c5_the_first_page_of_the_desk_counts_what_is_not_answered(publisher):
    assert "answered yet" not in publisher.get("/desk/").content.decode()
    letter(), letter("b", state="answered"), letter("c", state="held")
    assert "1 letter isn’t answered yet." in publisher.get("/desk/").content.decode()


# Before publishing


def found(**fields):
    page = contact(live=False, **fields)
    return {str(one.said): one.level for one in gate.judge(ContactPage.objects.get(pk=page.pk)).findings}


def test_c9_a_form_is_refused_while_the_page_on_privacy_is_missing():
    home()
    (said,) = [said for said in found() if "There is no page on “Privacy” in English yet" in said]
    privacy()
    assert said not in found(title="Another")


def test_c5_a_form_that_nobody_reads_is_refused():
    privacy()
    assert found(subjects=())["Nobody would get what readers write."] == "refuses"
    assert "Nobody would get what readers write." not in found(title="Another", subjects=(), takes_letters=False)


def test_c5_a_page_without_any_way_to_reach_anybody_is_warned_of():
    page = home().add_child(instance=ContactPage(title="Contact"))
    assert [one.level for one in gate.judge(page).findings if "reach you" in str(one.said)] == ["warns"]


def test_c5_the_form_at_the_desk_opens_and_says_what_is_wrong_with_a_recipient(desk):
    page = contact()
    assert desk.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).status_code == 200
    subject = ContactSubject(label="Press", recipients="nobody")
    with pytest.raises(Exception, match="is no e-mail address"):
        subject.full_clean(exclude=["page"])


@pytest.fixture
def desk(client, hamid):
    """Hamid's desk, with every right."""
    hamid.is_superuser = True
    hamid.save()
    client.force_login(hamid)
    return client
