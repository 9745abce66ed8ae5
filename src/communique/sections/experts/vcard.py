"""vCards (RFC 6350): one person, as address books take them in. Plain reckoning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MEDIA_TYPE = "text/vcard; charset=utf-8"
PRODUCT = "-//communique//experts//EN"

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LONGEST = 75
"""Octets of a line, without its end."""


@dataclass(frozen=True)
class Card:
    """What a card tells of somebody. `key` names them for ever; what is "" is left out."""

    key: str
    name: str
    language: str
    role: str = ""
    organisation: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    source: str = ""
    photo: str = ""
    orcid: str = ""
    spoken: Sequence[str] = ()
    expertise: Sequence[str] = ()


def vcard(card: Card) -> bytes:
    """A card as a file."""
    return b"".join(_folded(line) for line in _lines(card))


def _lines(card: Card) -> Iterator[str]:
    said = f";LANGUAGE={card.language}"
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{PRODUCT}", f"UID:{card.key}", "KIND:individual")
    yield f"FN{said}:{_text(card.name)}"
    # Which part of a name is the family's isn't known of names everywhere: the whole of it is given.
    yield f"N{said}:;{_text(card.name)};;;"
    told = (
        (f"TITLE{said}", _text(card.role)),
        (f"ORG{said}", _text(card.organisation)),
        ("EMAIL;TYPE=work", _text(card.email)),
        ("TEL;TYPE=work", _text(card.telephone)),
        ("URL", _uri(card.address)),
        ("URL", _uri(card.orcid)),
        ("PHOTO", _uri(card.photo)),
        ("SOURCE", _uri(card.source)),
    )
    yield from (f"{name}:{value}" for name, value in told if value)
    yield from (f"LANG;PREF={place}:{code}" for place, code in enumerate(card.spoken, start=1))
    # RFC 6715.
    yield from (f"EXPERTISE{said}:{_text(word)}" for word in card.expertise)
    yield "END:VCARD"


def _text(value: str) -> str:
    """A value of text: what would end it, or part it, is escaped."""
    plain = _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\,;])", r"\\\1", plain).replace("\n", "\\n")


def _uri(value: str) -> str:
    """An address: it has neither spaces nor ends of lines."""
    return re.sub(r"[\x00-\x20\x7f]", "", value)


def _folded(line: str) -> bytes:
    """A line, folded where it is too long, and never within a sign."""
    parts: list[bytes] = [b""]
    for sign in line:
        written = sign.encode()
        if len(parts[-1]) + len(written) > _LONGEST:
            parts.append(b" ")
        parts[-1] += written
    return b"\r\n".join(parts) + b"\r\n"
