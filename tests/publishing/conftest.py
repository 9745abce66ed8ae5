"""The window beside the desk's own connection, and triggers on a few tables."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.conf import settings
from django.db import connection, connections

from communique.site import databases


@pytest.fixture
def window(transactional_db):
    """A window connection on the test's content database."""
    described = connections.configure_settings(databases.connections(settings.COMMUNIQUE, "press"))["default"]
    backend = import_module(f"{described['ENGINE']}.base")
    made = backend.DatabaseWrapper({**described, "NAME": connection.settings_dict["NAME"]}, alias="default")
    yield made
    made.close()
