"""Why an export is refused: one sentence with the place and the reason, and nothing is written."""

from __future__ import annotations


class Refused(ValueError):
    """The file can't be imported; the message says where and why, and what would do."""


class LimitPassed(Refused):
    """The file holds something larger than any honest export does."""
