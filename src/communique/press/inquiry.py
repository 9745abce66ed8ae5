"""Asking questions during a run: each is asked once, and what it read is kept beside its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from .ledger import Ledger
from .questions import P, Question, T, known
from .reading import WindowReading

KEPT = 20_000
"""So many answers are kept during a run; a dropped one is asked again if it is wanted again."""


@dataclass(slots=True)
class Answer:
    """What a question was answered, or the error it raised; `number` is the question's in the ledger."""

    value: Any
    error: Exception | None
    digest: bytes
    number: int


class Inquiry:
    """The questions of one run, at one moment."""

    def __init__(self, reading: WindowReading, ledger: Ledger) -> None:
        self.reading = reading
        self.ledger = ledger
        self.asked = 0
        self._answers: dict[tuple[str, bytes], Answer] = {}

    def answer(self, question: Question[..., Any], args: tuple[Any, ...]) -> Answer:
        """The answer, asked now or earlier in this run, and entered in the ledger."""
        packed = orjson.dumps(args)
        place = (question.name, packed)
        if (held := self._answers.get(place)) is not None:
            return held
        value, error = None, None
        self.reading.begin()
        try:
            value = question.reads(self.reading, *args)
        except Exception as raised:  # one question that fails must not stop the run
            error = raised
        reads = self.reading.end()
        digest = _digest(value, error)
        answer = Answer(value, error, digest, self.ledger.enter_question(question.name, packed, digest, reads))
        self.asked += 1
        if len(self._answers) >= KEPT:
            del self._answers[next(iter(self._answers))]
        self._answers[place] = answer
        return answer

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
        """Ask; raises what the question raised."""
        if named:
            raise TypeError(f"{question.name} was asked with named arguments; give them in their order.")
        answer = self._inquiry.answer(question, args)
        self.numbers.add(answer.number)
        if answer.error is not None:
            raise answer.error
        value: T = answer.value
        return value


def _digest(value: Any, error: Exception | None) -> bytes:
    packed = orjson.dumps(value) if error is None else f"{type(error).__name__}: {error}".encode()
    return blake2b(packed, digest_size=16, person=b"answer" if error is None else b"error").digest()


Progress = Callable[[int, int | None], None]
"""Told how many sheets are done, and of how many if that is known."""
