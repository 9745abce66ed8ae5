"""What the reader is told by its surroundings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
NEAR_BY = "http://127.0.0.1:8001"


class NotUnderstood(ValueError):
    """A variable with a value that can't be used."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the store is, where the desk is, and what the site is called."""

    store: Path
    desk: str = NEAR_BY
    token_file: Path | None = None  # holds the secret by which the desk knows its reader
    address: str = ""  # the site's public address: https://institute.example
    proxies: frozenset[str] = frozenset()  # addresses of our own servers in front, whose X-Forwarded-For is believed
    largest_body: int = 100 * MIB

    @property
    def https(self) -> bool:
        """Whether readers come by a secure connection."""
        return self.address.startswith("https://")

    @classmethod
    def read(cls, variables: Mapping[str, str] = os.environ) -> Environment:
        """From COMMUNIQUE_STORE, _DESK, _READER_TOKEN_FILE, _ADDRESS, _PROXIES and _LARGEST_BODY (bytes)."""
        store = variables.get("COMMUNIQUE_STORE")
        if not store:
            raise NotUnderstood("COMMUNIQUE_STORE is not set; give it the folder of the store, such as data/press.")
        token_file = variables.get("COMMUNIQUE_READER_TOKEN_FILE")
        largest = variables.get("COMMUNIQUE_LARGEST_BODY", "")
        if largest and not largest.isdecimal():
            raise NotUnderstood(f"COMMUNIQUE_LARGEST_BODY = {largest!r} is not understood; give a number of bytes.")
        return cls(
            store=Path(store),
            desk=(variables.get("COMMUNIQUE_DESK") or NEAR_BY).rstrip("/"),
            token_file=Path(token_file) if token_file else None,
            address=variables.get("COMMUNIQUE_ADDRESS", "").rstrip("/"),
            proxies=frozenset(filter(None, map(str.strip, variables.get("COMMUNIQUE_PROXIES", "").split(",")))),
            largest_body=int(largest) if largest else 100 * MIB,
        )
