"""What printing one thing may cost. What costs more ends the run, which is begun anew without it for an hour.

So a page that never comes to an end, or wants more memory than there is, holds the others up once an hour at most.
"""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson

from communique.text.sentences import Sentence, from_kept, sentence

from .changes import Change
from .tables import Table

SECONDS = 30.0
"""So much of a processor's time may one thing take; mostly it is a few thousandths. A slow disk is nobody's fault."""

ROOM = 1 << 30
"""So many bytes more than at the beginning of the run may be taken."""

PAUSE = timedelta(hours=1)
EVERY = 64  # things, until it is seen anew how much memory the press has taken for good
FILE = "left-out.json"

_MEMORY = Path("/proc/self/statm")  # Linux; elsewhere the limit on memory isn't kept
_DATA = 5  # the place in it: pages of data

Args = tuple[Any, ...]


class TooCostly(BaseException):
    """One thing cost more than it may. It passes whatever holds single errors back: the run is over."""

    def __init__(self, name: str, args: Args, reason: str) -> None:
        super().__init__(name, args, reason)
        self.name, self.asked, self.reason = name, args, reason


class Endless(RuntimeError):
    """A template that would never be done."""


class LeftOut(RuntimeError):
    """A thing that cost too much lately; the message is a whole sentence, as it is kept."""


@dataclass(frozen=True)
class Bar:
    """Something that is left out for a while: a sheet or a question, and its key or arguments."""

    name: str
    args: list[Any]
    reason: str
    until: float  # seconds since 1970, UTC
    last: int  # the last change that it was left out with


class Guard:
    """Looks after what is printed, in the main thread of a process (elsewhere nothing is limited)."""

    def __init__(self, folder: Path, *, seconds: float = SECONDS, room: int = ROOM) -> None:
        self._file = folder / FILE
        self._seconds, self._room = seconds, room
        self._bars = {_place(bar.name, bar.args): bar for bar in _read(self._file)}
        self._at: tuple[str, Args] | None = None
        self._looked = 0
        self._on = False

    @contextmanager
    def on_duty(self) -> Iterator[None]:
        """For as long as a run lasts. Raises TooCostly."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGPROF, self._time_is_up)
        limits = resource.getrlimit(resource.RLIMIT_DATA)
        self._on, self._looked = True, 0
        try:
            yield
        finally:
            self._on, self._at = False, None
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
            resource.setrlimit(resource.RLIMIT_DATA, limits)

    @contextmanager
    def at(self, name: str, args: Args) -> Iterator[None]:
        """While this sheet is made, or this question asked. Raises TooCostly, or LeftOut."""
        if self._bars and (bar := self._bars.get(_place(name, args))) is not None:
            raise LeftOut(bar.reason)
        before, self._at = self._at, (name, args)
        if before is None and self._on:
            self._begin()
        try:
            yield
        except Endless as error:
            raise TooCostly(name, args, _too_long(self._seconds).kept()) from error
        except MemoryError as error:
            raise TooCostly(name, args, _too_large().kept()) from error
        finally:
            self._at = before
            if before is None and self._on:
                signal.setitimer(signal.ITIMER_PROF, 0)

    def leave_out(self, costly: TooCostly, now: datetime, last: int) -> None:
        """From now on, for an hour or until it is changed."""
        until = (now + PAUSE).timestamp()
        self._bars[_place(costly.name, costly.asked)] = Bar(costly.name, list(costly.asked), costly.reason, until, last)
        self._keep()

    def let_in(self, numbered: Iterable[tuple[int, Change]], tables: Mapping[str, Table], now: datetime) -> None:
        """Try again what has been left out for an hour, and what was changed since: a row of its key."""
        if not self._bars:
            return
        changed = [(number, change.keys(tables[change.table])) for number, change in numbered]
        left = {place: bar for place, bar in self._bars.items() if not _is_over(bar, changed, now.timestamp())}
        if len(left) < len(self._bars):
            self._bars = left
            self._keep()

    def _begin(self) -> None:
        if self._looked % EVERY == 0 and _MEMORY.exists():
            taken = int(_MEMORY.read_text().split()[_DATA]) * resource.getpagesize()
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            room = taken + self._room
            resource.setrlimit(resource.RLIMIT_DATA, (room if most < 0 else min(room, most), most))
        self._looked += 1
        # Again and again, since an exception in a finalizer would be lost.
        signal.setitimer(signal.ITIMER_PROF, self._seconds, 1.0)

    def _time_is_up(self, *_: object) -> None:
        if self._at is not None:
            raise TooCostly(*self._at, _too_long(self._seconds).kept())

    def _keep(self) -> None:
        beside = self._file.with_suffix(".new")
        with suppress(OSError):  # then it is tried once more after a new start
            beside.write_bytes(orjson.dumps([asdict(bar) for bar in self._bars.values()]))
            beside.replace(self._file)


def _place(name: str, args: Iterable[Any]) -> tuple[str, bytes]:
    return name, orjson.dumps(list(args), default=str)


def _read(file: Path) -> list[Bar]:
    try:
        return [Bar(**told) for told in orjson.loads(file.read_bytes())]
    except (OSError, ValueError, TypeError):
        return []


def _is_over(bar: Bar, changed: Iterable[tuple[int, set[Any]]], now: float) -> bool:
    return now >= bar.until or any(number > bar.last and not keys.isdisjoint(bar.args) for number, keys in changed)


def _too_long(seconds: float) -> Sentence:
    return sentence(
        "To print this takes more than {seconds} seconds. What was printed before stays. It is tried again within the"
        " hour, and once it is changed.",
        seconds=round(seconds),
    )


def _too_large() -> Sentence:
    return sentence(
        "To print this takes more memory than one page may have. What was printed before stays. It is tried again"
        " within the hour, and once it is changed."
    )


def in_english(reason: str) -> str:
    """A kept reason, for the log."""
    return from_kept(reason).english
