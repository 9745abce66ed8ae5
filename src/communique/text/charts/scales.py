"""Scales: the round numbers that an axis shows, and where between its ends a number stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

WANTED = 5
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from one round number to another, in equal steps."""

    first: Decimal
    last: Decimal
    step: Decimal

    @property
    def ticks(self) -> list[Decimal]:
        """The numbers that are written at the axis, from the first to the last."""
        steps = int(((self.last - self.first) / self.step).to_integral_value())
        return [self.first + number * self.step for number in range(steps + 1)]

    def place(self, value: Decimal) -> float:
        """Where a number stands: 0 at the first, 1 at the last."""
        return float((value - self.first) / (self.last - self.first))


def scale(values: Sequence[Decimal], *, from_zero: bool, wanted: int = WANTED) -> Scale:
    """A scale that holds all values in about as many steps as wanted, none finer than the numbers are.

    With `from_zero` it holds zero too: the length of a bar says how much, so it has to begin there.
    """
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if from_zero or low == high or 0 < low < high / 3:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    step = max(_round_step((high - low) / wanted), _finest(values))
    first, last = _multiple(low, step, ROUND_FLOOR), _multiple(high, step, ROUND_CEILING)
    return Scale(first, last, step)


def _round_step(raw: Decimal) -> Decimal:
    power = Decimal(1).scaleb(raw.adjusted())
    return next(one * power for one in _STEPS if one * power >= raw)


def _finest(values: Sequence[Decimal]) -> Decimal:
    """The smallest difference that numbers of so many decimals can have."""
    return min((Decimal(1).scaleb(min(0, _exponent(value))) for value in values), default=Decimal(1))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _multiple(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding) * step
