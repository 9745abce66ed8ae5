"""Claims and where they come from. Modest: it reminds, and knows no better."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.content.gate.draft import Block, Draft
from communique.content.gate.findings import Finding, Level
from communique.content.gate.rulebook import rule
from communique.text.plain import text_of
from communique.text.sentences import counted, sentence

MANY = 3
"""So many claims in numbers, and not one source, are worth a word."""

_CLAIM = re.compile(
    r"\d[\d.,٫٬]*\s*(?:%|٪|per\s?cent\b|percent\b|percentage|million\b|billion\b|trillion\b|bn\b|فیصد|ملین|ارب|کروڑ|"
    r"بالمئة|بالمائة|في المئة|مليون|مليار|процент|млн\b|млрд\b|миллион|миллиард)"
    r"|[$€£₹₽]\s?\d",
    re.IGNORECASE,
)
_SOURCED = re.compile(
    r"<a\b[^>]*href|footnote|<cite|\b(?:source|sources|references|notes):|ماخذ|حوالہ|المصدر|المصادر|источник|примечани",
    re.IGNORECASE,
)


@rule
def numbers_without_source(draft: Draft) -> Iterator[Finding]:
    """A text with several claims in numbers, and no link, footnote or source in all of it."""
    if any(_is_sourced(block) for block in draft.blocks):
        return
    claims = [(block, found[0]) for block in draft.blocks for found in _CLAIM.finditer(text_of(block.html))]
    if len(claims) >= MANY:
        block, words = claims[0]
        yield Finding(
            block.place,
            counted(
                "The text has {number} claim in numbers (“{first}” is the first) and names no source.",
                "The text has {number} claims in numbers (“{first}” is the first) and names no source.",
                len(claims),
                first=words,
            ),
            sentence("Add a footnote or a link to where they come from."),
            Level.WARNS,
        )


@rule
def data_without_source(draft: Draft) -> Iterator[Finding]:
    """A table, a chart, or a picture of numbers, without its source."""
    for block in draft.blocks:
        if _shows_data(block) and not _is_sourced(block):
            yield Finding(
                block.place,
                sentence("It shows numbers and names no source."),
                sentence("Say where they come from."),
                Level.WARNS,
            )


def _shows_data(block: Block) -> bool:
    if block.kind == "chart":
        return block.prints
    if block.kind == "table":
        return len(re.findall(r"\d", text_of(block.html))) >= 3 * MANY
    return block.kind == "figure" and bool(_CLAIM.search(text_of(block.html)))


def _is_sourced(block: Block) -> bool:
    value = block.value
    if block.kind == "chart":  # whose own file is linked to, and is no source
        return bool(value.get("source") or _SOURCED.search(value.get("caption") or ""))
    own = isinstance(value, dict) and bool(value.get("source") or value.get("credit"))
    return own or bool(_SOURCED.search(block.html))
