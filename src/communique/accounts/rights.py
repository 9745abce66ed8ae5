"""Rights that the desk's groups have from the beginning: given once, by migrations; what is changed then stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

EDITORS, MODERATORS = "Editors", "Moderators"
"""Wagtail's groups: the ones write, the others publish."""


def grant(apps: Any, model: str, **groups: Sequence[str]) -> None:
    """Let groups do what they are to do with a model: `grant(apps, "content.Person", Editors=("add", "change"))`.

    For migrations: `apps` is their state. Django makes permissions only after the last one, so they are made here.
    """
    app, name = model.lower().split(".")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=name)
    permissions = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name__in=groups):
        for deed in groups[group.name]:
            told = {"name": f"Can {deed} {apps.get_model(model)._meta.verbose_name}"}
            permission, _ = permissions.get_or_create(content_type=kind, codename=f"{deed}_{name}", defaults=told)
            group.permissions.add(permission)
