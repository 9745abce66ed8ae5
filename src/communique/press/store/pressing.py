"""From what was printed to what is kept: checked, named, pressed, in whatever process has time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import orjson

from ..composing import name_of, record_of
from ..objects import Include, Printed
from .entries import Answer


class UnfitForPrint(ValueError):
    """A sheet that readers could never be given."""


class FragmentRing(ValueError):
    """A fragment that would stand in itself."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A sheet ready to be kept. It can be sent between processes, so that several can press at once."""

    address: str
    answer: Answer
    includes: tuple[str, ...]
    record: bytes

    @property
    def sheet(self) -> str:
        """The kind of sheet that it is."""
        return self.answer.sheet


def answer_of(printed: Printed) -> Answer:
    """The row of a printed sheet. Raises UnfitForPrint."""
    refuse_unfit(printed)
    return Answer(
        name_of(printed),
        printed.status,
        printed.media_type,
        orjson.dumps(printed.headers).decode(),
        printed.expires.timestamp() if printed.expires else None,
        printed.sheet,
    )


def includes_of(printed: Printed) -> tuple[str, ...]:
    """The fragments that a printed sheet includes."""
    return tuple(part.fragment for part in printed.body if isinstance(part, Include))


def press(printed: Printed) -> Pressed:
    """Press a sheet wherever there is time for it, to be handed to `edition.put` later. Raises UnfitForPrint."""
    return Pressed(printed.address, answer_of(printed), includes_of(printed), record_of(printed))


def refuse_ring(address: str, includes: Iterable[str], includes_at: Callable[[str], Iterable[str]]) -> None:
    """Raise FragmentRing if the fragments of this one lead back to it."""
    seen: set[str] = set()
    ahead = list(includes)
    while ahead:
        fragment = ahead.pop()
        if fragment == address:
            raise FragmentRing(f"The fragment {address} would stand in itself; take it out of what it includes.")
        if fragment not in seen:
            seen.add(fragment)
            ahead += includes_at(fragment)


def refuse_unfit(printed: Printed) -> None:
    """Raise UnfitForPrint for an address or header that could not be sent."""
    address = printed.address
    # Two strokes begin the name of another host.
    if not address.startswith(("/", "~")) or address.startswith("//") or not address.isprintable() or "#" in address:
        raise UnfitForPrint(f"{address!r} can't be an address; one begins with / (or ~ for a fragment).")
    if address != unicodedata.normalize("NFC", address):
        raise UnfitForPrint(f"The address {address!r} is not in Unicode's NFC form, so no reader would find it.")
    for name, value in (("Content-Type", printed.media_type), *printed.headers):
        if not name.isascii() or not value.isascii() or not (name + value).isprintable():
            raise UnfitForPrint(f"The header {name!r} of {address} has characters that a header can't have: {value!r}.")
    if printed.expires and printed.expires.tzinfo is None:
        raise UnfitForPrint(f"The time at which {address} expires has no zone.")
