"""The upload folder, for staff who are signed in. Readers get what was printed, from the store."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import user_passes_test
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

# Shown in the page; all else is saved to disk: an SVG or HTML file shown from here could act in an editor's name.
SHOWN = frozenset({"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"})

staff_only = user_passes_test(lambda user: user.has_perm("wagtailadmin.access_admin"))


@require_safe
@staff_only
def upload(request: HttpRequest, path: str) -> FileResponse:
    """A file of the upload folder."""
    try:
        place = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError):  # it leads out of the folder, or holds a NUL
        raise Http404 from None
    if not place.is_file():
        raise Http404
    kind = mimetypes.guess_type(place.name)[0] or "application/octet-stream"
    shown = kind in SHOWN
    answer = FileResponse(
        place.open("rb"),
        as_attachment=not shown,
        filename=place.name,
        content_type=kind if shown else "application/octet-stream",
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-cache"
    return answer
