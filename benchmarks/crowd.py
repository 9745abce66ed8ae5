"""R5, R11, R12: ten thousand readers who stay connected, and five hundred slow ones, while one page is published again
and again: errors, mixed editions, steps back, the reader's time for each request, its memory.

    .venv/bin/python benchmarks/crowd.py [--readers 10000] [--slow 500] [--reads 3000000] [--rounds 5] [--mixed]

It makes a store and a reader of its own in a temporary folder. Three kinds of rounds take turns: quiet ones; ones
beside the slow, of whom half send their request byte by byte, and half take their answer in drops; and busy ones,
beside the slow and with the page published every second. The page carries the number of its publication in its text and
in four pieces that stand on it; all of an answer must be of one, and none may be older than the answer before on the
same connection. A third of the readers takes gzip. Needs as many file handles as there are readers (`ulimit -n`). With
`--mixed` what is published is mixed on purpose, to see that it is noticed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import resource
import select
import socket
import statistics
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path

from reading import START, free_port, processes_of, running, time_used

from communique.press.objects import Include, Printed
from communique.press.store import Store

PAGE, LONG = "/the-page/", "/a-long-file.bin"
PIECES = ("~menu/en", "~sidebar/en", "~footer/en", "~year/en")
EVERY = 1.0
"""Seconds from one publication to the next."""

ROUNDS = ("quiet", "slow", "busy")

SPARE = 200
"""File handles for everything else."""

_NUMBER = re.compile(rb"publication-(\d+)\.")
_LENGTH = re.compile(rb"content-length: (\d+)")


@dataclass
class Count:
    """What readers saw in one round."""

    reads: int = 0
    publications: set[int] = field(default_factory=set)
    errors: Counter[str] = field(default_factory=Counter)
    mixed: int = 0
    back: int = 0
    cost: float = 0.0  # microseconds of the reader's time for each request
    memory: int = 0  # MB


# What is published


def publication(number: int, *, mixed: bool = False) -> Iterator[Printed]:
    """The page and the pieces that stand on it, all of one number; mixed, one piece is left as it was."""
    told = f"<p>publication-{number}. {'Gas and grain. ' * 20}</p>".encode()
    menu, sidebar, footer, year = PIECES
    yield Printed(PAGE, (told, Include(menu), told, Include(sidebar), b"<hr>", Include(footer)), sheet="page")
    yield Printed(menu, (told,))
    if not mixed:
        yield Printed(sidebar, (told,))
    yield Printed(footer, (told, Include(year)))
    yield Printed(year, (told,))


def publish(folder: Path, mixed: bool, going: Event, over: Event) -> None:
    """Every second, while it is going on; the crowd, which shares the second core, must not make it wait (as root)."""
    with suppress(PermissionError):
        os.nice(-15)
    with Store.open(folder, writer="the benchmark") as store:
        number = 0
        with store.edition(cause="a full print") as edition:
            edition.put(Printed(LONG, (bytes(range(256)) * 8192,), media_type="application/octet-stream"))
            for printed in publication(number):
                edition.put(printed)
        over.clear()
        while not over.wait(EVERY):
            if going.is_set():
                number += 1
                with store.edition(cause="a publication") as edition:
                    for printed in publication(number, mixed=mixed):
                        edition.put(printed)


# Readers


class Reader:
    """One connection, on which one request follows another."""

    def __init__(self, port: int, packed: bool) -> None:
        encoding = "gzip" if packed else "identity"
        self._request = f"GET {PAGE} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: {encoding}\r\n\r\n".encode()
        self._packed, self._port = packed, port
        self._seen = -1
        self.open()

    def open(self) -> None:
        self._got = b""
        self.line = socket.create_connection(("127.0.0.1", self._port), 30)
        self.line.setblocking(False)

    def ask(self) -> None:
        self.line.send(self._request)

    def hear(self, count: Count) -> bool:
        """Take what came; true when an answer was whole, and was looked at."""
        came = self.line.recv(65_536)
        if not came:
            raise ConnectionError("closed")
        self._got += came
        head, found, body = self._got.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not found or length is None or len(body) < int(length[1]):
            return False
        self._got = b""
        if not head.startswith(b"HTTP/1.1 200"):
            count.errors[head[:40].decode(errors="replace")] += 1
            return True
        self._look(zlib.decompress(body, 31) if self._packed else body, count)
        return True

    def _look(self, body: bytes, count: Count) -> None:
        numbers = [int(number) for number in _NUMBER.findall(body)]
        count.reads += 1
        count.mixed += len(set(numbers)) != 1 or len(numbers) != len(PIECES) + 2
        count.back += min(numbers) < self._seen
        self._seen = max(numbers)
        count.publications.update(numbers)


class Crowd:
    """All readers, each of whom asks again as soon as it has its answer."""

    def __init__(self, port: int, many: int) -> None:
        self._readers = {}
        self._ready = select.epoll()
        for number in range(many):
            self._add(Reader(port, packed=number % 3 == 0))

    def _add(self, reader: Reader) -> None:
        self._readers[reader.line.fileno()] = reader
        self._ready.register(reader.line.fileno(), select.EPOLLIN)

    def read(self, reads: int) -> Count:
        """So many answers, and then those that are on their way."""
        count = Count()
        waiting = set(self._readers)
        for number in waiting:
            self._readers[number].ask()
        asked = len(waiting)
        while waiting:
            ready = self._ready.poll(30)
            if not ready:
                count.errors["no answer within 30 seconds"] += len(waiting)
                break
            for number, _ in ready:
                reader = self._readers[number]
                try:
                    if not reader.hear(count):
                        continue
                    if asked < reads:
                        asked += 1
                        reader.ask()
                    else:
                        waiting.discard(number)
                except OSError as error:
                    count.errors[str(error)] += 1
                    waiting.discard(number)
                    self._again(number)
        return count

    def _again(self, number: int) -> None:
        reader = self._readers.pop(number)
        reader.line.close()
        reader.open()
        self._add(reader)


# The slow ones


def dawdle(port: int, many: int, there: Synchronized[int], going: Event, over: Event) -> None:
    """Half of them send a request byte by byte, half take a long answer in drops; who is turned away comes again."""
    slow: dict[int, socket.socket] = {}
    while not over.wait(1.0):
        if not going.is_set():
            for line in slow.values():
                line.close()
            slow.clear()
            there.value = 0
            continue
        for number in range(many):
            try:
                if number not in slow:
                    slow[number] = _slow_one(port, takes=number % 2 == 0)
                elif number % 2:
                    slow[number].send(b"x")
                elif not slow[number].recv(1):
                    raise ConnectionError
            except BlockingIOError:
                continue
            except OSError:
                slow.pop(number, None)
        there.value = len(slow)


def _slow_one(port: int, *, takes: bool) -> socket.socket:
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.settimeout(5)
    line.connect(("127.0.0.1", port))
    line.send(f"GET {LONG} HTTP/1.1\r\nhost: localhost\r\n".encode() + (b"\r\n" if takes else b"x-slow: "))
    line.setblocking(False)
    return line


# Measuring


def memory(server: int) -> int:
    """What the server and its workers have in memory, in MB."""
    pages = (int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in processes_of(server))
    return sum(pages) * resource.getpagesize() // 1_000_000


def settled(there: Synchronized[int], many: int) -> None:
    """Wait until all the slow ones are connected, or none: their coming and going is no reader's request."""
    while not many * 0.98 <= there.value <= many:
        time.sleep(0.1)


