"""What an article has by its form, in plain values."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from communique.text import doi, jel
from communique.text.plain import filled_lines

if TYPE_CHECKING:
    from communique.content.frames import Context
    from communique.press.questions import Row

    from .forms import Form


@dataclass(frozen=True)
class Own:
    """The own fields of an article."""

    abstract: str = ""
    recommendations: tuple[str, ...] = ()
    number: str = ""
    edition: str = ""
    isbn: str = ""
    page_count: int | None = None
    doi: str = ""
    keywords: tuple[str, ...] = ()
    jel: tuple[str, ...] = ()
    issued_at: str = ""
    signatories: tuple[str, ...] = ()

    def of(self, form: Form | None) -> Own:
        """Those that a form has, the others empty."""
        return replace(NOTHING, **{name: getattr(self, name) for name in form.fields}) if form else NOTHING


NOTHING = Own()


def own_of(row: Row) -> Own:
    """All that an article's row has filled."""
    return Own(
        row.abstract.strip(),
        tuple(filled_lines(row.recommendations)),
        row.number,
        row.edition,
        row.isbn,
        row.page_count,
        row.doi,
        _between_commas(row.keywords),
        jel.codes(row.jel),
        row.issued_at,
        tuple(filled_lines(row.signatories)),
    )


def shown(own: Own, form: Form, organisation: str) -> Context | None:
    """As its form's template part shows it; None for a form without one."""
    if not form.template:
        return None
    named = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(own).items()}
    address = doi.address(own.doi) if own.doi else ""
    return {"template": form.template, "doi_address": address, "organisation": organisation, **named}


def _between_commas(written: str) -> tuple[str, ...]:
    return tuple(word for one in re.split(r"[,،;؛]", written) if (word := one.strip()))
