"""Where the configuration is told: the file, and above it the environment."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .refusals import NotUnderstood

Values = dict[str, dict[str, Any]]

PREFIX = "COMMUNIQUE_"

# Names of the house that are no settings: which site, which process, what a reader's workers are told.
RESERVED = frozenset(
    f"COMMUNIQUE_{name}"
    for name in ("SITE", "ROLE", "STORE", "DESK", "READER_TOKEN_FILE", "ADDRESS", "PROXIES", "LARGEST_BODY")
)
RESERVED_PREFIXES = ("COMMUNIQUE_TEST_", "COMMUNIQUE_RUN_")


def of_file(path: Path) -> Values:
    """What communique.toml says. Raises NotUnderstood, with line and column, where it is no TOML."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise NotUnderstood(f"{path.name}: this is not TOML: {error}.") from None
    except UnicodeDecodeError as error:
        raise NotUnderstood(f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8.") from None
    except OSError as error:
        raise NotUnderstood(f"{path.name} can't be read: {error.strerror}.") from None
    return told


def of_environment(environment: Mapping[str, str]) -> Values:
    """COMMUNIQUE_SERVER_PORT is [server] port; DATABASE_URL, as hosts set it, is [database] url."""
    told: Values = {}
    if environment.get("DATABASE_URL"):
        told["database"] = {"url": environment["DATABASE_URL"]}
    for name, value in sorted(environment.items()):
        if name.startswith(PREFIX) and name not in RESERVED and not name.startswith(RESERVED_PREFIXES):
            section, _, key = name.removeprefix(PREFIX).lower().partition("_")
            told.setdefault(section, {})[key] = value
    return told


def merged(file: Values, environment: Values) -> Values:
    """Both, key by key; the environment wins."""
    both = dict(file)
    for section, keys in environment.items():
        below = both.get(section, {})
        both[section] = {**below, **keys} if isinstance(below, dict) else below
    return both


def variable(section: str, key: str) -> str:
    """The environment variable of a key."""
    return f"{PREFIX}{section}_{key}".upper()
