"""P1 and P2: our reader beside nginx, in one run: requests a second, and the server's own time for each request.

    .venv/bin/python benchmarks/reading.py [--pages 10000] [--asked 10000] [--rounds 5] [--seconds 2]

Needs nginx, wrk and taskset (Debian: nginx-light, wrk, util-linux). It makes a site of its own in a temporary folder,
serves it on loopback from one core and asks from the other, in turns, and takes medians. The server's time for each
request is the steadier figure: others may be using the machine. Rounds in which a server had less than 0.8 of its core
are marked.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from communique.press.objects import Include, Printed
from communique.press.store import Store, StoreReader

CONNECTIONS = 64
TICK = os.sysconf("SC_CLK_TCK")
FRAGMENTS = ("~recent/en", "~popular/en", "~media/en")
START = (
    "import sys; from communique.press.serving import server, environment; "
    "server.run('127.0.0.1', int(sys.argv[1]), environment=environment.Environment.read())"
)
"""Our reader by itself, at the port that is its argument."""

RANDOM_PAGES = """
math.randomseed(7)
request = function()
  return wrk.format("GET", "/articles/" .. math.random(0, {asked} - 1) .. ".html", {{["Accept-Encoding"] = "gzip"}})
end
"""
BROWSERS = """
math.randomseed(7)
request = function()
  return wrk.format("GET", "/articles/" .. math.random(0, {asked} - 1) .. ".html", {{
    ["Accept-Encoding"] = "gzip, deflate", ["Accept"] = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
    ["Accept-Language"] = "ur,en;q=0.5", ["Upgrade-Insecure-Requests"] = "1", ["Sec-Fetch-Mode"] = "navigate",
    ["User-Agent"] = "Mozilla/5.0 (Linux; Android 9; K) AppleWebKit/537.36 " .. math.random(1, 1000000000),
    ["Referer"] = "https://institute.example/articles/" .. math.random(1, 1000000000),
  }})
