"""The way in for journalists: below /-/releases/."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from communique.content.previews import PRIVATE

from . import early


@require_safe
def under_embargo(request: HttpRequest, key: str) -> HttpResponse:
    """The release that a link leads to: for no cache, no search engine and nobody's log of where readers came from."""
    found = early.follow(key, timezone.now())
    if found is None:
        raise Http404
    answer = redirect(found.address) if found.address else HttpResponse(found.html)
    for name, value in PRIVATE.items():
        answer.headers[name] = value
    return answer
