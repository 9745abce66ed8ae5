"""P3 and P4: from the desk's commit until readers find a new article everywhere, beside the size of the site.

    .venv/bin/python benchmarks/publishing.py [--articles 1000 10000] [--events 2000 --media 2000] [--times 60]

This process is the desk; press and reader run as `communique serve` runs them. Each time a new article is published
through the models, and asked for over HTTP until its own page, the home page, the section's list and the feed have it
(the home page shows the recent articles by a fragment). The four come in one edition, so they are fresh together.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from reading import free_port
from texts import Words

HERE = Path(__file__).parent
PLACES = ("/", "/articles/", "/feed.atom")
PATIENCE = 30.0
PRESS = """
import json, sys, time
from pathlib import Path
from communique.site.entering import enter
enter(Path(sys.argv[1]), "press")
from communique.publishing import pressing
def tell(run):
    print(json.dumps({"ended": time.monotonic(), "took": run.took, "printed": len(run.printed), "asked": run.asked}),
          flush=True)
pressing.watch(tell)
"""


@dataclass(frozen=True)
class Times:
    """One publication, in milliseconds; `whole` is what readers wait for after the commit."""

    desk: float  # save_revision and publish, up to the commit
    wake: float
    run: float
    taken_in: float  # by the reader, and asked for over HTTP
    whole: float


def measure(folder: Path, times: int) -> list[Times]:
    """Publish so many articles, one after the other."""
    python = sys.executable
    subprocess.run([python, "-m", "communique", "press", "run", "--data", folder], check=True)  # all, the first time
    port = free_port()
    with ExitStack() as ending:
        reader = [python, "-m", "communique", "reader", "--data", str(folder), "--port", str(port), "--no-input"]
        ending.enter_context(running(reader))
        press = ending.enter_context(running([python, "-c", PRESS, str(folder)], stdout=subprocess.PIPE))
        wait_for(port)
        time.sleep(2)  # until the press watches
        from communique.site.entering import enter

        enter(folder, "desk")
        words = Words(os.getpid())
        found = [_publish(words, number, port, press) for number in range(times + 3)]
    return found[3:]  # the first ones warm all up


def _publish(words: Words, number: int, port: int, press: subprocess.Popen[bytes]) -> Times:
    from django.db import transaction

    page = draft(words, number)
    address = f"/articles/{page.slug}/"
    began = time.monotonic()
    with transaction.atomic():
        page.save_revision().publish()
    committed = time.monotonic()
    _until_fresh(port, page.title, address, committed)
    fresh = time.monotonic()
    assert press.stdout is not None
    told = json.loads(press.stdout.readline())
    time.sleep(0.05)
    started = told["ended"] - told["took"]
    spans = (committed - began, started - committed, told["took"], fresh - told["ended"], fresh - committed)
    return Times(*(span * 1000 for span in spans))


def draft(words: Words, number: int) -> Any:
    from communique.content.models import Person, Topic
    from communique.sections.articles.models import ArticlePage, ArticlesPage, Contributor

    body: list[dict[str, Any]] = []
    for part in range(9):
        body.append({"type": "heading", "value": {"text": words.some(4), "level": 2, "anchor": f"part-{part}"}})
        body += [{"type": "paragraph", "value": f"<p>{words.some(58)}</p>"} for _ in range(2)]
    page = ArticlePage(
        title=f"{words.some(6)} {number}", standfirst=words.some(20), live=False, language="en", body=json.dumps(body)
    )
    page.contributors = [Contributor(person=Person.objects.order_by("?")[0])]
    ArticlesPage.objects.get().add_child(instance=page)
    page.topics = Topic.objects.order_by("?")[:2]
    return page


def _until_fresh(port: int, title: str, address: str, since: float) -> None:
    asked = http.client.HTTPConnection("127.0.0.1", port)
    for place in (address, *PLACES):
        while True:
            asked.request("GET", place)
            answer = asked.getresponse()
            text = answer.read()
            if answer.status == http.client.OK and title.encode() in text:
                break
            if time.monotonic() - since > PATIENCE:
                sys.exit(f"{place} hasn't {title!r} after {PATIENCE:.0f} s.")
            time.sleep(0.001)
    asked.close()


@contextmanager
def running(command: Sequence[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, seconds: int = 10) -> None:
    for _ in range(seconds * 50):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    sys.exit(f"Nobody answers on port {port}.")


def _report(articles: int, found: Sequence[Times]) -> None:
    print(f"\n{articles} articles, {len(found)} publications, milliseconds:")
    for field, values in zip(fields(Times), zip(*map(astuple, found), strict=True), strict=True):
        cuts = statistics.quantiles(values, n=100, method="inclusive")
        print(
            f"  {field.name:10} p50 {statistics.median(values):7.1f}   p99 {cuts[98]:7.1f}   least {min(values):7.1f}"
        )


def main() -> None:
    options = argparse.ArgumentParser(description="From commit to readers (P3, P4).")
    options.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    options.add_argument("--times", type=int, default=60)
    options.add_argument("--events", type=int, default=0, help="so many events beside the articles")
    options.add_argument("--media", type=int, default=0, help="so many pieces of media coverage")
    options.add_argument("--site", type=Path, help="a site made by site.py, to be changed; one size only")
    chosen = options.parse_args()
    if chosen.site:
        _report(chosen.articles[0], measure(chosen.site, chosen.times))
        return
    for articles in chosen.articles:  # Django serves one site in a process, so each size has its own
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "site"
            beside = ["--events", str(chosen.events), "--media", str(chosen.media)]
            made = [sys.executable, HERE / "site.py", folder, "--articles", str(articles), *beside]
            subprocess.run(made, check=True)
            again = [sys.executable, __file__, "--site", folder, "--articles", str(articles)]
            subprocess.run([*again, "--times", str(chosen.times)], check=True)


if __name__ == "__main__":
    main()
