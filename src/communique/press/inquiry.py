"""Asking questions during a run: each is asked once, and what it read is kept beside its answer.

An answer stays good for later runs until something that it read has changed: the same test that decides what is
printed again. So a run asks what the changes touch, and what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson

from .ledger import Ledger
from .questions import Ask, K, P, Question, T, Unanswered, known
from .reading import WindowReading
from .source import Snapshot

KEPT = 20_000
"""So many answers are kept during a run; a dropped one is asked again if it is wanted again."""


SHARED = 2_000
"""So many pieces of work that sheets share are kept during a run."""

LASTING = 5_000
"""So many answers are kept from one run to the next."""


@dataclass(slots=True)
class Answer:
    """What a question was answered, or the error it raised; `number` is the question's in the ledger."""

    value: Any
    error: Exception | None
    digest: bytes
    number: int


Answers = dict[tuple[str, bytes], Answer]
"""Answers by their question's name and arguments."""


class Inquiry:
    """The questions of one run, at one moment; `answers` are those of earlier runs."""

    def __init__(self, reading: WindowReading, ledger: Ledger, answers: Answers | None = None) -> None:
        self.reading = reading
        self.ledger = ledger
        self.asked = 0
        self.shared: dict[tuple[Any, Any], tuple[Any, frozenset[int]]] = {}
        self._answers: Answers = {} if answers is None else answers

    @classmethod
    def at(cls, snapshot: Snapshot, now: datetime, ledger: Ledger, answers: Answers | None = None) -> Inquiry:
        """Questions at the moment of a snapshot: all that reads it is taken down, or refused."""
        reading = WindowReading(snapshot, now)
        snapshot.read_by(reading)
        return cls(reading, ledger, answers)

    def answer(self, question: Question[..., Any], args: tuple[Any, ...]) -> Answer:
        """The answer, asked now or earlier in this run, and entered in the ledger."""
        packed = _packed(args)
        place = (question.name, packed)
        if (held := self._answers.get(place)) is not None:
            return held
        value, error = None, None
        self.reading.begin()
        try:
            value = question.reads(self.reading, *args)
            digest = _digest(value)
        except Exception as raised:  # one question that fails must not stop the run
            error = raised
            digest = _digest_of_error(raised)
        reads = self.reading.end()
        answer = Answer(value, error, digest, self.ledger.enter_question(question.name, packed, digest, reads))
        self.asked += 1
        if len(self._answers) >= KEPT:
            del self._answers[next(iter(self._answers))]
        self._answers[place] = answer
        return answer

    def forget(self, name: str, args: tuple[Any, ...]) -> None:
        """Something that this question read may have changed."""
        self._answers.pop((name, _packed(args)), None)

    def close(self, struck: Set[int]) -> None:
        """Leave to the next run what it may count on: not what failed, nor what the ledger has struck out."""
        answers = self._answers
        for place in [place for place, held in answers.items() if held.error is not None or held.number in struck]:
            del answers[place]
        for place in list(answers)[: max(0, len(answers) - LASTING)]:
            del answers[place]

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
        shared = self._inquiry.shared
        held = shared.get((make, key))
        if held is None:
            notes = Notes(self._inquiry)
            try:
                held = make(notes, key), frozenset(notes.numbers)
            finally:
                self.numbers |= notes.numbers
            if len(shared) >= SHARED:
                del shared[next(iter(shared))]
            shared[make, key] = held
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
