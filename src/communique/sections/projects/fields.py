"""Fields of funders and amounts."""

from __future__ import annotations

from typing import Any

from django.db import models

from communique.publishing.speaking import invalid
from communique.text import funder_ids
from communique.text.sentences import sentence

from . import currencies


class FunderIdField(models.CharField):
    """A Funder ID of Crossref's registry; whoever pastes its address gets the DOI of it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 60)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def to_python(self, value: Any) -> str:
        """The DOI alone."""
        return funder_ids.as_stored(str(super().to_python(value) or ""))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Raises ValidationError with what would do."""
        super().validate(value, model_instance)
        if value and not funder_ids.is_funder_id(value):
            said = sentence(
                "“{value}” is no Funder ID. One looks like https://doi.org/10.13039/501100000780; copy it from the "
                "funder's page on search.crossref.org/funding, or leave it empty.",
                value=value,
            )
            raise invalid(said)


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
