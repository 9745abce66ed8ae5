"""What somebody at the desk is told when a deed could not be done: the disk has no room, or it fails."""

from __future__ import annotations

import errno
import logging
import sys
from contextlib import suppress

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language

from communique.accounts import frame
from communique.content.desk.speech import in_own_language
from communique.press.causes import causes
from communique.press.disk import NO_ROOM
from communique.text.sentences import sentence

log = logging.getLogger("communique.desk")

FAILING = frozenset({errno.EIO, errno.EROFS})
# As SQLite and PostgreSQL say it.
_NO_ROOM = ("disk is full", "No space left", "Disk quota exceeded")
_FAILING = ("disk I/O error", "readonly database", "Input/output error")
INSUFFICIENT_STORAGE = 507

_PAGE = (
    '<!doctype html>\n<html lang="{}" dir="auto"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title></head>'
    "<body><main><h1>{}</h1><p>{}</p><p>{}</p></main></body></html>\n"
)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """The answer to a request that raised; at the desk it names a disk that is full or fails."""
    trouble = _trouble(sys.exc_info()[1])
    if not trouble:
        return frame.went_wrong(request)
    log.error("%s %s was refused: %s", request.method, request.path, trouble)
    return _told(request) if request.path.startswith("/desk/") else frame.went_wrong(request)


def _told(request: HttpRequest) -> HttpResponse:
    said = (
        sentence("This could not be saved"),
        sentence("There is no space left on the site’s disk, or the disk fails. Nothing of what you sent was kept."),
        sentence("Go back: what you wrote is still in your browser. Tell whoever runs the site, and save again later."),
    )
    language, title, *rest = _in_own_language(request, said)
    answer = HttpResponse(format_html(_PAGE, language, title, title, *rest), status=INSUFFICIENT_STORAGE)
    answer["Cache-Control"] = "no-store"
    return answer


def _in_own_language(request: HttpRequest, said: tuple[object, ...]) -> list[str]:
    with (
        suppress(DatabaseError, OSError),
        in_own_language(getattr(request, "user", None)),
    ):  # who asks may not be found out either
        return [get_language() or "en", *map(str, said)]
    return [get_language() or "en", *map(str, said)]


def _trouble(error: BaseException | None) -> str:
    """What the machine says, if it is for want of room or a failing disk that something raised; else nothing."""
    for cause in causes(error):
        said = str(cause)
        if isinstance(cause, OSError) and cause.errno in NO_ROOM | FAILING:
            return said
        if isinstance(cause, DatabaseError) and any(words in said for words in _NO_ROOM + _FAILING):
            return said
    return ""
