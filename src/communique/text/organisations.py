"""Names of organisations: other expansions of an acronym, and variants of a name, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_SMALL = frozenset(
    {"of", "for", "on", "in", "and", "the", "to", "at", "&", "a", "an", "по", "и", "в", "для", "о", "об"}
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")
_MOST = 12
"""A name has at most so many words."""


def other_expansions(text: str, acronym: str, names: Iterable[str]) -> list[str]:
    """What stands before “(ACRONYM)” with its initials, or after “ACRONYM (”, and is none of the names."""
    known = {_folded(name) for name in names}
    found = []
    for before in re.finditer(rf"([^()\n.;:!?]+)\(\s*{re.escape(acronym)}\s*\)", text):
        words = before[1].split()[-_MOST:]
        expansions = [" ".join(words[at:]) for at in range(len(words)) if _initials(words[at:]) == acronym.casefold()]
        # The longest run of words that gives the initials, small words at its beginning left out.
        found += [one for one in expansions if not _small(one.split()[0])][:1]
    for after in re.finditer(rf"\b{re.escape(acronym)}\s*\(([^()\n]+)\)", text):
        if _initials(after[1].split()) == acronym.casefold():
            found.append(after[1].strip())
    return [one for one in dict.fromkeys(found) if _folded(one) not in known]


def variants(text: str, names: Iterable[str]) -> list[str]:
    """A name with other small words or another number: “Institute for Study” where the name has “of Studies”.

    Only names of three weighty words or more: “Ports Institute” would be found everywhere.
    """
    names = list(names)
    known = {_folded(name) for name in names}
    found = []
    for name in names:
        weighty = [_stem(word) for word in _TOKEN.findall(name) if not _small(word)]
        if len(weighty) < 3:
            continue
        tokens = list(_TOKEN.finditer(text))
        heavy = [at for at, token in enumerate(tokens) if not _small(token[0])]
        stems = [_stem(tokens[at][0]) for at in heavy]
        for at in range(len(stems) - len(weighty) + 1):
            if stems[at : at + len(weighty)] == weighty:
                first, last = tokens[heavy[at]], tokens[heavy[at + len(weighty) - 1]]
                if heavy[at + len(weighty) - 1] - heavy[at] < len(weighty) + 4 and first[0][:1].isupper():
                    found.append(text[first.start() : last.end()])
    return [one for one in dict.fromkeys(found) if "\n" not in one and _folded(one) not in known]


def _initials(words: Iterable[str]) -> str:
    kept = [word for word in words if not _small(word)]
    return "".join(part[0] for word in kept for part in _TOKEN.findall(word)[:1]).casefold()


def _small(word: str) -> bool:
    return word.casefold() in _SMALL


@lru_cache(maxsize=64)
def _folded(name: str) -> str:
    words = [word.casefold() for word in _TOKEN.findall(name)]
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _stem(word: str) -> str:
    """A word without what makes it many."""
    low = word.casefold()
    for end, instead in (("ies", "y"), ("es", "e"), ("s", "")):
        if low.endswith(end) and len(low) > len(end) + 2:
            return low.removesuffix(end) + instead
    return low
