"""How many sheets are reprinted for nothing: all that they print comes out as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from communique.press.changed import WhatChanged


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Counts the sheets that are `reprinted` because something changed, and those of them that are so `in vain`."""
    found: Counter[str] = Counter()
    enter = WhatChanged.enter

    def count(work, edition, proof, before):
        printed = len(work.tally.printed)
        stays = enter(work, edition, proof, before)
        if proof.printed and not proof.failure:
            found["reprinted"] += 1
            found["in vain"] += len(work.tally.printed) == printed
        return stays

    with patch.object(WhatChanged, "enter", count):
        yield found
