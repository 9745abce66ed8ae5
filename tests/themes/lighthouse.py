"""Lighthouse on the demonstration, as on a phone: every kind of page, in both directions; run by `make lighthouse`.

python -m tests.themes.lighthouse [--least 98] [ADDRESS …]

Needs `lighthouse` (npm install --global lighthouse) and chromium. Prints what each page reached, and fails below the
least. Performance is what a simulated phone on a slow network would see (Lighthouse's own mobile settings).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.press.store import StoreReader
from tests.journeys.conftest import Site

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--least", type=int, default=98)
    parser.add_argument("addresses", nargs="*")
    told = parser.parse_args()
    program = shutil.which("lighthouse")
    if program is None:
        print("lighthouse is missing. Install it with:\n    npm install --global lighthouse", file=sys.stderr)
        return 69
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        try:
            site.start()
            return _judge(
                program, site.address, told.addresses or _every_kind(site.folder / "data" / "press"), told.least
            )
        finally:
            site.stop()


def _judge(program: str, site: str, addresses: list[str], least: int) -> int:
    missed = 0
    print(f"{'':46}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for address in addresses:
        report = _report(program, site + address)
        scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
        print(f"{address[:45]:46}" + "".join(f"{scores[name]:16}" for name in CATEGORIES), flush=True)
        for name in CATEGORIES:
            if scores[name] < least:
                missed += 1
                for line in _why(report, name):
                    print(f"    {line}", flush=True)
    return 1 if missed else 0


def _every_kind(store: Path) -> list[str]:
    """The first page of each sheet, left to right and right to left."""
    reader = StoreReader.open(store)
    firsts: dict[tuple[str, bool], str] = {}
    for address in sorted(reader.addresses()):
        entry = reader.entry(address)
        if entry.status == 200 and entry.media_type.startswith("text/html") and address.startswith("/"):
            firsts.setdefault((entry.sheet, address.startswith(("/ur/", "/ar/"))), address)
    reader.close()
    return sorted(firsts.values())


def _report(program: str, address: str) -> dict:
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    told = subprocess.run(
        [program, address, "--quiet", "--output=json", "--only-categories=" + ",".join(CATEGORIES),
         "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"],
        capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": chromium},
    )  # fmt: skip
    return json.loads(told.stdout)


def _why(report: dict, category: str) -> list[str]:
    """What cost something, by audit."""
    wanted = [one["id"] for one in report["categories"][category]["auditRefs"] if one["weight"]]
    audits = [report["audits"][name] for name in wanted]
    return [
        f"{one['id']}: {one.get('displayValue', '')} ({one['score']})"
        for one in audits
        if one["score"] is not None and one["score"] < 0.99
    ]


if __name__ == "__main__":
    sys.exit(main())
