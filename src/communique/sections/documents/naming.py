"""How a document's file is called."""

from __future__ import annotations


def file_address(page: str, kind: str) -> str:
    """Where the newest version of a document is to be had, whichever that is: below its page, by the page's name."""
    name = page.rstrip("/").rpartition("/")[2]
    return f"{page}{name}.{kind}"
