"""Numbers as people write them: read from tables of any script, written as a language writes them.

Signs of grouping and decimals are those of CLDR (cldr.unicode.org, numbers/symbols, numbering system "latn"); Russian
groups from five figures on, as its printers do. We write Western digits throughout, as in dates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from .sentences import Refusal, sentence

Sign = Literal[".", ","]

LARGEST, SMALLEST = Decimal("1e15"), Decimal("1e-9")
"""Between these (either side of zero) lies what a reader can be shown."""

_GROUPING = {"ru": ("\N{NO-BREAK SPACE}", 5)}
_COMMA = frozenset({"ru"})
_MINUS = "−"

_UNSEEN = re.compile("[\u200b-\u200f\u061c\u2060\u2066-\u2069\ufeff]")
_NOTHING = frozenset({"", "-", "–", "—", "−", "…", "..", "...", "n/a", "na", "н/д"})
_AROUND = re.compile(r"^[$€£¥₽₨₹]\s?|\s?[%٪$€£¥₽₨₹]$")
_SIGNS = str.maketrans({"−": "-", "–": "-", "‒": "-", "٫": "d", "٬": "t", "’": "t", "'": "t"})
_SPACED = re.compile(r"(?<=\d)\s(?=\d{3}(?:\D|$))")
_SHAPE = re.compile(r"(?P<sign>[+-]?)(?P<digits>\d[\d.,dt]*|[.,d]\d+)(?:e(?P<power>[+-]?\d{1,3}))?")
# Groups of three, or as in Pakistan and India: of two above the last three.
_GROUPED = re.compile(r"\d{1,3}(?:t\d{3})+|\d{1,2}(?:t\d{2})*t\d{3}")


class NotANumber(Refusal):
    """A text that can't be read as a number; `said` is why."""


def decimal_sign(texts: Iterable[str], otherwise: Sign) -> Sign:
    """The sign before decimals in numbers that belong together; `otherwise` where they don't tell.

    "3,5" tells that it is the comma, "1,204.5" the point; "1,204" may be either. Raises NotANumber if they contradict
    one another.
    """
    first: tuple[Sign, str] | None = None
    for text in texts:
        told = _told(_tidied(text))
        if told and first and told != first[0]:
            raise NotANumber(
                sentence(
                    "“{this}” and “{that}” don’t agree on the sign before decimals.", this=text.strip(), that=first[1]
                )
            )
        if told and not first:
            first = told, text.strip()
    return first[0] if first else otherwise


def disagreeing(texts: Iterable[str]) -> Iterator[int]:
    """The places of those that write decimals otherwise than the first that tells."""
    first: str = ""
    for place, text in enumerate(texts):
        told = _told(_tidied(text))
        first = first or told
        if told and told != first:
            yield place


def read(text: str, decimal: Sign = ".") -> Decimal | None:
    """The number that a text gives; None for an empty one, or one that says there is none ("–", "n/a").

    Raises NotANumber.
    """
    tidy = _tidied(text)
    if tidy in _NOTHING:
        return None
    found = _SHAPE.fullmatch(tidy)
    if found is None:
        raise NotANumber(sentence("“{text}” is not a number.", text=text.strip()))
    grouping = "," if decimal == "." else "."
    whole, mark, part = found["digits"].replace(grouping, "t").replace(decimal, "d").partition("d")
    if "t" in part or "d" in part or ("t" in whole and not _GROUPED.fullmatch(whole)) or (mark and not part):
        said = sentence(
            "“{text}” is not a number; decimals are written with “{sign}” here.", text=text.strip(), sign=decimal
        )
        raise NotANumber(said)
    value = Decimal(f"{found['sign']}{whole.replace('t', '') or '0'}.{part or '0'}e{found['power'] or '0'}")
    value = value.quantize(Decimal(1)) if not part and abs(value) < LARGEST and value == value.to_integral() else value
    if value and not SMALLEST <= abs(value) <= LARGEST:
        if abs(value) > 1:
            raise NotANumber(sentence("“{text}” is too large a number to be shown.", text=text.strip()))
        raise NotANumber(sentence("“{text}” is too small a number to be shown.", text=text.strip()))
    return value


def is_number(text: str) -> bool:
    """Whether a text can be read as a number, with whatever sign before its decimals."""
    for sign in (".", ","):
        try:
            return read(text, sign) is not None
        except NotANumber:
            continue
    return False


def printed(value: Decimal, language: str) -> str:
    """A number as a language writes it: 1,204.5 in English, 1204,5 and 12 040 in Russian. No figure is lost."""
    between, least = _GROUPING.get(_primary(language), (",", 4))
    whole, _, part = f"{abs(value):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", between) if len(whole) >= least else whole
    told = f"{grouped}{decimal_of(language)}{part}" if part else grouped
    return f"{_MINUS}{told}" if value < 0 else told


def plain(value: Decimal) -> str:
    """A number for machines: 1204.5, -3."""
    return f"{value:f}"


def decimal_of(language: str) -> Sign:
    """The sign that a language writes before decimals."""
    return "," if _primary(language) in _COMMA else "."


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _tidied(text: str) -> str:
    """A number without what only surrounds it, its digits and signs those of a keyboard.

    "d" stands for a sign that is always one of decimals, "t" for one that always groups.
    """
    text = _UNSEEN.sub("", text).strip().casefold()
    if text in _NOTHING:
        return text
    text = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    text = text.translate(_SIGNS)
    negative = text.startswith("(") and text.endswith(")") and len(text) > 2  # as accountants write
    text = text[1:-1] if negative else text
    sign, text = (text[0], text[1:].lstrip()) if text[:1] in ("-", "+") else ("", text)
    text = _AROUND.sub("", _AROUND.sub("", text))
    text = _SPACED.sub("t", text)
    return f"{'-' if negative and not sign else sign}{text}"


def _told(tidy: str) -> Sign | Literal[""]:
    """Which sign stands before decimals in a number, as far as its shape tells."""
    found = _SHAPE.fullmatch(tidy)
    digits = found["digits"] if found else ""
    point, comma = digits.count("."), digits.count(",")
    if point and comma:
        return "." if digits.rindex(".") > digits.rindex(",") else ","
    if not (point or comma):
        return ""
    own: Sign = "." if point else ","
    other: Sign = "," if point else "."
    if max(point, comma) > 1:
        return other
    before, _, after = digits.partition(own)
    groups = len(after) == 3 and 1 <= len(before.lstrip("t")) <= 3 and not before.startswith("0")
    if "t" in before or "d" in digits:
        return own if "t" in before else other
    return "" if groups else own
