"""Words as they are kept: the pages one after the other, in the signs that people type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from communique.text.sentences import Refusal

MOST = 5_000_000
"""So many signs are kept of a document: some two thousand pages."""

# PDFs often hold the shapes of letters (Arabic ones as they stand in a word, ﬁ and ﬂ) where people type letters.
_SHAPES = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")
_NEVER = re.compile("[\0\x01-\x08\x0b-\x1f\x7f\u00ad\ud800-\udfff\ufeff]")


class Unreadable(Refusal):
    """A file whose words can't be had; `said` tells why."""


def typed(text: str) -> str:
    """A text in the signs that people type, without those that mean nothing or that no database takes."""
    shaped = _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", _NEVER.sub("", shaped)).strip()


def together(pages: Iterable[str]) -> dict[str, Any]:
    """All pages as one text, with the places where each begins; `cut` if it is longer than what is kept."""
    said: list[str] = []
    begins: list[int] = []
    length = 0
    for page in pages:
        begins.append(length)
        said.append(typed(page) + "\n\n")
        length += len(said[-1])
        if length > MOST:
            break
    text = "".join(said)
    if not any(sign.isalnum() for sign in text):
        return {"text": "", "pages": [], "cut": False}
    return {"text": text[:MOST].rstrip(), "pages": begins, "cut": length > MOST}
