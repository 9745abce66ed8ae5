"""Letters that were lost or turned into others on the way here, and markup that shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level
from communique.content.gate.looking import everywhere, shortened
from communique.content.gate.rulebook import rule
from communique.text.sentences import sentence

_LOST = re.compile(r"\S*[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f]\S*|\w*\?{3,}\w+")
# UTF-8 read as Windows-1252: “â€™” for an apostrophe, “Ã©” for é, “Ø§Ù„” for Arabic, “Ð°Ñ” for Cyrillic.
_MISREAD = re.compile(
    r"\S*(?:â€[™œ\x9d“”˜¦]|Ã[©¨¼¶¤±³­¡]|(?:[ØÙ][\u00a0-\u00bf„…†‡]){2,}|(?:[ÐÑ][\u0080-\u00bf]){2,})\S*"
)
_MARKUP = re.compile(
    r"&(?:amp|nbsp|lt|gt|quot|#\d{2,5}|[lr][sd]quo|[mn]dash|hellip);"
    r"|</?(?:p|br|div|span|strong|em|b|i|a|img|h[1-6]|ul|ol|li|table|iframe|script)\b[^<>]*>",
    re.IGNORECASE,
)


@rule
def lost_letters(draft: Draft) -> Iterator[Finding]:
    """Letters that a program could not read."""
    for place, found in everywhere(draft, lambda text: [shortened(lost[0]) for lost in _LOST.finditer(text)]):
        yield Finding(place, sentence("Letters were lost in “{word}”.", word=found), sentence("Write the word again."))


@rule
def misread_letters(draft: Draft) -> Iterator[Finding]:
    """Text that was read in the wrong encoding."""
    for place, found in everywhere(draft, lambda text: [shortened(read[0]) for read in _MISREAD.finditer(text)]):
        yield Finding(
            place,
            sentence("“{word}” looks misread by the program it came from.", word=found),
            sentence("Write the word again."),
            Level.WARNS,
        )


@rule
def markup_that_shows(draft: Draft) -> Iterator[Finding]:
    """Tags and entities as text. A text about them sets them as code, which passes."""
    for place, found in everywhere(draft, lambda text: [shortened(tag[0]) for tag in _MARKUP.finditer(text)]):
        yield Finding(
            place,
            sentence("Readers would see {markup} as it stands: markup of another system.", markup=found),
            sentence("Delete it; if the text is about markup, set it as code."),
        )
