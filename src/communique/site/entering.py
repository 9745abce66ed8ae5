"""Entering a site: from here on this process works for it, with Django set up."""

from __future__ import annotations

import os
from pathlib import Path

from . import configuration
from .configuration import Configuration


def name_it(site: Path | None) -> Configuration:
    """Read a site's configuration, and name the site to all that this process starts. Knows no Django."""
    told = configuration.load(site)
    os.environ[configuration.SITE] = str(told.folder)
    return told


def enter(site: Path | None = None, role: str = "tool", *, migrated: bool = True) -> Configuration:
    """Set Django up for a site. Raises NotMigrated and the like, unless `migrated` is no matter."""
    told = name_it(site)
    os.environ["COMMUNIQUE_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "communique.site.settings")
    import django

    django.setup()
    from django.utils import translation

    translation.activate("en")  # commands speak English, whatever the site does; the desk, what each account chose
    if migrated:
        from . import schema

        schema.refuse_unless_current()
        if role != "tool":
            schema.make_ready_for_the_press()
    return told
