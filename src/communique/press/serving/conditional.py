"""Conditional requests (RFC 9110, section 13): what a reader has already need not be sent again."""

from __future__ import annotations

import re

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def has_it(if_none_match: str, etag: str) -> bool:
    """Whether If-None-Match names this entity tag: compared weakly, in a list of any length, or by `*`."""
    if if_none_match == etag:
        return True
    return if_none_match.strip() == "*" or etag in _TAG.findall(if_none_match)


def is_another(if_match: str, etag: str) -> bool:
    """Whether If-Match asks for something else than this entity tag: compared strongly."""
    if if_match.strip() == "*":
        return False
    return etag not in (tag.strip() for tag in if_match.split(","))


def range_holds(if_range: str | None, etag: str) -> bool:
    """Whether a range may be taken from this: without If-Range, or when it names exactly this entity tag.

    A date never does: printed pages have none.
    """
    return if_range is None or if_range.strip() == etag
