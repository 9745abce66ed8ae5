"""Fields of media coverage."""

from __future__ import annotations

from typing import Any

from django.core.validators import URLValidator
from django.db import models

from communique.text.scripts import OWN_NAMES


def choices() -> list[tuple[str, str]]:
    """Languages that a piece may be in, each by its own name."""
    return sorted(OWN_NAMES.items(), key=lambda one: one[1])


class TongueField(models.CharField):
    """The language of something that isn't ours: many more than the site publishes in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 12)
        options.setdefault("blank", True)
        options.setdefault("choices", choices)
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out of migrations which languages we know the names of."""
        name, path, args, options = super().deconstruct()
        options.pop("choices", None)
        return name, path, list(args), options


class WebField(models.URLField):
    """An address on the web, and nothing that runs or fetches otherwise."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 500)
        options.setdefault("blank", True)
        super().__init__(*args, **options)
