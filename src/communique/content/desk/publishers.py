"""At the desk: what is shown to those who may publish, and to nobody else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy


def publishes(user: Any) -> bool:
    """Whether somebody may publish pages, and so say where old addresses lead or look after the press."""
    return bool(page_permission_policy.user_has_permission(user, "publish"))


class ForPublishers(MenuItem):
    """For those who may do something about it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Not to those who only write."""
        return publishes(request.user)
