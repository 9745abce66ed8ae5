"""Which language and which time an account is spoken to in, where Wagtail's own views are not at work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone, translation


@contextmanager
def in_own_language(user: Any) -> Iterator[None]:
    """Speak to a user as their account asks for: in its language and time zone, else in those of the request."""
    profile = getattr(user, "wagtail_userprofile", None)
    language = profile.get_preferred_language() if profile else translation.get_language()
    zone = profile.get_current_time_zone() if profile else timezone.get_current_timezone()
    with translation.override(language), timezone.override(zone):
        yield
