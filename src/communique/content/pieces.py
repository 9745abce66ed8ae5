"""Pages without an address of their own: what is answered where no page is, and the frame of live pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """One of them: its name, its template, the status it is answered with, its title in each language."""

    name: str
    template: str
    status: int
    titles: Mapping[str, str]

    def title(self, language: str) -> str:
        """Its title in a language; in English where we have none."""
        return self.titles.get(language, self.titles["en"])


PIECES = (
    Piece(
        "404",
        "content/not_found.html",
        404,
        {"en": "Not found", "ur": "صفحہ نہیں ملا", "ar": "الصفحة غير موجودة", "ru": "Страница не найдена"},
    ),
    Piece(
        "410",
        "content/gone.html",
        410,
        {"en": "Withdrawn", "ur": "صفحہ ہٹا دیا گیا", "ar": "سُحبت الصفحة", "ru": "Страница снята"},
    ),
    Piece(
        "503",
        "content/unavailable.html",
        503,
        {"en": "Not now", "ur": "ابھی ممکن نہیں", "ar": "غير متاح الآن", "ru": "Сейчас недоступно"},
    ),
    Piece("frame", "content/frame.html", 200, {"en": ""}),
)
