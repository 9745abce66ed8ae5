"""What an error came of."""

from __future__ import annotations

from collections.abc import Iterator


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error itself, and what it was raised from or while handling, the nearest first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
