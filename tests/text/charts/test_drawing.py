"""Drawings hold whatever the data: nothing leaves the sheet, no mark is lost, both directions. Row A19."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.text.charts import drawing, lettering
from communique.text.charts.data import Data, Series

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LABELS = st.sampled_from(["2019", "2020", "2023.5", "Old quay", "پرانا گھاٹ", "Старая пристань", LONG, "<b>&"])
HUNDREDTHS = st.integers(-(10**17), 10**17).map(lambda number: Decimal(number).scaleb(-2))
SAID = HUNDREDTHS | st.integers(-3, 3).map(Decimal)
NUMBERS = st.none() | SAID


@st.composite
def charts(draw):
    rows, columns = draw(st.integers(1, 9)), draw(st.integers(1, 6))
    labels = tuple(draw(LABELS) for _ in range(rows))
    series = tuple(
        Series(
            f"s{place}",
            (draw(SAID), *(draw(NUMBERS) for _ in range(rows - 1))),
        )
        for place in range(columns)
    )
    return Data("", labels, series)


def made(*rows: int | None, label: str = "Quay") -> Data:
    values = tuple(None if row is None else Decimal(row) for row in rows)
    return Data("", tuple(f"{label} {place}" for place in range(len(rows))), (Series("a", values),))


def seen(pen):
    return ElementTree.fromstring(pen.svg())


NOTHING, MUCH = (Decimal("0.00"), None), (Decimal("0.00"), Decimal("-10000000.00"))
FOUND_ONCE = Data(
    "", ("2019", "2019"), tuple(Series(f"s{n}", values) for n, values in enumerate((NOTHING, NOTHING, NOTHING, MUCH)))
)  # a label ends at a width that isn't a round number


@settings(max_examples=60, deadline=None)
@given(charts(), st.sampled_from(sorted(drawing.KINDS)), st.sampled_from(["en", "ur", "ar", "ru"]))
@example(FOUND_ONCE, "bars", "ur")
def test_every_mark_stands_on_the_sheet(data, kind, language):
    for pen in drawing.drawn(data, kind, language).values():
        tree = seen(pen)
        wide, high = float(tree.get("width")), float(tree.get("height"))  # as readers get it: rounded, like the marks
        for one in tree.iter("rect"):
            at, long = float(one.get("x")), float(one.get("width"))
            assert at >= -0.6 and at + long <= wide + 0.6
            assert float(one.get("y")) >= 0 and float(one.get("y")) + float(one.get("height")) <= high
        for one in tree.iter("circle"):
            assert 0 <= float(one.get("cx")) <= wide and 0 <= float(one.get("cy")) <= high
        for one in tree.iter("text"):
            assert 0 <= float(one.get("x")) <= wide and 0 < float(one.get("y")) <= high
            room = lettering.width(one.text, pen.letters.size)
            assert room <= pen.width


@settings(max_examples=40, deadline=None)
@given(charts())
def test_bars_say_every_number(data):
    for pen in drawing.drawn(data, drawing.BARS, "en").values():
        tree = seen(pen)
        assert len(list(tree.iter("rect"))) == len(data.numbers)
        assert len([one for one in tree.iter("text") if one.get("class") == "chart__number"]) == len(data.numbers)


def test_bars_grow_from_where_a_line_begins():
    first = [
        next(seen(drawing.drawn(made(3, 6), "bars", language)["narrow"]).iter("rect")) for language in ("en", "ur")
    ]
    assert float(first[0].get("x")) == 0
    assert float(first[1].get("x")) + float(first[1].get("width")) == drawing.NARROW


def test_lines_run_from_left_to_right_in_every_language_and_numbers_too():
    for language in ("en", "ur"):
        tree = seen(drawing.drawn(made(3, 6, 9), "line", language)["wide"])
        places = [float(one.get("cx")) for one in tree.iter("circle")]
        assert places == sorted(places)
        assert {one.get("direction") for one in tree.iter("text") if one.get("class") == "chart__number"} == {"ltr"}


def test_less_than_nothing_goes_the_other_way():
    below, above = seen(drawing.drawn(made(-4, 4), "bars", "en")["wide"]).iter("rect")
    assert float(below.get("x")) + float(below.get("width")) == pytest.approx(float(above.get("x")), abs=0.2)


def test_a_missing_number_breaks_the_line_and_one_alone_is_still_seen():
    tree = seen(drawing.drawn(made(1, 2, None, 4), "line", "en")["wide"])
    assert (len(list(tree.iter("path"))), len(list(tree.iter("circle")))) == (1, 3)


def test_years_stand_as_far_apart_as_they_are():
    data = Data("Year", ("2000", "2001", "2010"), (Series("a", (Decimal(1), Decimal(2), Decimal(3))),))
    a, b, c = (float(one.get("cx")) for one in seen(drawing.drawn(data, "line", "en")["wide"]).iter("circle"))
    assert (b - a) * 10 == pytest.approx(c - a, abs=2)


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        ("line", made(1), "One row is a point"),
        ("bars", made(*range(61)), "61 bars"),
        ("stacked", made(*range(41)), "41 rows"),
        ("dots", made(*range(41)), "41 rows"),
    ],
)
def test_what_nobody_could_read_is_refused(kind, data, said):
    (fault,) = drawing.faults(data, kind)
    assert said in str(fault.said) and fault.remedy


def test_one_point_is_a_bar():
    assert list(drawing.faults(made(7), "bars")) == []
    assert len(list(seen(drawing.drawn(made(7), "bars", "en")["narrow"]).iter("rect"))) == 1


def test_words_are_set_in_lines_and_cut_where_they_are_too_many():
    assert lettering.lines("Border station at the long bridge", 120, 14, 3) == ["Border station at", "the long bridge"]
    cut = lettering.lines(LONG, 100, 14, 2)
    assert len(cut) == 1 and cut[0].endswith("…") and lettering.width(cut[0], 14) <= 100
