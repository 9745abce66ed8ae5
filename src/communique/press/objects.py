"""What a sheet became when it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Include:
    """A place in a printed page where a fragment stands. Kept as metadata, never as text in the page."""

    fragment: str  # the fragment's address: "~navigation/en"


@dataclass(frozen=True, slots=True)
class Printed:
    """One sheet, printed: the bytes and all that is needed to answer with them.

    `address` is one of
      "/articles/x/"       a path, percent-decoded, NFC; what a reader asks for
      "/?p=12"             a path with a query: answered only to that query
      "~recent/en"         a fragment or another piece that can't be asked for by itself
    `body` is text between includes, uncompressed, in order. `expires` is in UTC; from then on the reader answers 410.
    """

    address: str
    body: tuple[bytes | Include, ...]
    media_type: str = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    expires: datetime | None = None
    sheet: str = ""
