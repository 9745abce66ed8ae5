"""Who gets letters, the letters themselves and their mails; a draft of changes to a page, and a draft."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from communique.mail.models import Outgoing
from communique.readers.contact.models import ContactPage, ContactPlace, ContactSubject, Letter

from .institute import Institute


def plant(at: Institute) -> None:
    home = at.section.get_parent()
    live = ContactPage(title="Write to us", slug="write", takes_letters=True)
    live.places = [ContactPlace(name="Hall A", telephone="+92 51 1")]
    recipients = f"{at.plant('who gets letters')}@institute.example"
    live.subjects = [ContactSubject(label="Anything", recipients=recipients)]
    home.add_child(instance=live)
    told = {name: at.plant(f"letter: {name}") for name in ("name", "subject", "text", "agreed_to", "recipients")}
    email = f"{at.plant('letter: e-mail')}@example.org"
    day = timezone.localdate() + timedelta(days=30)
    kept = {"once": at.plant("letter: token"), "digest": "0", "arrived": timezone.now(), "forget_on": day}
    Letter.objects.create(page=live, language="en", email=email, **told, **kept)
    mail = {name: at.plant(f"mail: {name}") for name in ("to", "reply_to", "subject", "text", "message_id")}
    Outgoing.objects.create(**mail, made=timezone.now(), due=timezone.now() + timedelta(days=1))
    _said_of_contact(at, live, "draft of a contact page")
    live.save_revision(user=at.user)
    planned = ContactPage(slug=at.plant("contact page that is a draft: slug"), live=False, takes_letters=True)
    _said_of_contact(at, planned, "contact page that is a draft")
    home.add_child(instance=planned).save_revision(user=at.user)


def _said_of_contact(at: Institute, page: ContactPage, what: str) -> None:
    for name in ("title", "introduction", "consent"):
        setattr(page, name, at.plant(f"{what}: {name}"))
    said = {name: at.plant(f"{what}: {name} of a place") for name in ("name", "address", "hours")}
    page.places = [ContactPlace(**said, map_link=f"https://maps.example/{at.plant(f'{what}: map')}")]
    label = at.plant(f"{what}: subject")
    page.subjects = [ContactSubject(label=label, recipients=f"{at.plant(f'{what}: recipient')}@example.org")]
