"""The way to the process that reads."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from communique.text.sentences import from_kept, sentence

from .words import Unreadable

PATIENCE = 240.0
"""So many seconds by the clock: much more than its processor time, because the machine may be busy."""


def read(path: str, kind: str) -> dict[str, Any]:
    """What a file says: `text`, `pages` (where each begins in it) and `cut`. Raises Unreadable."""
    command = [sys.executable, "-P", "-m", "communique.sections.documents.reading", path, kind]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        answer = {}
    if not answer:
        raise Unreadable(sentence("Reading it takes too much time or memory."))
    if "failed" in answer:
        raise Unreadable(from_kept(answer["failed"]))
    return answer