end
"""
NGINX = """
daemon off; worker_processes 1; error_log stderr crit; pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type text/html;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/www; gzip_static always; }}
}}
"""


@dataclass(frozen=True)
class Target:
    name: str
    port: int
    path: str  # or the script that asks for random pages
    server: int  # process id

    @property
    def beside(self) -> str:
        """What it is compared with: the same path or script."""
        return self.path if self.path.endswith(".lua") else ""


@dataclass(frozen=True)
class Round:
    rate: float
    p99: float  # milliseconds
    cost: float  # microseconds of the server's time for each request
    share: float  # of its core


def words(count: int) -> str:
    """Text that compresses about as well as prose: common words often, names seldom."""
    return " ".join(random.choices(VOCABULARY, cum_weights=WEIGHTS, k=count))


random.seed(20261124)
VOCABULARY = ["".join(random.choices("etaoinshrdlucmfwypvbgkqjxz", k=random.randint(2, 9))) for _ in range(13_000)]
WEIGHTS = list(accumulate(1 / (place + 10) for place in range(len(VOCABULARY))))


def article(number: int) -> tuple[bytes | Include, ...]:
    """About 24 kB in all: head, 1,100 words under 9 headings, three fragments, foot."""
    sections = "".join(
        f'<h2 id="part-{part}">{words(5)}</h2>' + "".join(f"<p>{words(84)}</p>" for _ in range(2)) for part in range(9)
    )
    head = f"<!doctype html><html lang=en><head><title>{number} {words(6)}</title>{HEAD}</head><body><main>"
    recent, popular, media = map(Include, FRAGMENTS)
    text = f"{head}<h1>{words(6)}</h1>{sections}</main><aside>"
    return text.encode(), recent, b"</aside><aside>", popular, b"</aside><aside>", media, FOOT


HEAD = "".join(
    f'<link rel="alternate" type="application/{words(1)}" href="/{words(1)}/{words(1)}/">' for _ in range(60)
)
FOOT = (
    "</aside><footer>" + "".join(f'<a href="/{words(1)}/">{words(3)}</a>' for _ in range(60)) + "</footer>"
).encode()


def print_the_site(folder: Path, pages: int) -> None:
    """Our store and nginx's files, saying the same."""
    with Store.open(folder / "store", writer="the benchmark") as store, store.edition(cause="a full print") as edition:
        for name in FRAGMENTS:
            items = "".join(f'<li><a href="/articles/{words(1)}/">{words(9)}</a> {words(6)}</li>' for _ in range(12))
            edition.put(Printed(name, (f"<ol>{items}</ol>".encode(),)))
        for number in range(pages):
            edition.put(Printed(f"/articles/{number}.html", article(number), sheet="article"))
    reader = StoreReader.open(folder / "store")
    alone = Printed("/alone.html", (reader.body(reader.entries["/articles/0.html"]),))
    with Store.open(folder / "store", writer="the benchmark") as store, store.edition(cause="one more") as edition:
        edition.put(alone)
    (folder / "www" / "articles").mkdir(parents=True)
    for number in range(pages):
        path = f"/articles/{number}.html"
        body = reader.body(reader.entries[path])
        (folder / "www" / f"{path[1:]}.gz").write_bytes(gzip.compress(body, 6, mtime=0))


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, **variables: str) -> Iterator[int]:
    """A server on the first core, until it answers; ended by its own id."""
    process = subprocess.Popen(["taskset", "-c", "0", *command], env=os.environ | variables)
    try:
        for _ in range(500):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.02)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def processes_of(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [parent, *(one for child in children for one in processes_of(int(child)))]


def time_used(parent: int) -> float:
    """Seconds that a server and its workers have run."""
    ticks = 0
    for process in processes_of(parent):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICK


def ask(target: Target, seconds: int, folder: Path) -> Round:
    """One round of wrk from the second core."""
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    command += ["-s", str(folder / target.beside)] if target.beside else ["-H", "Accept-Encoding: gzip"]
    before, began = time_used(target.server), time.monotonic()
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{target.port}{'/' if target.beside else target.path}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    used, took = time_used(target.server) - before, time.monotonic() - began
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(f"{target.name}: {said}")
    requests = int(re.search(r"(\d+) requests in", said)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    return Round(
        requests / took, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], used / requests * 1e6, used / took
    )


def report(targets: list[Target], rounds: dict[Target, list[Round]]) -> None:
    def middle(target: Target, figure: str) -> float:
        return statistics.median(getattr(one, figure) for one in rounds[target])

    print(f"\n{'':34}{'req/s':>9}{'ratio':>7}{'p99 ms':>9}{'µs/req':>9}{'ratio':>7}{'core':>6}")
    for target in targets:
        beside = next(one for one in targets if one.name.startswith("nginx") and one.beside == target.beside)
        rate, cost, share = (middle(target, figure) for figure in ("rate", "cost", "share"))
        print(
            f"{target.name:34}{rate:9,.0f}{rate / middle(beside, 'rate'):7.2f}{middle(target, 'p99'):9.2f}"
            f"{cost:9.1f}{middle(beside, 'cost') / cost:7.2f}{share:6.2f}{'' if share >= 0.8 else ' busy machine'}"
        )
    print("\nratio: how many times nginx's; by its own time for each request, the second one.")


def main() -> None:
    options = argparse.ArgumentParser(description="Our reader beside nginx (P1, P2).")
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--asked", type=int, default=10_000, help="of how many of them random pages are")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=int, default=2)
    chosen = options.parse_args()
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    with tempfile.TemporaryDirectory() as name, ExitStack() as ending:
        folder, port, ours = Path(name), free_port(), free_port()
        Path(name).chmod(0o755)
        print_the_site(folder, chosen.pages)
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
        asked = min(chosen.pages, chosen.asked)
        (folder / "random.lua").write_text(RANDOM_PAGES.format(asked=asked))
        (folder / "browsers.lua").write_text(BROWSERS.format(asked=asked))
        yardstick = ending.enter_context(running([nginx, "-c", str(folder / "nginx.conf"), "-e", "stderr"], port))
        reader = ending.enter_context(
            running([sys.executable, "-c", START, str(ours)], ours, COMMUNIQUE_STORE=str(folder / "store"))
        )
        check(port, ours)
        targets = [
            Target("nginx gzip_static, one page", port, "/articles/0.html", yardstick),
            Target("reader, one composed page", ours, "/articles/0.html", reader),
            Target("reader, without includes", ours, "/alone.html", reader),
            Target("nginx gzip_static, random pages", port, "random.lua", yardstick),
            Target("reader, random composed pages", ours, "random.lua", reader),
            Target("nginx, headers never the same", port, "browsers.lua", yardstick),
            Target("reader, headers never the same", ours, "browsers.lua", reader),
        ]
        rounds: dict[Target, list[Round]] = {target: [] for target in targets}
        for target in targets:
            ask(target, 1, folder)  # warm
        for _ in range(chosen.rounds):
            for target in targets:
                rounds[target].append(ask(target, chosen.seconds, folder))
        report(targets, rounds)


def check(*ports: int) -> None:
    """Both say the same, gzipped."""
    said = set()
    for port in ports:
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/articles/0.html", headers={"Accept-Encoding": "gzip"}
        )
        body = urllib.request.urlopen(request).read()
        print(f"port {port}: {len(body):,} bytes of gzip for {len(gzip.decompress(body)):,}")
        said.add(gzip.decompress(body))
    assert len(said) == 1


if __name__ == "__main__":
    main()
