"""Making a content database ready for the press: triggers, window, and the mark that names it."""

from __future__ import annotations

from uuid import uuid4

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from . import triggers
from .models import Mark
from .window import install


def make_ready(using: str = DEFAULT_DB_ALIAS) -> bool:
    """Put in place what is missing, at start and after migrating. Gives whether triggers had to be put in place."""
    connection = connections[using]
    if not {"publishing_change", "publishing_mark"} <= set(connection.introspection.table_names()):
        return False  # not migrated yet
    with transaction.atomic(using=using):
        mended = triggers.ensure(connection)
        if not Mark.objects.using(using).exists():
            Mark.objects.using(using).create(identity=uuid4().hex)
    if mended or not install.stands(connection):
        install.ensure(connection)
    return mended
