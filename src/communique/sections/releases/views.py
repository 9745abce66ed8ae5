"""The way in for journalists: below /-/releases/."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from communique.content.previews import PRIVATE

from . import early


@require_safe
def under_embargo(request: HttpRequest, key: str) -> HttpResponseBase:
    """The release that a link leads to: for no cache, no search engine and nobody's log of where readers came from."""
    found = early.follow(key, timezone.now())
    if found is None:
        raise Http404
    return _privately(redirect(found.address) if found.address else HttpResponse(found.html))


@require_safe
def file_under_embargo(request: HttpRequest, key: str, path: str) -> HttpResponseBase:
    """A picture or a recording that the release shows, and no other file."""
    media = early.file(key, path, timezone.now())
    if media is None or not default_storage.exists(media.path):
        raise Http404
    return _privately(FileResponse(default_storage.open(media.path), content_type=media.media_type))


def _privately(answer: HttpResponseBase) -> HttpResponseBase:
    for name, value in PRIVATE.items():
        answer.headers[name] = value
    return answer
