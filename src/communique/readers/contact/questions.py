"""What printed pages ask about contact."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.questions.pages import Head, Link, head, link
from communique.content.richtext import printed
from communique.press.questions import Reading, question
from communique.publishing.addresses import address_of

TABLE = "contact_contactpage"


@dataclass(frozen=True)
class Place:
    """An office as the page shows it."""

    name: str
    address: str
    telephone: str
    email: str
    hours: str
    map_link: str


@dataclass(frozen=True)
class Form:
    """The form as it is printed: what one can write about, what one agrees to, and where privacy is told."""

    subjects: tuple[tuple[int, str], ...]
    consent: str
    keep_days: int
    privacy: Link


@dataclass(frozen=True)
class Contact:
    """A contact page; without a form where none is wanted, or what it leads to is missing."""

    head: Head
    introduction_html: str
    places: tuple[Place, ...]
    form: Form | None


@question
def contact(read: Reading, page_id: int) -> Contact | None:
    """A contact page with its places and its form."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    rows = read.rows("contact_contactplace", page_id=page_id, order=("sort_order", "id"))
    places = [Place(row.name, row.address, row.telephone, row.email, row.hours, row.map_link) for row in rows]
    introduction = printed(own.introduction, lambda number: address_of.reads(read, number))
    privacy = privacy_page(read, top.language) if own.takes_letters else None
    subjects = read.rows("contact_contactsubject", page_id=page_id, order=("sort_order", "id")) if privacy else ()
    form = None
    if privacy and subjects:
        form = Form(tuple((row.id, row.label) for row in subjects), own.consent, own.keep_days, privacy)
    return Contact(top, introduction, tuple(places), form)


def privacy_page(read: Reading, language: str) -> Link | None:
    """The page on privacy in a language. For use inside questions."""
    rows = read.rows("content_legalpage", language=language, order=("page_ptr_id",), columns=("page_ptr_id", "role"))
    found = (link(read, row.page_ptr_id) for row in rows if row.role == "privacy")
    return next((page for page in found if page is not None), None)


@question
def longest_kept(read: Reading, language: str) -> int:
    """For how many days at most letters in a language are kept; 0 where there is no form."""
    rows = read.rows(TABLE, language=language, columns=("page_ptr_id", "takes_letters", "keep_days"))
    return max((row.keep_days for row in rows if row.takes_letters), default=0)
