"""P7: how long our reader takes to begin with many pages, and how much memory is its own.

    .venv/bin/python benchmarks/starting.py [--pages 1000 100000] [--rounds 5]

From the start of its process to the first page that it answers; memory by the system's count of pages that belong
to no file (`Anonymous` in `smaps_rollup`, proc(5)), once when it has answered that page and once after ten
thousand others. The packs that it maps are the page cache's, and are no part of that.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reading import FRAGMENTS, START, article, free_port, processes_of, words

from communique.press.objects import Include, Printed
from communique.press.store import Store

TEXTS = 200
ASKED = 10_000


def fill(folder: Path, pages: int) -> None:
    """A store of so many pages, no two alike, each with the three fragments."""
    texts = [article(number) for number in range(TEXTS)]
    with Store.open(folder, writer="the benchmark") as store, store.edition(cause="a full print") as edition:
        for name in FRAGMENTS:
            edition.put(Printed(name, (f"<ol><li>{words(90)}</li></ol>".encode(),)))
        for number in range(pages):
            first, *rest = texts[number % TEXTS]
            assert not isinstance(first, Include)
            edition.put(Printed(f"/articles/{number}.html", (b"%s<!-- %d -->" % (first, number), *rest)))


@contextmanager
def begun(folder: Path) -> Iterator[tuple[int, int, float]]:
    """A reader that answers: its process, its port, and the seconds that it took to."""
    port, began = free_port(), time.monotonic()
    command = [sys.executable, "-c", START, str(port)]
    process = subprocess.Popen(command, env=os.environ | {"COMMUNIQUE_STORE": str(folder)})
    try:
        while not answers(port, "/articles/0.html"):
            time.sleep(0.001)
        yield process.pid, port, time.monotonic() - began
    finally:
        process.terminate()
        process.wait()


def answers(port: int, *addresses: str) -> bool:
    """Whether it has all of these."""
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
            for address in addresses:
                line.request("GET", address, headers={"Accept-Encoding": "gzip"})
                answer = line.getresponse()
                answer.read()
                if answer.status != http.client.OK:
                    return False
    except OSError:
        return False
    return True


def own_memory(parent: int) -> float:
    """Megabytes that a process and its children share with nobody."""
    told = "".join(Path(f"/proc/{one}/smaps_rollup").read_text() for one in processes_of(parent))
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Anonymous:")) / 1024


def main() -> None:
    options = argparse.ArgumentParser(description="How a reader begins (P7).")
    options.add_argument("--pages", type=int, nargs="+", default=[1_000, 100_000])
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    for pages in chosen.pages:
        with tempfile.TemporaryDirectory() as name:
            fill(Path(name), pages)
            took, first, later = [], [], []
            for _ in range(chosen.rounds):
                with begun(Path(name)) as (process, port, seconds):
                    took.append(seconds)
                    first.append(own_memory(process))
                    assert answers(port, *(f"/articles/{random.randrange(pages)}.html" for _ in range(ASKED)))
                    later.append(own_memory(process))
            print(
                f"{pages:7,} pages: begins in {statistics.median(took):.2f} s ({min(took):.2f} to {max(took):.2f}), "
                f"{statistics.median(first):.0f} MB of its own, {statistics.median(later):.0f} MB after {ASKED:,} pages"
            )


if __name__ == "__main__":
    main()
