"""Entering a site: from here on this process works for it, with Django set up."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import configuration
from .configuration import Configuration

NEW = 50_000
"""So many objects more before Python looks for circular garbage, of which a run leaves next to none."""


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

    with _loading():
        django.setup()
    from django.utils import translation

    translation.activate("en")  # commands speak English, whatever the site does; the desk, what each account chose
    if migrated:
        from . import schema

        schema.refuse_unless_current()
        if role != "tool":
            schema.make_ready_for_the_press()
    return told


@contextmanager
def _loading() -> Iterator[None]:
    """What is loaded here is there to stay: nobody looks for garbage in it, now or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(NEW, 20, 50)
        gc.enable()
