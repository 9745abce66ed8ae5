"""What browsers may do with the answers of the desk. Readers' pages carry the same policy from the press."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from communique.press.headers import NEVER, protection

# Wagtail writes scripts and styles into its pages, so there only what leads elsewhere can be forbidden.
DESK = "base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"


class Protected:
    """Adds the headers that forbid; those that a view set itself stand."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer
        self._live = protection(https=settings.COMMUNIQUE.address.startswith("https:"))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, protected."""
        answer = self._answer(request)
        answer.headers.setdefault("Cache-Control", NEVER)  # what may be kept says so itself
        if request.path.startswith("/desk/"):
            answer.headers.setdefault("Content-Security-Policy", DESK)
        for name, value in self._live:
            answer.headers.setdefault(name, value)
        return answer
