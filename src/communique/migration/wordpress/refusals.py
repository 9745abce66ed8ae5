"""Why an export is refused: one sentence with the place and the reason, and nothing is written."""

from __future__ import annotations


class Refused(ValueError):
    """The file can't be imported; the message says where and why, and what would do."""

    exit_code = 65
    """What the command ends with: EX_DATAERR of sysexits.h."""


class NotThere(Refused):
    """There is no such file."""

    exit_code = 66  # EX_NOINPUT


class LimitPassed(Refused):
    """The file holds something larger than any honest export does."""
