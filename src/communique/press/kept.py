"""What the press remembers from one run to the next: answers, and the pieces that sheets share.

An answer stays good until something that it read has changed, and a piece (a card, an entry of a feed) until an answer
that it was made of differs: the same tests that decide what is printed again. All of it may be forgotten at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

ANSWERS = 20_000
"""So many answers are kept; a dropped one is asked again if it is wanted again."""

PIECES = 6_000
"""So many pieces are kept; a dropped one is made again."""

Asking = tuple[str, bytes]
"""A question's name and its arguments, packed."""

Making = tuple[Callable[..., Any], Any]
"""What makes a piece, and of what."""

Piece = tuple[Any, frozenset[int]]
"""A piece, and the numbers of the questions that it was made of."""


@dataclass(slots=True)
class Answer:
    """What a question was answered, or the error it raised; `number` is the question's in the ledger."""

    value: Any
    error: Exception | None
    digest: bytes
    number: int


@dataclass
class Kept:
    """Answers by what was asked, and pieces by what made them."""

    answers: dict[Asking, Answer] = field(default_factory=dict)
    pieces: dict[Making, Piece] = field(default_factory=dict)
    _failed: dict[Asking, int] = field(default_factory=dict)
    _made_of: dict[int, set[Making]] = field(default_factory=dict)  # a question's number, and the pieces made of it

    def answer(self, asking: Asking, answer: Answer) -> None:
        """Keep an answer; the oldest goes where there are too many."""
        if len(self.answers) >= ANSWERS:
            del self.answers[next(iter(self.answers))]
        self.answers[asking] = answer
        if answer.error is not None:
            self._failed[asking] = answer.number

    def piece(self, making: Making, piece: Piece) -> None:
        """Keep a piece; the oldest goes where there are too many."""
        if making in self.pieces:
            self._drop(making)
        elif len(self.pieces) >= PIECES:
            self._drop(next(iter(self.pieces)))
        self.pieces[making] = piece
        for number in piece[1]:
            self._made_of.setdefault(number, set()).add(making)

    def outdate(self, questions: Collection[int]) -> None:
        """The answers to these differ now: no piece that was made of one of them is good any more."""
        for number in questions:
            for making in list(self._made_of.get(number, ())):
                self._drop(making)

    def settle(self, struck: Mapping[Asking, int]) -> None:
        """Leave to the next run what it may count on: not what failed, nor what the ledger has struck out.

        Both come with their numbers: the answer itself may have been dropped already, and the ledger gives a struck
        number to another question.
        """
        gone = {**struck, **self._failed}
        for asking in gone:
            self.answers.pop(asking, None)
        self._failed.clear()
        self.outdate({*gone.values()})

    def _drop(self, making: Making) -> None:
        for number in self.pieces.pop(making)[1]:
            there = self._made_of[number]
            there.discard(making)
            if not there:
                del self._made_of[number]
