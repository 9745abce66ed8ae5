"""P6: one article reprinted, beside `hugo server` rebuilding one change, in turns.

    .venv/bin/python benchmarks/reprinting.py --hugo FOLDER/bin/hugo [--articles 1000 10000] [--site FOLDER]

Of each a title is changed that stands on a page of lists, too. Ours is published at the desk, Hugo's written into its
file; the time is from there until the article is answered over HTTP with the new title. Hugo notices files by itself,
keeps pages in memory and renders what it thinks is touched, as it does for who writes with it.
"""

from __future__ import annotations

import argparse
import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import hugo_site

from publishing import HERE, PRESS, free_port, running, wait_for

FIRST = 600  # seconds that Hugo may take until it answers at all
PATIENCE = 300  # and until it answers with a change
BREATH = 0.5  # seconds between two changes: Hugo gathers those that come together


def measure(program: Path, articles: int, times: int, site: Path | None) -> dict[str, list[float]]:
    """Milliseconds of each change. One size for each process: Django serves one site."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as name, ExitStack() as ending:
        source = Path(name) / "source"
        if site is None:
            site = Path(name) / "site"
            subprocess.run([python, HERE / "site.py", site, "--articles", str(articles)], check=True)
        hugo_site.make(source, articles)
        subprocess.run([python, "-m", "communique", "press", "run", "--data", site], check=True)  # all, the first time
        ours, theirs = free_port(), free_port()
        reader = [python, "-m", "communique", "reader", "--data", str(site), "--port", str(ours), "--no-input"]
        ending.enter_context(running(reader))
        ending.enter_context(running([python, "-c", PRESS, str(site)], stdout=subprocess.DEVNULL))
        server = [str(program), "server", "--quiet", "--source", str(source), "--port", str(theirs)]
        ending.enter_context(running([*server, "--disableLiveReload", "--noBuildLock"]))
        for port in (ours, theirs):
            wait_for(port, FIRST)
        changes = {"press": (ours, _at_the_desk(site)), "hugo": (theirs, _in_its_file(source))}
        found: dict[str, list[float]] = {name: [] for name in changes}
        for number in range(times + 2):
            for name, (port, change) in changes.items():
                time.sleep(BREATH)
                title = f"Changed {number}"
                began, address = change(title)
                _until(port, address, title)
                found[name].append((time.monotonic() - began) * 1000)
        return {name: took[2:] for name, took in found.items()}  # the first ones warm all up


def _at_the_desk(site: Path) -> Callable[[str], tuple[float, str]]:
    from communique.site.entering import enter

    enter(site, "desk")
    from communique.sections.articles.models import ArticlePage

    page = ArticlePage.objects.order_by("-published")[0]

    def change(title: str) -> tuple[float, str]:
        page.title = title
        page.save_revision().publish()
        return time.monotonic(), page.address

    return change


def _in_its_file(source: Path) -> Callable[[str], tuple[float, str]]:
    file = sorted((source / "content" / "articles").glob("*.html"))[-1]
    before = file.read_text()
    (old,) = [line for line in before.splitlines() if line.strip().startswith('"title"')]

    def change(title: str) -> tuple[float, str]:
        file.write_text(before.replace(old, f'"title": "{title}",'))
        return time.monotonic(), f"/articles/{file.stem}/"

    return change


def _until(port: int, address: str, title: str) -> None:
    began = time.monotonic()
    while True:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        asked.request("GET", address)
        answer = asked.getresponse()
        try:
            text = answer.read()
        except http.client.IncompleteRead:  # Hugo takes a file away while it answers from it
            text = b""
        asked.close()
        if answer.status == http.client.OK and title.encode() in text:
            return
        if time.monotonic() - began > PATIENCE:
            sys.exit(f"{address} hasn't {title!r} after {PATIENCE:.0f} s.")
        time.sleep(0.001)


def main() -> None:
    options = argparse.ArgumentParser(description="One article reprinted (P6).")
    options.add_argument("--hugo", type=Path, required=True)
    options.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    options.add_argument("--times", type=int, default=20)
    options.add_argument("--site", type=Path, help="a site made by site.py, to be changed; one size only")
    chosen = options.parse_args()
    if len(chosen.articles) > 1:
        for articles in chosen.articles:
            again = [sys.executable, __file__, "--hugo", chosen.hugo, "--times", str(chosen.times)]
            subprocess.run([*again, "--articles", str(articles)], check=True)
        return
    (articles,) = chosen.articles
    found = measure(chosen.hugo, articles, chosen.times, chosen.site)
    beside = statistics.median(found["hugo"])
    for name, took in found.items():
        middle = statistics.median(took)
        print(f"{articles:7} {name:6}{middle:9.1f} ms ({min(took):.1f} to {max(took):.1f}){middle / beside:7.3f} ×")


if __name__ == "__main__":
    main()
