"""The reader is told of what is written, and doesn't have to look all the time."""

from __future__ import annotations

import asyncio
from contextlib import closing

import pytest

from communique.press.serving.watching import Watch

from .conftest import run_apart


def watched(file, deed):
    """Wait to be told of this; it never ends where nobody tells."""

    async def wait():
        told = asyncio.Event()
        with closing(Watch(file, told.set)) as watch:
            if not watch.works:
                pytest.skip("This system tells nobody what is written.")
            deed(watch)
            await told.wait()

    run_apart(wait())


def test_what_is_written_is_told_at_once(tmp_path):
    file = tmp_path / "log"
    file.write_bytes(b"1")
    watched(file, lambda _: file.write_bytes(b"2"))


def test_a_file_that_comes_later_or_is_another_one_is_watched_too(tmp_path):
    file = tmp_path / "log"

    def come_and_be_replaced(watch):
        file.write_bytes(b"1")
        watch.renew()
        file.rename(tmp_path / "old")
        file.write_bytes(b"2")
        watch.renew()
        file.write_bytes(b"3")

    watched(file, come_and_be_replaced)
