"""Sentences for people at the desk, said in the language of whoever reads them.

What only reckons knows no framework and no catalogue: it writes a sentence in English, with places in it, and gives
what stands there. Whoever knows the catalogues says so once (`speak_by`); from then on `str()` says a sentence in the
language of the moment. What is compared or stored is its English, or the sentence as it is kept: neither changes
with whoever looks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from .names import joined


class Speaker(Protocol):
    """Knows the words of a language."""

    @property
    def language(self) -> str:
        """The language of the moment: en."""

    def one(self, words: str) -> str:
        """Words in it."""

    def several(self, words: str, several: str, number: int) -> str:
        """Words about a number of things, in the form for that number."""


class English:
    """Says what is written."""

    language = "en"

    def one(self, words: str) -> str:
        """The words themselves."""
        return words

    def several(self, words: str, several: str, number: int) -> str:
        """One of both."""
        return words if number == 1 else several


_english = English()
_speaker: Speaker = _english


def speak_by(speaker: Speaker) -> None:
    """Say sentences by these catalogues, in this process."""
    global _speaker
    _speaker = speaker


@dataclass(frozen=True, slots=True)
class Sentence:
    """English with {places}, what stands in them, and how it reads of several. Made by the functions below."""

    words: str
    values: Mapping[str, object] = field(default_factory=dict)
    several: str = ""

    def __str__(self) -> str:
        return self._said(_speaker)

    def __hash__(self) -> int:
        return hash(self.english)

    @property
    def english(self) -> str:
        """As it is written: the same for everyone."""
        return self._said(_english)

    def kept(self) -> str:
        """As it can be stored, to be said to others later."""
        values = {name: _kept(value) for name, value in self.values.items()}
        return json.dumps({"words": self.words, "values": values, "several": self.several}, ensure_ascii=False)

    def _said(self, speaker: Speaker) -> str:
        number = self.values.get("number")
        if self.several and isinstance(number, int):
            words = speaker.several(self.words, self.several, number)
        else:
            words = speaker.one(self.words)
        return words.format(**{name: _set(value, speaker) for name, value in self.values.items()})


class Refusal(ValueError):
    """What somebody gave can't be taken as it is; `said` tells them why, and what would do."""

    def __init__(self, said: Sentence) -> None:
        self.said = said
        super().__init__(said)


def sentence(words: str, /, **values: object) -> Sentence:
    """A sentence with {places}, and what stands there: texts, other sentences, several names, numbers.

    Names are joined as languages join them; a number in a place like {width:,} is set as they set it; what stands in
    a place like {name:capital} begins with a capital.
    """
    return Sentence(words, values)


def counted(words: str, several: str, number: int, /, **values: object) -> Sentence:
    """A sentence about one thing, and about several; {number} says how many."""
    return Sentence(words, {"number": number, **values}, several)


def as_it_is(text: object) -> Sentence:
    """A text that reads the same in every language: a name, what another program said."""
    return Sentence("{text}", {"text": str(text)})


def in_a_row(sentences: Iterable[Sentence]) -> Sentence:
    """Sentences one after the other."""
    values = {f"sentence{place}": one for place, one in enumerate(sentences)}
    return Sentence(" ".join(f"{{{name}}}" for name in values), values)


def from_kept(text: str) -> Sentence:
    """A sentence as it was stored; any other text as it is."""
    try:
        told = json.loads(text) if text.startswith('{"words": ') else None
    except ValueError:
        told = None
    if told is None:
        return as_it_is(text)
    return Sentence(told["words"], {name: _read(value) for name, value in told["values"].items()}, told["several"])


class _Text(str):
    """A text that begins with a capital where a place asks for one."""

    __slots__ = ()

    def __format__(self, how: str) -> str:
        return self[:1].upper() + self[1:] if how == "capital" else super().__format__(how)


class _Number(int):
    """A number that is set as a language sets it where a place asks for groups."""

    language = "en"

    def __format__(self, how: str) -> str:
        from .numbers import printed  # whose faults are told in sentences

        return printed(Decimal(self), self.language) if how == "," else super().__format__(how)


def _set(value: object, speaker: Speaker) -> object:
    if isinstance(value, Sentence):
        return _Text(value._said(speaker))
    if isinstance(value, int):
        number = _Number(value)
        number.language = speaker.language
        return number
    if isinstance(value, list | tuple):
        return joined([str(_set(one, speaker)) for one in value], speaker.language)
    return _Text(value)


def _kept(value: object) -> Any:
    if isinstance(value, Sentence):
        return {"sentence": value.kept()}
    if isinstance(value, list | tuple):
        return [_kept(one) for one in value]
    return value if isinstance(value, int) else str(value)


def _read(value: Any) -> object:
    if isinstance(value, list):
        return [_read(one) for one in value]
    return from_kept(value["sentence"]) if isinstance(value, dict) else value
