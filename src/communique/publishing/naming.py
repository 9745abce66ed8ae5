"""For migrations that only change what fields are called: no database keeps that."""

from __future__ import annotations

from typing import Any

from django.db import migrations


class InStateOnly(migrations.SeparateDatabaseAndState):
    """Operations that alter no table. Models aren't built anew after each of them, which would take seconds."""

    def __init__(self, operations: list[Any]) -> None:
        super().__init__(state_operations=operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As it is written in a migration."""
        return type(self).__name__, [self.state_operations], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Change the state with no models built of it; Django builds them when somebody asks."""
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)
