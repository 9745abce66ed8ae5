"""Keeping up with the press: each new edition is taken in as a whole, between two requests."""

from __future__ import annotations

import asyncio
import logging
from contextlib import closing

from communique.press.store.layout import FILE

from .answering import Answers
from .watching import Watch

log = logging.getLogger("communique.reader")

EVERY = 0.003  # seconds between two looks where nobody tells; looking takes a few microseconds
TOLD = 0.1  # where somebody does
AFTER_TROUBLE = 1.0


async def follow(answers: Answers) -> None:
    """Take in new editions until cancelled. They are read in a thread, so that no request waits for the disk.

    Between two looks, what the index of addresses lacks is added bit by bit, and what was counted is left.
    """
    said = ""
    with closing(Watch(answers.reader.folder / f"{FILE}-wal")) as watch:  # where SQLite writes what is committed
        while True:
            try:
                watch.renew()
                await _look(answers)
                said = ""
                await watch.written(TOLD if watch.works and answers.suggestions.nearby.is_whole else EVERY)
            except Exception as error:  # whatever is wrong with the store, the edition at hand can still be read
                if str(error) != said:
                    log.exception(
                        "The next edition can't be read; readers are given edition %s.", answers.reader.number
                    )
                    said = str(error)
                await asyncio.sleep(AFTER_TROUBLE)


async def _look(answers: Answers) -> None:
    if answers.reader.changed():
        changes = await asyncio.to_thread(answers.reader.changes)
        if changes is not None:
            answers.apply(changes)
    if not answers.suggestions.nearby.is_whole:
        answers.suggestions.nearby.work()
    for counted in (answers.misses, answers.downloads, answers.served):
        if counted.is_due:
            await asyncio.to_thread(counted.leave)
