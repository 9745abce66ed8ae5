"""Who wrote what: authors, creators without a record, and the bylines of co-author plugins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.text.plain import text_of

from .kinds import GUEST_AUTHOR
from .shapes import Author, Post

_CO_AUTHORS = "author"
_GUEST_PREFIX = "cap-"


@dataclass(frozen=True, slots=True)
class Byline:
    """Someone named in print, by the login that WordPress knew them by."""

    login: str
    name: str
    email: str = field(default="", repr=False)
    biography: str = ""
    wordpress_id: int = 0


def login(written: str) -> str:
    """A login as it was meant: exports have stray brackets around some."""
    return written.strip().strip("<>").strip()


def known(authors: Iterable[Author], guests: Iterable[Post]) -> dict[str, Byline]:
    """All whom the export describes, by login."""
    found = {
        login(author.login): Byline(login(author.login), _name(author), author.email, "", author.wordpress_id)
        for author in authors
        if login(author.login)
    }
    for guest in guests:
        person = _guest(guest)
        if person.login and person.login not in found:
            found[person.login] = person
    return found


def byline(post: Post, people: Mapping[str, Byline]) -> list[Byline]:
    """Those who are named over a post, in order."""
    named = [term.slug.removeprefix(_GUEST_PREFIX) or term.name for term in post.terms if term.taxonomy == _CO_AUTHORS]
    logins = [login(each) for each in named or [post.creator]]
    return [people.get(each) or Byline(each, _readable(each)) for each in dict.fromkeys(logins) if each]


def _name(author: Author) -> str:
    full = f"{author.first_name} {author.last_name}".strip()
    shown = text_of(author.display_name)
    # A name that is only the login says less than the name someone gave.
    if full and (not shown or shown == author.login or "@" in shown):
        shown = text_of(full)
    return _readable(shown or login(author.login))


def _guest(post: Post) -> Byline:
    return Byline(
        login=login(post.meta_value("cap-user_login") or post.slug.removeprefix(_GUEST_PREFIX)),
        name=_readable(text_of(post.meta_value("cap-display_name") or post.title)),
        email=post.meta_value("cap-user_email"),
        biography=post.meta_value("cap-description") or post.content,
        wordpress_id=post.wordpress_id,
    )


def _readable(name: str) -> str:
    """A name for print. An e-mail address is nobody's name, and never public."""
    if "@" not in name:
        return name[:255]
    return " ".join(re.split(r"[._+-]+", name.partition("@")[0])).title()[:255] or "Author"


def is_guest(post: Post) -> bool:
    """Whether a post describes a guest author."""
    return post.kind == GUEST_AUTHOR
