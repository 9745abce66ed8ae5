"""The contact page and its form: shown, written in, screened, kept, mailed, receipted, forgotten. Rows C5, C9."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client

from communique.content import gate, retention
from communique.content.models import LegalPage, Organisation
from communique.mail import outbox
from communique.mail.models import Outgoing
from communique.readers.contact import screening, views, writing
from communique.readers.contact.limits import Limit, network
from communique.readers.contact.models import ContactPage, ContactPlace, ContactSubject, Letter
from communique.readers.contact.writing import Written
from tests.content.stories import copies, home
from tests.mail.recorder import recording

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LETTER = {"name": "Sana", "email": "sana@reader.example", "text": "When is the next seminar on ports?"}


@pytest.fixture(autouse=True)
def no_limits(monkeypatch):
    """Each test begins with nobody counted."""
    for name in ("FROM_ONE", "FROM_ALL"):
        monkeypatch.setattr(views, name, Limit(*((5, 600) if name == "FROM_ONE" else (120, 3600))))


def privacy(language="en"):
    return home(language).add_child(instance=LegalPage(title="Privacy", role="privacy", language=language))


def contact(language="en", *, subjects=("Press",), **fields):
    fields = {"title": "Contact", "takes_letters": True, "language": language, **fields}
    page = ContactPage(**fields, places=[ContactPlace(name="Head office", telephone="+92 51 111", address="1 Road\nA")])
    page.subjects = [ContactSubject(label=label, recipients=f"{label.lower()}@desk.example") for label in subjects]
    return home(language).add_child(instance=page)


@pytest.fixture
def page():
    privacy()
    return contact()


def printed(page):
    return copies("contact", page.pk)


def address(page):
    return f"/-/contact/{page.pk}/"


def token_of(page, *, client=None, now=NOW):
    with time_machine.travel(now, tick=False):
        return (client or Client()).get(f"{address(page)}token/").json()["token"]


def write(page, *, now=NOW, age=30, client=None, headers=None, token=None, **fields):
    """Fill in the form with scripts, half a minute before it is sent."""
    client = client or Client()
    token = token_of(page, client=client, now=now - timedelta(seconds=age)) if token is None else token
    with time_machine.travel(now, tick=False):
        return client.post(address(page), {**LETTER, "token": token, **fields}, headers=headers or {})


# The page


def test_c5_the_page_shows_places_and_a_form_and_never_who_gets_letters(page):
    own, sent = printed(page)
    assert own.context["places"][0]["lines"] == ["1 Road", "A"] and own.context["places"][0]["dialled"] == "+9251111"
    assert own.context["form"]["action"] == address(page)
    assert sent.address == f"{own.address}sent/" and sent.context["frame"]["robots"] == "noindex"
    assert "desk.example" not in str(own.context)


def test_c9_without_a_page_on_privacy_there_is_no_form_and_none_is_taken():
    page = contact()
    (only,) = printed(page)
    assert only.context["form"] is None
    assert write(page).status_code == 404 and not Letter.objects.exists()
    kept = privacy()
    assert len(printed(page)) == 2
    kept.unpublish()
    assert len(printed(page)) == 1


def _found(page):
    return {finding.rule: finding.level for finding in gate.look(page, NOW)} if hasattr(gate, "look") else {}


def test_c9_a_page_on_privacy_says_what_the_form_keeps_and_for_how_long(page):
    (told,) = copies("legal page", LegalPage.objects.get().pk)
    passage = next(one for one in told.context["passages"] if "form" in one["title"])
    assert "(days: 365)" in passage["text"]
    ContactPage.objects.update(takes_letters=False)
    (told,) = copies("legal page", LegalPage.objects.get().pk)
    assert not [one for one in told.context["passages"] if "form" in one["title"]]


def test_c5_a_recipient_that_is_no_address_is_refused():
    subject = ContactSubject(label="Press", recipients="a@b.example, office at our place")
    with pytest.raises(ValidationError, match="“office at our place” is no e-mail address"):
        subject.clean()
    subject.recipients = " a@b.example ,a@b.example, c@d.example,"
    subject.clean()
    assert subject.recipients == "a@b.example, c@d.example"


# Writing


def test_c5_a_letter_is_kept_and_mailed_and_its_writer_gets_a_receipt(page):
    organisation = Organisation.load()
    organisation.name = "The Institute"
    organisation.save()
    with recording() as server:
        answer = write(page)
        assert answer.status_code == 303 and answer["Location"] == f"{page.address}sent/"
        outbox.deliver(NOW)
    letter = Letter.objects.get()
    assert (letter.state, letter.subject, letter.forget_on) == ("new", "Press", date(2027, 11, 24))
    (mail,), (receipt,) = server.to("press@desk.example"), server.to("sana@reader.example")
    assert mail["Reply-To"] == "Sana <sana@reader.example>" and LETTER["text"] in mail.get_content()
    assert "The Institute" in receipt["Subject"] and receipt["Auto-Submitted"] == "auto-replied"


def test_c5_a_receipt_carries_no_words_of_the_writer(page):
    write(page, name="Buy pills", text="Buy pills at our shop, it is a fine shop indeed.")
    receipt = Outgoing.objects.get(automatic=True)
    assert "pills" not in receipt.subject + receipt.text + receipt.reply_to


def test_c5_nobody_gets_more_than_one_receipt_a_day(page):
    for hour in (0, 1, 23):
        write(page, now=NOW + timedelta(hours=hour), email="Sana@reader.example" if hour else "sana@reader.example")
    assert Outgoing.objects.filter(automatic=True).count() == 1
    write(page, now=NOW + timedelta(hours=25), text="Another letter altogether.")
    assert Outgoing.objects.filter(automatic=True).count() == 2


def test_c5_without_scripts_the_letter_is_shown_once_more_and_then_sent(page):
    shown = write(page, token="")
    assert shown.status_code == 200 and "Look over your letter" in shown.content.decode()
    assert LETTER["text"] in shown.content.decode() and not Letter.objects.exists()
    token = shown.content.decode().partition('name="token" value="')[2].partition('"')[0]
    assert write(page, now=NOW + timedelta(seconds=9), token=token).status_code == 303
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("age", [0, 1, 25 * 3600])
def test_c5_a_form_that_is_too_quick_or_too_old_is_shown_once_more(page, age):
    assert write(page, age=age).status_code == 200 and not Letter.objects.exists()


def test_c5_a_token_is_for_one_page_and_for_one_letter(page):
    other = contact(title="Elsewhere")
    assert write(page, token=token_of(other, now=NOW - timedelta(minutes=1))).status_code == 200
    token = token_of(page, now=NOW - timedelta(minutes=1))
    assert [write(page, token=token).status_code for _ in range(2)] == [303, 303]
    assert Letter.objects.count() == 1 and Outgoing.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", " \u202e ", "Write your name"),
        ("name", "n" * 121, "120 characters are the most"),
        ("email", "sana", "in full, like name@example.org"),
        ("email", "a@b.example, c@d.example", "in full"),
        ("email", "a@b.example\r\nBcc: c@d.example", "in full"),
        ("email", "шура@почта.example", "in full"),
        ("text", "  \n ", "Write what you want to tell us"),
        ("text", "w" * 10_001, "10000 characters are the most"),
    ],
)
def test_c5_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(page, field, value, said):
    answer = write(page, **{field: value, ("text" if field != "text" else "name"): "Typed <b>before</b>"})
    seen = answer.content.decode()
    assert answer.status_code == 422 and seen.count(said) == 2 and f'id="part:fault-{field}"' in seen
    assert "Typed &lt;b&gt;before&lt;" in seen and not Letter.objects.exists()


def test_c5_one_of_several_subjects_has_to_be_chosen_and_decides_who_gets_it():
    privacy()
    page = contact(subjects=("Press", "Events"))
    assert write(page).status_code == 422
    assert write(page, subject="0").status_code == 422
    events = page.subjects.get(label="Events")
    assert write(page, subject=str(events.pk)).status_code == 303
    assert Outgoing.objects.filter(automatic=False).get().to == "events@desk.example"


def test_c5_what_one_agrees_to_is_asked_for_and_kept():
    privacy()
    page = contact(consent="You may keep my letter.")
    assert write(page).status_code == 422
    assert write(page, agreed="yes").status_code == 303
    assert Letter.objects.get().agreed_to == "You may keep my letter."


def test_c5_the_form_speaks_the_language_of_its_page():
    privacy("ur")
    answer = write(contact("ur"), name="")
    seen = answer.content.decode()
    assert 'dir="rtl"' in seen and "Write your name" not in seen and answer.status_code == 422


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_s10_a_form_of_another_site_is_turned_away_and_its_words_not_shown(page, headers):
    answer = write(page, headers=headers)
    assert answer.status_code == 403 and LETTER["text"] not in answer.content.decode()
    assert not Letter.objects.exists()


def test_s10_our_own_origin_is_no_other_site(page):
    own = {"Origin": settings.COMMUNIQUE.address, "Sec-Fetch-Site": "same-origin"}
    assert write(page, headers=own).status_code == 303


def test_r14_a_flood_is_turned_away_in_words_and_leaves_nothing(page):
    answers = [write(page, text=f"Letter number {number} about ports.").status_code for number in range(7)]
    assert answers == [303] * 5 + [429] * 2
    assert Letter.objects.count() == 5
    forged = {"X-Forwarded-For": "203.0.113.9"}
    assert write(page, headers=forged).status_code == 429


def test_c5_a_limit_counts_each_by_itself_and_forgets():
    limit = Limit(2, 60, places=3)
    assert [limit.allows("a", now) for now in (0, 1, 2)] == [True, True, False]
    assert limit.allows("b", 3) and limit.allows("a", 61)
    assert network("2001:db8::1") == network("2001:db8::ffff") != network("2001:db8:0:1::1")


def test_c5_a_letter_has_no_trace_of_where_it_came_from(page):
    write(page)
    assert "127.0.0.1" not in str(Letter.objects.values().get())


# Spam


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"website": "https://shop.example"}, "trap"),
        ({"text": "Fine pills [url=https://shop.example]here[/url] for all of you"}, "markup"),
        ({"text": "Look: " + "https://shop.example/a " * 5}, "links"),
        ({"text": "https://shop.example/ hello"}, "link_alone"),
        ({"name": "www.shop.example"}, "link_in_name"),
    ],
)
def test_c5_what_is_suspicious_is_held_without_mail_and_its_sender_not_told(page, fields, why):
    assert write(page, **fields).status_code == 303
    letter = Letter.objects.get()
    assert letter.state == "held" and why in letter.suspicions.split()
    assert not Outgoing.objects.exists()


def test_c5_the_same_text_again_and_again_is_held(page):
    for number in range(3):
        write(page, name=f"Reader {number}", email=f"r{number}@reader.example")
    assert list(Letter.objects.order_by("pk").values_list("state", flat=True)) == ["new", "new", "held"]


def test_c5_letters_with_sources_are_no_spam():
    text = "I read https://a.example/1 and https://b.example/2, and ask whether the figures of 2021 agree."
    assert screening.suspicions(Written("Sana", "s@r.example", "", text), before=0) == []


def test_c5_a_host_in_another_script_is_written_as_mail_servers_do():
    assert writing.written({"email": "shura@почта.рф"}).email == "shura@xn--80a1acny.xn--p1ai"


# Keeping


def test_c5_letters_are_forgotten_when_their_time_is_over_with_what_waits_to_be_mailed(page):
    write(page)
    ContactPage.objects.update(keep_days=3650)  # what was told to the writer holds
    retention.forget(NOW + timedelta(days=364))
    assert Letter.objects.count() == 1
    retention.forget(NOW + timedelta(days=366))
    assert not Letter.objects.exists() and not Outgoing.objects.exists()


def test_c5_what_is_held_as_spam_is_forgotten_after_a_month(page):
    write(page, website="x")
    retention.forget(NOW + timedelta(days=31))
    assert not Letter.objects.exists()


def test_c5_letters_outlive_their_page(page):
    write(page)
    page.delete()
    assert Letter.objects.get().page is None
