"""P8: what publishing one article takes at our desk, beside a plain Wagtail without its search index.

    .venv/bin/python benchmarks/desk.py [--rounds 5] [--times 40]

Both publish drafts with texts alike by `page.save_revision().publish()`, in one transaction each, on SQLite. They take
turns, so that whatever else the machine does befalls both. Times are those of the processor: waiting for the disk is no
part of them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from texts import Words

HERE = Path(__file__).parent
WARMING = 5


def ours(folder: Path) -> Callable[[Words, int], Any]:
    """Our desk, on a new site of a hundred articles; gives how it makes a draft."""
    subprocess.run([sys.executable, HERE / "site.py", folder / "site", "--articles", "100"], check=True, stdout=2)
    from communique.site.entering import enter
    from publishing import draft

    enter(folder / "site", "desk")
    return draft


def plain(folder: Path) -> Callable[[Words, int], Any]:
    """A plain Wagtail; the same."""
    import plain_wagtail

    plain_wagtail.enter(folder)
    from plain_wagtail.models import Article, Author
    from wagtail.models import Page

    root = Page.objects.get(depth=2)

    def draft(words: Words, number: int) -> Any:
        body: list[dict[str, Any]] = []
        for _ in range(9):
            body.append({"type": "heading", "value": words.some(4)})
            body += [{"type": "paragraph", "value": f"<p>{words.some(58)}</p>"} for _ in range(2)]
        page = Article(title=f"{words.some(6)} {number}", standfirst=words.some(20), body=json.dumps(body), live=False)
        page.authors = [Author(name=words.some(2))]
        root.add_child(instance=page)
        return page

    return draft


DESKS = {"ours": ours, "plain": plain}


def play(name: str) -> None:
    """One of the two: for each line of input publish so many, and tell the milliseconds that each took."""
    with tempfile.TemporaryDirectory() as folder:
        draft, words, number = DESKS[name](Path(folder)), Words(3), 0
        from django.db import transaction

        print("[]", flush=True)
        for line in sys.stdin:
            took = []
            for _ in range(int(line)):
                number += 1
                page = draft(words, number)
                began = time.process_time()
                with transaction.atomic():
                    page.save_revision().publish()
                took.append((time.process_time() - began) * 1000)
            print(json.dumps(took), flush=True)


def measure(rounds: int, times: int) -> dict[str, list[float]]:
    """The median of each round, for each desk."""
    command = [sys.executable, __file__, "--desk"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    desks = {name: subprocess.Popen([*command, name], **pipes) for name in DESKS}
    found: dict[str, list[float]] = {name: [] for name in DESKS}
    for desk in desks.values():
        _told(desk)  # it is ready
        _asked(desk, WARMING)
    for _ in range(rounds):
        for name, desk in desks.items():
            found[name].append(statistics.median(_asked(desk, times)))
    for desk in desks.values():
        desk.communicate()
    return found


def _asked(desk: subprocess.Popen[str], times: int) -> list[float]:
    assert desk.stdin is not None
    desk.stdin.write(f"{times}\n")
    desk.stdin.flush()
    return _told(desk)


def _told(desk: subprocess.Popen[str]) -> list[float]:
    assert desk.stdout is not None
    line = desk.stdout.readline()
    if not line:
        sys.exit("A desk ended before its time.")
    told: list[float] = json.loads(line)
    return told


def main() -> None:
    options = argparse.ArgumentParser(description="Publishing at the desk (P8).")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--times", type=int, default=40)
    options.add_argument("--desk", choices=DESKS, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.desk:
        play(chosen.desk)
        return
    found = measure(chosen.rounds, chosen.times)
    yardstick = statistics.median(found["plain"])
    for name, rounds in found.items():
        middle = statistics.median(rounds)
        print(f"{name:6} {middle:6.1f} ms ({min(rounds):.1f} to {max(rounds):.1f})   {middle / yardstick:.2f}")


if __name__ == "__main__":
    main()
