"""The way in for a newsroom: below /-/content/early/."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from communique.content.previews import PRIVATE

from . import links


@require_safe
def under_embargo(request: HttpRequest, key: str, place: str = "") -> HttpResponseBase:
    """What a link leads to: for no cache, no search engine and nobody's log of where readers came from."""
    found = links.follow(key, place, timezone.now())
    if found is None:
        raise Http404
    if found.shown is None:
        return _privately(redirect(found.address))
    shown = found.shown
    return _privately(HttpResponse(shown.body, content_type=shown.media_type, headers=shown.headers))


@require_safe
def file_under_embargo(request: HttpRequest, key: str, path: str) -> HttpResponseBase:
    """A picture or a recording that the page shows, and no other file."""
    media = links.file(key, path, timezone.now())
    if media is None or not default_storage.exists(media.path):
        raise Http404
    return _privately(FileResponse(default_storage.open(media.path), content_type=media.media_type))


@require_safe
def from_the_press_room(request: HttpRequest, key: str) -> HttpResponseBase:
    """Where links led in while only press releases had them; newsrooms hold some still."""
    return _privately(redirect("content_early", key=key))


def _privately(answer: HttpResponseBase) -> HttpResponseBase:
    for name, value in PRIVATE.items():
        answer.headers[name] = value
    return answer
