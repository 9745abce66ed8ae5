"""How a configuration is refused: the key, what was found, and what would do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

Loc = tuple[int | str, ...]


class NotAConfiguration(Exception):
    """The site can't start as it is configured; the message says what would do."""


class NotASite(NotAConfiguration):
    """There is no communique.toml where one was looked for."""


class NotUnderstood(NotAConfiguration):
    """communique.toml, or the environment, says something that would not do."""


def refusal(
    error: ValidationError, sections: Mapping[str, type[BaseModel]], file: str, environment: Mapping[str, Any]
) -> NotUnderstood:
    """One sentence for each thing that would not do."""
    sentences = [_sentence(found["loc"], found["input"], sections, file, environment) for found in error.errors()]
    return NotUnderstood("\n".join(dict.fromkeys(sentences)))


def listed(words: Iterable[str], last: str = "and") -> str:
    """a, b and c."""
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


def _sentence(
    loc: Loc, found: Any, sections: Mapping[str, type[BaseModel]], file: str, environment: Mapping[str, Any]
) -> str:
    section, key = str(loc[0]), str(loc[1]) if len(loc) > 1 else ""
    from_environment = key in environment.get(section, {}) or (not key and section in environment)
    where = f"COMMUNIQUE_{section}_{key}".rstrip("_").upper() if from_environment else f"{file}: [{section}]"
    if section not in sections:
        return f"{where} is not known{_meant(section, sections)}; the sections are {listed(sections)}."
    fields = sections[section].model_fields
    if not key:
        return f"{where} is not a section; write [{section}] on a line of its own and its keys below."
    name = where if from_environment else f"{where} {key}"
    if key not in fields:
        return f"{name} is not known{_meant(key, fields)}; the keys of [{section}] are {listed(fields)}."
    return f"{name} = {_shown(section, key, found)} is not understood; use {fields[key].description}."


def _meant(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _shown(section: str, key: str, found: Any) -> str:
    """The value as TOML writes it; secrets stay secret."""
    from .sections import SECRET

    if (section, key) in SECRET:
        return '"…"'
    return json.dumps(found, ensure_ascii=False, default=str)
