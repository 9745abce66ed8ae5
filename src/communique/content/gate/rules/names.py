"""The organisation's name: one, as its record has it, and no other on any page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level
from communique.content.gate.looking import everywhere, shortened
from communique.content.gate.rulebook import rule
from communique.text.organisations import other_expansions, variants
from communique.text.sentences import sentence


@rule
def other_names(draft: Draft) -> Iterator[Finding]:
    """Another expansion of the organisation's acronym, or its name with other small words."""
    names, acronyms = _recorded()
    for place, found in everywhere(draft, partial(_others, names=names, acronyms=acronyms)):
        yield Finding(
            place,
            sentence(
                "“{name}” is not how the organisation is called: its record says {known}.",
                name=shortened(found),
                known=[f"“{name}”" for name in names],
            ),
            sentence("Write the name as it is recorded, or change the record if the name has changed."),
            Level.WARNS,
        )


def _others(text: str, *, names: Iterable[str], acronyms: Iterable[str]) -> list[str]:
    found = [one for acronym in acronyms for one in other_expansions(text, acronym, names)]
    return list(dict.fromkeys([*found, *variants(text, names)]))


def _recorded() -> tuple[list[str], list[str]]:
    from communique.content.models import Organisation

    record = Organisation.load()
    texts = list(record.texts.all())
    names = [record.name, *(text.name for text in texts)]
    acronyms = [record.short_name, *(text.short_name for text in texts)]
    return list(dict.fromkeys(filter(None, names))), list(dict.fromkeys(filter(None, acronyms)))
