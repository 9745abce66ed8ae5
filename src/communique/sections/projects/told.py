"""How periods, stages and amounts are told in the languages of print."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from communique.content.acknowledgements import Support
from communique.publishing.words import Say, in_language
from communique.text import names, numbers
from communique.text.dates import in_words

from .questions import Face

NO_BREAK = "\N{NO-BREAK SPACE}"


def stage(say: Say, one: str) -> str:
    """How far a project is: "Running"."""
    return {"planned": say("Planned"), "running": say("Running"), "completed": say("Completed")}[one]


def period(say: Say, face: Face) -> str:
    """From when to when a project is: "1 March 2025 – 28 February 2027"; "" where nothing is known."""
    days = [in_words(day, face.language) for day in (face.began, face.ended) if day is not None]
    if face.began and face.ended:
        return " – ".join(days)
    if face.began:
        return say("since {date}", date=days[0])
    return say("until {date}", date=days[0]) if face.ended else ""


def amount(say: Say, value: int | None, currency: str, language: str) -> str:
    """An amount as it is printed: "EUR 120,000"; what isn't told is said to be so."""
    if value is None:
        return say("not disclosed")
    return f"{currency}{NO_BREAK}{numbers.printed(Decimal(value), language)}"


def funded_by(supports: Iterable[Support], language: str) -> str:
    """A statement for who wrote none: "Funded by A, B."; "" where nobody pays."""
    grants: dict[str, list[str]] = {}
    for one in supports:
        numbers_of = grants.setdefault(one.funder, [])
        if one.number and one.number not in numbers_of:
            numbers_of.append(one.number)
    say, joint = in_language(language), names.joints(language)[0]
    told = [f"{name} ({joint.join(several)})" if several else name for name, several in grants.items()]
    return say("Funded by {funders}.", funders=joint.join(told)) if told else ""
