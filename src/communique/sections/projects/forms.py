"""The form in which a project is edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from communique.content.models.forms import PageForm
from communique.publishing.speaking import invalid
from communique.text.sentences import Sentence, sentence


class ProjectForm(PageForm):
    """Names nobody twice, no output twice, and no grant twice in a year."""

    def is_valid(self) -> bool:
        """Say beside the second mention that there is a first."""
        valid = bool(super().is_valid())  # what else is wrong is told in one go
        told = [
            self._told_once("people", "person", lambda row: row["person"].pk, _person),
            self._told_once("outputs", "output", lambda row: row["output"].pk, _output),
            self._told_once("fundings", "funder", _grant, _funder),
        ]
        return valid and all(told)

    def _told_once(self, rows: str, field: str, key: Callable[[Any], object], said: Callable[[Any], Sentence]) -> bool:
        seen: set[object] = set()
        valid = True
        for form in self.formsets[rows].forms if rows in self.formsets else ():
            told = getattr(form, "cleaned_data", {})
            if not told.get(field) or told.get("DELETE"):
                continue
            here = key(told)
            if here in seen:
                form.add_error(field, invalid(said(told[field])))
                valid = False
            seen.add(here)
        return valid


def _grant(row: Any) -> object:
    return row["funder"].pk, row.get("year"), row.get("currency"), row.get("number")


def _person(person: Any) -> Sentence:
    return sentence(
        "“{person}” is named already. Delete this row, and change the part in the other one.", person=person
    )


def _output(output: Any) -> Sentence:
    return sentence("“{output}” is named already. Delete this row.", output=output)


def _funder(funder: Any) -> Sentence:
    return sentence(
        "“{funder}” stands there for this year already. Add up both amounts, or tell them apart by the number of the "
        "grant.",
        funder=funder,
    )