def measured(crowd: Crowd, server: int, reads: int) -> Count:
    before = time_used(server)
    count = crowd.read(reads)
    count.cost = (time_used(server) - before) / max(1, count.reads) * 1e6
    count.memory = memory(server)
    return count


@contextmanager
def beside(*helpers: multiprocessing.Process, over: Event) -> Iterator[None]:
    for helper in helpers:
        helper.start()
    try:
        yield
    finally:
        over.set()
        for helper in helpers:
            helper.join()


def report(rounds: dict[str, list[Count]]) -> bool:
    """The table; whether all was as it should be."""
    print(f"\n{'':16}{'reads':>10}{'publications':>14}{'errors':>8}{'mixed':>7}{'back':>6}{'µs/req':>9}{'MB':>6}")
    for name, counts in rounds.items():
        published = len(set().union(*(one.publications for one in counts)))
        figures = [sum(getattr(one, what) for one in counts) for what in ("reads", "mixed", "back")]
        errors = sum((one.errors for one in counts), Counter())
        cost = statistics.median(one.cost for one in counts)
        print(
            f"{name:16}{figures[0]:10,}{published:14,}{errors.total():8,}{figures[1]:7,}{figures[2]:6,}"
            f"{cost:9.1f}{max(one.memory for one in counts):6,}"
        )
        for said, times in errors.most_common(5):
            print(f"        {times} × {said}")
    quiet, slow, busy = (statistics.median(one.cost for one in rounds[name]) for name in ROUNDS)
    told = "The reader's time for each request: slow / quiet {:.2f}, busy / quiet {:.2f} (medians of {} rounds)."
    print(told.format(slow / quiet, busy / quiet, len(rounds["busy"])))
    every = [one for counts in rounds.values() for one in counts]
    return not any(one.errors or one.mixed or one.back for one in every)


def chosen() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="A crowd of readers while one page is published (R5, R11, R12).")
    options.add_argument("--readers", type=int, default=10_000)
    options.add_argument("--slow", type=int, default=500)
    options.add_argument("--reads", type=int, default=3_000_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--mixed", action="store_true", help="publish mixed on purpose")
    return options.parse_args()


def get_file_handles(many: int) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most < many:
        sys.exit(f"There are {most} file handles to be had and {many} are needed; raise the limit: ulimit -Hn {many}.")
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def main() -> None:
    told = chosen()
    get_file_handles(told.readers + told.slow + SPARE)
    dawdling, publishing, over = (multiprocessing.Event() for _ in range(3))
    there = multiprocessing.Value("i", 0)
    os.sched_setaffinity(0, set(range(1, os.cpu_count() or 1)) or {0})  # the reader has the first core
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name) / "store", free_port()
        over.set()  # until the first edition is out
        publisher = multiprocessing.Process(target=publish, args=(folder, told.mixed, publishing, over))
        slow = multiprocessing.Process(target=dawdle, args=(port, told.slow, there, dawdling, over))
        with beside(publisher, over=over):
            while over.is_set():
                time.sleep(0.02)
            with running([sys.executable, "-c", START, str(port)], port, COMMUNIQUE_STORE=str(folder)) as server:
                crowd = Crowd(port, told.readers)
                crowd.read(told.readers)  # warm
                slow.start()
                rounds: dict[str, list[Count]] = {name: [] for name in ROUNDS}
                for name in ROUNDS * told.rounds:
                    for event, others in ((dawdling, ("slow", "busy")), (publishing, ("busy",))):
                        event.set() if name in others else event.clear()
                    settled(there, told.slow if dawdling.is_set() else 0)
                    crowd.read(told.readers)  # what comes of their arrival is no part of the round
                    rounds[name].append(measured(crowd, server, told.reads // len(ROUNDS) // told.rounds))
                over.set()
                slow.join()
        sys.exit(0 if report(rounds) else 1)


if __name__ == "__main__":
    main()
