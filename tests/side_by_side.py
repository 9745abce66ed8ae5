"""Which tests one process plays together, when several play side by side: those of a file, unless it says otherwise.

A file is played by one process, so that what its tests share is laid out once. `together("journeys")` in a file adds it
to all others that say the same; in one that says `long`, each test is played by whoever has time. Read from the text
of the files, since the process that hands out the tests doesn't import them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from xdist.scheduler import LoadScopeScheduling

TOGETHER = re.compile(r'pytest\.mark\.together\("(\w+)"\)')


class SideBySide(LoadScopeScheduling):
    """Hands them out in the order in which they were collected: what takes long first."""

    def _split_scope(self, nodeid: str) -> str:
        return _company(Path(self.config.rootpath), nodeid.partition("::")[0]) or nodeid


@cache
def _company(root: Path, file: str) -> str:
    """What the tests of a file are played with; "" if each is by itself."""
    text = (root / file).read_text("utf-8")
    if found := TOGETHER.search(text):
        return found[1]
    return "" if "pytest.mark.long" in text else file


def scheduler(config: Any, log: Any) -> SideBySide:
    """For xdist's hook. Its own groups (`xdist_group`, 3.8) are not seen with pytest 9."""
    return SideBySide(config, log)
