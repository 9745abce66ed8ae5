"""Where a file to take along is to be had."""

from __future__ import annotations


def file_address(page: str, kind: str) -> str:
    """Where the newest version is to be had, whichever that is: below its page, by the page's name."""
    name = page.rstrip("/").rpartition("/")[2]
    return f"{page}{name}.{kind}"
