"""Live pages wear the frame that the press printed, so there is one skeleton."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from communique.press.store import StoreReader


def framed(body: str) -> str:
    """`body` in the frame of the present language; in a bare one as long as nothing is printed."""
    page = _reader(Path(settings.COMMUNIQUE.press_folder)).frame(translation.get_language() or "en", body)
    return page if page is not body else f"{_BARE_HEAD}{body}{_BARE_FOOT}"


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page that readers get for every other address where there is nothing."""
    return _instead("404", 404)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """What readers get when the desk is away, and its own fault is no other thing to them."""
    return _instead("503", 500)


def _instead(piece: str, status: int) -> HttpResponse:
    printed = _reader(Path(settings.COMMUNIQUE.press_folder)).piece(piece, translation.get_language() or "en")
    answer = HttpResponse(printed or f"{_BARE_HEAD}<h1>{status}</h1>{_BARE_FOOT}", status=status)
    answer["Cache-Control"] = "no-store"
    return answer


@lru_cache(maxsize=4)
def _reader(folder: Path) -> StoreReader:
    return StoreReader(folder)


_BARE_HEAD = (
    '<!doctype html>\n<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,'
    ' initial-scale=1"><meta name="robots" content="noindex"></head><body><main>'
)
_BARE_FOOT = "</main></body></html>\n"
