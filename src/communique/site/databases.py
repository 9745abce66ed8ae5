"""The database connections of each process.

The desk writes through `default`. In the press `default` is the window, through which only public things can be seen,
and `content` is what it strikes changes with.
"""

from __future__ import annotations

from typing import Any

import dj_database_url

from .configuration import Configuration

WINDOW = "communique.publishing.window"

# Each new connection: a log that readers don't wait on, every commit on the disk, REPLACE seen by the change triggers.
ON_CONNECTING = "; ".join(
    f"PRAGMA {pragma}"
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON")
)
PATIENCE = 20  # seconds that a writer waits for another one before it gives up


def connections(configuration: Configuration, role: str) -> dict[str, dict[str, Any]]:
    """Django's DATABASES for a process in this role."""
    content = _content(configuration.database_url)
    if role != "press":
        return {"default": content}
    kind = content["ENGINE"].rsplit(".", 1)[1]
    return {"default": _window(content, kind), "content": content}


def _content(url: str) -> dict[str, Any]:
    told = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    if told["ENGINE"].endswith("sqlite3"):
        # IMMEDIATE: a transaction that will write says so when it begins, so that it waits its turn instead of failing.
        told["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": PATIENCE, "init_command": ON_CONNECTING}
        told["CONN_MAX_AGE"] = None
    return told


def _window(content: dict[str, Any], kind: str) -> dict[str, Any]:
    options = dict(content.get("OPTIONS", {}))
    options.pop("transaction_mode", None)  # it only reads
    if kind == "postgresql":
        # The same questions are asked for every page: the server reckons out the way to their answers once.
        options |= {"server_side_binding": True, "prepare_threshold": 1}
    return {**content, "ENGINE": f"{WINDOW}.{kind}", "OPTIONS": options, "CONN_MAX_AGE": None}
