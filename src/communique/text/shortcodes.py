"""Shortcodes in a text: which square brackets are WordPress', and which are an editor's words."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .shortcode_names import BUILT_IN, CODE, EMBEDS, KNOWN, belongs_to_a_family

Role = Literal["opens", "closes"]

# Attributes may hold brackets if they are quoted; a bracket doubled is WordPress' own escape.
_BRACKETED = re.compile(
    r"""(?<!\[)\[(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9_-]*)
        (?P<attributes>(?:\s+(?:[^\[\]"'<>]|"[^"]*"|'[^']*')*)?)
        \s*(?P<selfclosing>/?)\](?!\])""",
    re.VERBOSE | re.DOTALL,
)
_ADDRESSED = re.compile(r"(?<!\[)\[(?P<name>[a-z]+)=(?P<address>[^\s\[\]]+)[^\[\]]*\](?!\])")
_ESCAPED = re.compile(r"\[(\[/?[A-Za-z][\w-]*[^\[\]]*\])\]")
_NAMED_VALUE = re.compile(r"""[A-Za-z_][\w-]*\s*=\s*(?:"|'|&quot;|&\#8221;|[“”\w\#./%:-])""", re.VERBOSE)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[A-Za-z_][\w-]*)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']+))
        |"(?P<text>[^"]*)"|'(?P<quoted>[^']*)'|(?P<word>\S+)""",
    re.VERBOSE | re.DOTALL,
)
_TAGS = re.compile(r"<[^>]*>")
_OTHERS = re.compile(r"(?<!\[)\[/?[a-z0-9]+[_-][a-z0-9_-]*\](?!\])")
_CURLY = str.maketrans({"“": '"', "”": '"', "″": '"'})


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One tag of a shortcode, where it stands in the text."""

    name: str
    role: Role
    attributes: str
    start: int
    end: int
    selfclosing: bool = False

    def values(self) -> dict[str, str]:
        """Its attributes by name; those without a name by their place: "0", "1"."""
        return attributes(self.attributes)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a shortcode by name, those without a name by their place."""
    found: dict[str, str] = {}
    unnamed = 0
    for each in _ATTRIBUTE.finditer(html.unescape(written).translate(_CURLY)):
        if each["name"]:
            value = next(value for value in (each["double"], each["single"], each["bare"]) if value is not None)
            found.setdefault(each["name"].lower(), value)
        else:
            found[str(unnamed)] = next(v for v in (each["text"], each["quoted"], each["word"]) if v is not None)
            unnamed += 1
    return found


def unescaped(text: str) -> str:
    """A text with WordPress' doubled brackets made single."""
    return _ESCAPED.sub(r"\1", text) if "[[" in text else text


def find(text: str, line_ends: str = "\n") -> list[Shortcode]:
    """The shortcodes of a text in order. Editorial brackets, [sic] or [1], are not among them.

    `line_ends` are the signs at which a line ends, for telling whether a bracket stands alone on its line.
    """
    if "[" not in text:
        return []
    candidates = [*_BRACKETED.finditer(text)]
    opened = Counter(found["name"].lower() for found in candidates if not found["slash"])
    closed = Counter(found["name"].lower() for found in candidates if found["slash"])
    sure = {found.start() for found in candidates if _is_shortcode(found, opened, closed, text, line_ends)}
    # What is a shortcode in one place of a text is one in all others: WordPress knows it or doesn't.
    names = {found["name"] for found in candidates if found.start() in sure}
    certain = [
        Shortcode(
            found["name"].lower(),
            "closes" if found["slash"] else "opens",
            found["attributes"].strip(),
            found.start(),
            found.end(),
            bool(found["selfclosing"]),
        )
        for found in candidates
        if found.start() in sure or (found["name"] in names and not found["attributes"].strip())
    ]
    certain += _addressed(text)
    return sorted(certain, key=lambda shortcode: shortcode.start)


def _is_shortcode(
    found: re.Match[str], opened: Mapping[str, int], closed: Mapping[str, int], text: str, line_ends: str
) -> bool:
    name, written = found["name"], found["attributes"]
    low = name.lower()
    if name in BUILT_IN or belongs_to_a_family(low) or _NAMED_VALUE.search(written):
        return True
    if low in closed and low in opened:
        return True
    if name != low:
        return False
    joined = "_" in low or "-" in low
    if low in KNOWN:
        marked = bool(written.strip() or found["selfclosing"] or low in closed or joined)
        return marked or _stands_alone(found, text, line_ends)
    return joined and not written.strip() and _stands_alone(found, text, line_ends)


def _stands_alone(found: re.Match[str], text: str, line_ends: str) -> bool:
    """Whether nothing but tags and others like it stands on its line."""
    start = max(text.rfind(end, 0, found.start()) for end in line_ends) + 1
    ends = [at for at in (text.find(end, found.end()) for end in line_ends) if at >= 0]
    line = text[start : found.start()] + text[found.end() : min(ends, default=len(text))]
    return not _OTHERS.sub("", _TAGS.sub("", line)).strip()


def _addressed(text: str) -> list[Shortcode]:
    """The form of wordpress.com: [youtube=https://…]."""
    return [
        Shortcode(found["name"], "opens", found["address"], found.start(), found.end())
        for found in _ADDRESSED.finditer(text)
        if found["name"] in EMBEDS
    ]


def pairs(shortcodes: list[Shortcode]) -> dict[int, int]:
    """Which tag closes which, by their places in the list. One that is never closed isn't there."""
    standing: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for place, shortcode in enumerate(shortcodes):
        waiting = standing.setdefault(shortcode.name, [])
        if shortcode.role == "opens":
            if not shortcode.selfclosing:
                waiting.append(place)
        elif waiting:
            # Code is shown letter by letter up to its first end, whatever it holds.
            opening = waiting[0] if shortcode.name in CODE else waiting[-1]
            found[opening] = place
            del waiting[waiting.index(opening) :]
    return found
