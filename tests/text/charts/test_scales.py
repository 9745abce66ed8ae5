"""Scales: round numbers that hold what is measured by them. Row A19."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.text import numbers
from communique.text.charts.scales import scale

VALUES = st.lists(
    st.decimals(min_value=Decimal("-1e15"), max_value=Decimal("1e15"), places=2)
    | st.decimals(min_value=Decimal("-1"), max_value=Decimal("1"), places=9),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize(
    ("values", "from_zero", "ticks"),
    [
        ([3, 9], True, [0, 2, 4, 6, 8, 10]),
        ([95, 103], False, [94, 96, 98, 100, 102, 104]),
        ([-7, 12], True, [-10, -5, 0, 5, 10, 15]),
        ([5], False, [0, 1, 2, 3, 4, 5]),
        ([0], True, [0, 1]),
        ([1, 2], True, [0, 1, 2]),
    ],
)
def test_axes_show_round_numbers(values, from_zero, ticks):
    assert scale(list(map(Decimal, values)), from_zero=from_zero).ticks == ticks


@given(VALUES, st.booleans(), st.integers(3, 6))
@example([Decimal("1e15"), Decimal("1e-9")], True, 5)
@example([Decimal("1000000"), Decimal("1000000.01")], False, 5)
def test_a_scale_holds_all_it_measures_in_few_equal_steps(values, from_zero, wanted):
    made = scale(values, from_zero=from_zero, wanted=wanted)
    ticks = made.ticks
    assert made.first <= min(values) and max(values) <= made.last
    assert 2 <= len(ticks) <= wanted + 3
    assert {after - before for before, after in pairwise(ticks)} == {made.step}
    assert all(0 <= made.place(value) <= 1 for value in values)
    assert made.place(made.first) == 0 and made.place(made.last) == 1
    assert len({numbers.printed(tick, "en") for tick in ticks}) == len(ticks)
    assert not from_zero or made.first <= 0 <= made.last
