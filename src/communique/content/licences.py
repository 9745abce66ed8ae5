"""Licences that pictures come under, by their names in SPDX, with what a reader is told and where it is written."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

CREATIVE_COMMONS = "https://creativecommons.org/"

_NAMED = {
    "CC0-1.0": ("CC0", "publicdomain/zero/1.0/"),
    "CC-BY-4.0": ("CC BY 4.0", "licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "licenses/by-nc/4.0/"),
    "CC-BY-NC-SA-4.0": ("CC BY-NC-SA 4.0", "licenses/by-nc-sa/4.0/"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", "licenses/by-nd/4.0/"),
    "CC-BY-NC-ND-4.0": ("CC BY-NC-ND 4.0", "licenses/by-nc-nd/4.0/"),
}

CHOICES = [
    ("ours", gettext_lazy("Our own, all rights reserved")),
    ("permission", gettext_lazy("Used with permission")),
    ("public-domain", gettext_lazy("Public domain")),
    *((code, name) for code, (name, _) in _NAMED.items()),
]


def linked(code: str) -> tuple[str, str] | None:
    """The licence's short name and address; None for what has no licence to link to."""
    found = _NAMED.get(code)
    return (found[0], f"{CREATIVE_COMMONS}{found[1]}") if found else None
