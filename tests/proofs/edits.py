"""What editors were told is kept, and what readers see of it."""

from __future__ import annotations

import re
from pathlib import Path

_SEEN = re.compile(r"(Report \d+|Institute)(?: of day)? (\d+)")


def acknowledged(file: Path) -> list[str]:
    """What the desk was told is kept, a line for each edit: what was edited, and the edit's number."""
    return file.read_text().splitlines() if file.exists() else []


def lost(told: list[str], found: dict[str, tuple]) -> int:
    """How many of the things that were edited are seen by readers as they were before their last edit.

    `found` is what `sites.published` gives.
    """
    last = dict(line.rsplit(" ", 1) for line in told)
    last.pop("Address", None)
    everything = b"\n".join(body for *_, body in found.values() if body)
    seen = dict(_SEEN.findall(everything.decode(errors="ignore")))
    return sum(int(seen.get(what, -1)) < int(edit) for what, edit in last.items())


def stale(bits: dict[str, tuple], together: dict[str, tuple]) -> int:
    """How many addresses answer otherwise than in a full print."""
    assert together
    return sum(bits.get(address) != together.get(address) for address in bits.keys() | together.keys())
