"""Asking questions during a run: each is asked once, and what it read is kept beside its answer.

An answer stays good for later runs until something that it read has changed: the same test that decides what is
printed again. So a run asks what the changes touch, and what is new.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson

from .guard import Guard
from .kept import Answer, Kept, Piece
from .ledger import Ledger
from .questions import Ask, K, P, Question, T, Unanswered, known
from .reading import WindowReading
from .source import Snapshot


class Inquiry:
    """The questions of one run, at one moment; `kept` is what earlier runs found out."""

    def __init__(self, reading: WindowReading, ledger: Ledger, guard: Guard, kept: Kept | None = None) -> None:
        self.reading = reading
        self.guard = guard
        self.ledger = ledger
        self.asked = 0
        self.kept = Kept() if kept is None else kept

    @classmethod
    def at(cls, snapshot: Snapshot, now: datetime, ledger: Ledger, guard: Guard, kept: Kept | None = None) -> Inquiry:
        """Questions at the moment of a snapshot: all that reads it is taken down, or refused."""
        reading = WindowReading(snapshot, now)
        snapshot.read_by(reading)
        return cls(reading, ledger, guard, kept)

    def answer(self, question: Question[..., Any], args: tuple[Any, ...]) -> Answer:
        """The answer, asked now or earlier in this run, and entered in the ledger."""
        packed = _packed(args)
        place = (question.name, packed)
        if (held := self.kept.answers.get(place)) is not None:
            return held
        value, error = None, None
        self.reading.begin()
        try:
            with self.guard.at(question.name, args):
                value = question.reads(self.reading, *args)
            digest = _digest(value)
        except Exception as raised:  # one question that fails must not stop the run
            error = raised
            digest = _digest_of_error(raised)
        reads = self.reading.end()
        answer = Answer(value, error, digest, self.ledger.enter_question(question.name, packed, digest, reads))
        self.asked += 1
        self.kept.answer(place, answer)
        return answer

    def forget(self, name: str, args: tuple[Any, ...]) -> None:
        """Something that this question read may have changed."""
        self.kept.answers.pop((name, _packed(args)), None)

    def again(self, name: str, args: tuple[Any, ...]) -> bytes | None:
        """The digest of a question's answer now; None when no such question exists any more."""
        question = known.get(name)
        return None if question is None else self.answer(question, args).digest

    def notebook(self) -> Notes:
        """A fresh `ask` for one sheet."""
        return Notes(self)


class Notes:
    """One sheet's `ask`: notes which questions the sheet asked."""

    def __init__(self, inquiry: Inquiry) -> None:
        self._inquiry = inquiry
        self.guard = inquiry.guard
        self.numbers: set[int] = set()

    def __call__(self, question: Question[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Ask. Raises Unanswered."""
        if named:
            raise TypeError(f"{question.name} was asked with named arguments; give them in their order.")
        answer = self._inquiry.answer(question, args)
        self.numbers.add(answer.number)
        if answer.error is not None:
            raise Unanswered(question.name) from answer.error
        value: T = answer.value
        return value

    def once(self, make: Callable[[Ask, K], T], key: K) -> T:
        """What `make(ask, key)` gives; what it asked counts as asked by every sheet that shows it."""
        held: Piece | None = self._inquiry.kept.pieces.get((make, key))
        if held is None:
            notes = Notes(self._inquiry)
            try:
                held = make(notes, key), frozenset(notes.numbers)
            finally:
                self.numbers |= notes.numbers
            self._inquiry.kept.piece((make, key), held)
        self.numbers |= held[1]
        value: T = held[0]
        return value


def _packed(args: tuple[Any, ...]) -> bytes:
    """Arguments as the ledger keeps them; what would come back from there as something else is refused (TypeError)."""
    return orjson.dumps(args, option=orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS)


def _digest(value: Any) -> bytes:
    return blake2b(orjson.dumps(value), digest_size=16, person=b"answer").digest()


def _digest_of_error(error: Exception) -> bytes:
    told = f"{type(error).__name__}: {error}".encode(errors="backslashreplace")
    return blake2b(told, digest_size=16, person=b"error").digest()


NOTHING = _digest(None)
"""The digest of the answer None."""

Progress = Callable[[int, int | None], None]
"""Told how many sheets are done, and of how many if that is known."""
