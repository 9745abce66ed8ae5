"""The file that address books take in, for each expert and language of the site."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize
from uuid import NAMESPACE_URL, uuid5

from communique.content.addressing import person_address
from communique.content.frames import absolute
from communique.content.questions import names
from communique.content.questions.site import offered, site
from communique.press.questions import Ask
from communique.press.sheets import Copy

from . import questions
from .vcard import MEDIA_TYPE, Card, vcard


def address(slug: str, language: str) -> str:
    """Where somebody's card is: /people/amina-rahman/contact.vcf."""
    return normalize("NFC", f"{person_address(slug, language)}contact.vcf")


def of_person(ask: Ask, person_id: int) -> Sequence[Copy]:
    """Somebody's card in every language that the site has a home page in."""
    found = (of_language(ask, person_id, one.code) for one in ask(offered))
    return [card for card in found if card is not None]


def of_language(ask: Ask, person_id: int, language: str) -> Copy | None:
    """Somebody's card in a language; None for who is no expert."""
    person = ask(names.portrait, person_id, language)
    known = ask(questions.expertise, person_id, language)
    slug = ask(questions.slug_of, person_id)
    if person is None or known is None or slug is None:
        return None
    own = ask(site, language)
    here = address(slug, language)
    card = Card(
        f"urn:uuid:{uuid5(NAMESPACE_URL, absolute(f'/people/#{person_id}'))}",
        person.name,
        language,
        person.role,
        person.affiliation or own.name,
        known.email or own.email,
        known.telephone or own.telephone,
        absolute(person.address) if person.address else absolute(own.home),
        absolute(here),
        absolute(person.picture.main.address) if person.picture else "",
        f"https://orcid.org/{person.orcid}" if person.orcid else "",
        known.spoken,
        tuple(one.name for one in (*known.topics, *known.regions)),
    )
    media = person.picture.media if person.picture else ()
    return Copy(here, body=vcard(card), media_type=MEDIA_TYPE, language=language, media=media)
