"""Scrubbing: what lies in the store otherwise than the content says is found, and printed anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from communique.press.run import Run
from communique.press.sqlite import DatabaseError, is_damage
from communique.press.store import Entry, Store, StoreIsDamaged, StoreReader, damaged, unreadable

from . import pressing

Progress = Callable[[int, int | None], None] | None


@dataclass(frozen=True)
class Scrubbed:
    """What was found damaged, and what became of it.

    `aside` is where a store lies that could not be read at all. `lost` are addresses that could not be printed anew:
    they answer nothing now.
    """

    damaged: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    aside: Path | None = None
    run: Run | None = None


def verify() -> tuple[int, tuple[str, ...]]:
    """How many addresses there are, and those whose bodies are damaged.

    Raises StoreIsDamaged where the store can't be read at all.
    """
    if trouble := unreadable(_folder()):
        raise StoreIsDamaged(f"{trouble} `communique press scrub` prints it anew.")
    reader = StoreReader.open(_folder())
    found = _addresses(damaged(reader))
    count = len(reader.entries)
    reader.close()
    return count, found


def scrub(progress: Progress = None) -> Scrubbed:
    """Print everything, and put right what the store has otherwise, in one edition.

    Bodies that are not what their names say are stored anew. Raises StoreIsHeld while a press is at work.
    """
    if unreadable(_folder()):
        return _all_anew(progress)
    try:
        return _mended(progress)
    except DatabaseError as error:
        if not is_damage(error):
            raise
        return _all_anew(progress)


def _all_anew(progress: Progress) -> Scrubbed:
    aside = Store.set_aside(_folder(), writer="scrub")
    return Scrubbed(aside=aside, run=pressing.run_once(full=True, progress=progress))


def _mended(progress: Progress) -> Scrubbed:
    with pressing.press(progress) as press:
        press.run()  # what was published meanwhile is no damage
        reader = StoreReader.open(_folder())
        found = list(damaged(reader))
        run = press.run(full=True, distrusted={entry.object for entry in found} | press.store.homeless())
        if not (found or run.printed or run.removed):
            reader.close()
            return Scrubbed()
        reader.refresh()
        lost = _addresses(damaged(reader))
        reader.close()
        if lost:
            with press.store.edition(cause="what is damaged", epoch=_epoch(press.store)) as edition:
                for address in lost:
                    edition.remove(address)
        wrong = {entry.address for entry in found} | run.printed | run.removed
        return Scrubbed(tuple(sorted(wrong)), lost, run=run)


def _addresses(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted(entry.address for entry in entries))


def _epoch(store: Store) -> str:
    current = store.current()
    return current.epoch if current else ""


def _folder() -> Path:
    return Path(settings.COMMUNIQUE.press_folder)
