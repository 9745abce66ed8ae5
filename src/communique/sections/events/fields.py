"""Fields of events."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from communique.text.zones import time_zones


def here() -> str:
    """The zone of the organisation."""
    return str(settings.TIME_ZONE)


def choices() -> list[tuple[str, str]]:
    """The zones as an editor chooses among them."""
    return [(zone, zone.replace("_", " ")) for zone in time_zones()]


class ZoneField(models.CharField):
    """A time zone by its IANA name; at first that of the organisation."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 60)
        options.setdefault("default", here)
        options.setdefault("choices", choices)
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out of migrations which zones there are on a machine."""
        name, path, args, options = super().deconstruct()
        options.pop("choices", None)
        return name, path, list(args), options
