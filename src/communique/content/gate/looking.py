"""Looking for words: in what is written in each place first, then in the page as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .draft import Draft
from .findings import Place

Find = Callable[[str], Iterable[str]]


def everywhere(draft: Draft, find: Find) -> Iterator[tuple[Place, str]]:
    """Each thing found once for each place; on the page as a whole only what stands in no place of its own.

    What a page takes from elsewhere, a disclaimer or a name, is seen by readers too.
    """
    seen = set()
    for passage in draft.passages:
        for words in dict.fromkeys(find(passage.lines)):
            seen.add(words)
            yield passage.place, words
    for words in dict.fromkeys(find(draft.whole.lines)):
        if words not in seen:
            yield draft.whole.place, words


def shortened(text: str, longest: int = 80) -> str:
    """A text as a message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
