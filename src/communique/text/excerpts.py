"""Excerpts: the beginning of a text, ended where a reader would pause."""

from __future__ import annotations

import re

from .plain import text_of

# Full stops of Latin, Arabic, Urdu, Chinese and Devanagari writing, with a closing quotation mark after them.
_SENTENCE_END = re.compile(r"[.!?…؟۔。।][\"'”’»)\]]*(?=\s|$)")
_TRAILING = " \t\n,;:–—-،؛("


def excerpt(markup: str, *, longest: int = 200) -> str:
    """At most `longest` signs of a text or HTML: whole, or to the end of a sentence, or of a word with an ellipsis."""
    text = text_of(markup)
    if len(text) <= longest:
        return text
    sentence = _last_sentence_end(text, longest)
    if sentence > longest // 2:
        return text[:sentence]
    word_end = text.rfind(" ", 0, longest)
    cut = text[: word_end if word_end > longest // 2 else longest - 1]
    return cut.rstrip(_TRAILING) + "…"


def _last_sentence_end(text: str, longest: int) -> int:
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, longest + 1) if found.end() <= longest]
    return ends[-1] if ends else 0
