"""Fields of funders and amounts."""

from __future__ import annotations

from typing import Any

from django.db import models

from communique.content.models.identifiers import IdentifierField
from communique.text import funder_ids
from communique.text.sentences import Sentence, sentence

from . import currencies


class FunderIdField(IdentifierField):
    """A Funder ID of Crossref's registry; whoever pastes its address gets the DOI of it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 60)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def as_stored(self, written: str) -> str:
        """The DOI alone."""
        return funder_ids.as_stored(written)

    def is_one(self, stored: str) -> bool:
        """Whether it has the form of one."""
        return funder_ids.is_funder_id(stored)

    def refusal(self, value: str) -> Sentence:
        """What would do."""
        return sentence(
            "“{value}” is no Funder ID. One looks like https://doi.org/10.13039/501100000780; copy it from the "
            "funder's page on search.crossref.org/funding, or leave it empty.",
            value=value,
        )


class CurrencyField(models.CharField):
    """A currency by its ISO 4217 code."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 3)
        options.setdefault("choices", currencies.choices)
        options.setdefault("default", currencies.CODES[0])
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out of migrations which currencies there are."""
        name, path, args, options = super().deconstruct()
        for told in ("choices", "default"):
            options.pop(told, None)
        return name, path, list(args), options
