"""Looking through a text for what a person should see: letters gone wrong, words outside of blocks, open conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.text.sentences import Sentence, counted, sentence

from . import blocks

# Text in UTF-8 that somebody once took for Windows or Latin letters: â€™, Ã©, Ù…, Ð°.
_SECOND = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[ÃÂ][\x80-\xbf]|â€[™œ“”˜¦\x9d]|â\x80[\x90-\xa6]|(?:[ØÙ]{_SECOND}){{2}}|(?:[ÐÑ]{_SECOND}){{2}}")
_CONFLICT = re.compile(r"^<{7} .*^={7}\s*$.*^>{7} ", re.MULTILINE | re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_BLOCK_TAGS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|section|pre|hr)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\S[^\n]*\n\s*\n\s*\S")


def remarks(text: str) -> Iterator[tuple[str, Sentence]]:
    """What should be looked at in a text: what it is, and how to say it."""
    wrong = _MOJIBAKE.findall(text)
    if wrong:
        yield (
            "mojibake",
            sentence(
                "has letters that were read in the wrong encoding once, such as “{letters}” × {times}",
                letters=wrong[0],
                times=len(wrong),
            ),
        )
    lost = text.count("\ufffd")
    if lost:
        yield (
            "lost letters",
            counted(
                "has {number} letter that could not be read",
                "has {number} letters that could not be read",
                lost,
            ),
        )
    if _CONFLICT.search(text):
        yield "conflict", sentence("holds a merge conflict that nobody resolved")
    if blocks.are_in(text) and any(_is_wall(loose) for loose in outside(text)):
        yield "loose text", sentence("has text outside of its blocks, which was divided into paragraphs")


def outside(text: str) -> Iterator[str]:
    """What stands outside of the blocks of a text."""
    depth, at = 0, 0
    for comment in blocks.find(text):
        if depth == 0:
            yield text[at : comment.start]
        if comment.role == "opens" and comment.closed_at is not None:
            depth += 1
        elif comment.role == "closes":
            depth = max(0, depth - 1)
        at = comment.end
    yield text[at:]


def _is_wall(loose: str) -> bool:
    """Whether WordPress would show some text without the paragraphs that it was written in."""
    return not _BLOCK_TAGS.search(loose) and bool(_BLANK_LINE.search(_TAGS.sub("", loose)))
