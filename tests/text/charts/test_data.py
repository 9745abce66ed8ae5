"""The data of charts, as editors paste it and as readers take it along. Row A19."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text.charts import data
from communique.text.charts.data import Unreadable

FREIGHT = "Year,Rail,Road\n2019,1204,300\n2020,,-20.5"


def faults(text, decimal="."):
    with pytest.raises(Unreadable) as refused:
        data.read(text, decimal)
    return refused.value.faults


@pytest.mark.parametrize(
    "text",
    [
        FREIGHT,
        FREIGHT.replace(",", "\t"),
        FREIGHT.replace(",", ";"),
        FREIGHT.replace("\n", "\r\n") + "\r\n\r\n",
        "\ufeffsep=,\n" + FREIGHT,
        "Year\tRail\tRoad\t\n2019\t1,204\t300\t\n\t\t\t\n2020\t–\t−20.5\t\n",
        "Year;Rail;Road\n2019;1 204;300\n2020;;-20,5",
        '"Year","Rail","Road"\n"2019","1,204","300"\n"2020","","-20.5"',
        "Year,Rail,Road\n2019,۱۲۰۴,٣٠٠\n2020,,-٢٠٫٥",
    ],
)
def test_data_are_read_from_spreadsheets_and_files(text):
    read = data.read(text)
    assert (read.corner, read.labels) == ("Year", ("2019", "2020"))
    assert [(one.name, one.values) for one in read.series] == [
        ("Rail", (Decimal(1204), None)),
        ("Road", (Decimal(300), Decimal("-20.5"))),
    ]


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("", "The data", "no data"),
        (" \n\n", "The data", "no data"),
        ("Year,Rail", "The data", "no row"),
        ("Year\n2019", "Row 1", "one column"),
        ("2019,5\n2020,6", "Row 1", "numbers alone"),
        ("Year,Rail\n2019,about 30", "Row 2, column 2", "“about 30” is not a number."),
        ("Year,Rail\n2019,5\n2020", "Row 3", "It has 1 cell; the first row has 2."),
        ("Year,Rail\n2019,5\n2020,3,5", "Row 3", "It has 3 cells; the first row has 2."),
        ("Year,Rail\n,5", "Row 2, column 1", "no name"),
        ("Year,Rail,Rail\n1,5,6", "Row 1, column 3", "two columns called “Rail”"),
        ("Year,Rail,\n1,5,6", "Row 1, column 3", "no name"),
        ("Year,Rail,Road\n1,5,\n2,6,–", "Column 3", "“Road” has no number"),
        ('Year,Rail\n2019,"5', "The data", "can’t be read"),
        ("Year;Rail\na;3,5\nb;2.1", "Row 3, column 2", "don’t agree"),
        ("Year,Rail\n2019,1e400", "Row 2, column 2", "too large"),
        ("x,a,b,c,d,e,f,g\n1,1,1,1,1,1,1,1", "The data", "6 are the most"),
        ("Year,Rail\n" + "\n".join(f"{day},1" for day in range(10_000)), "The data", "There are 10,000 rows"),
        ("Year,Rail\n" + "x" * 200_000, "The data", "200,000 are the most"),
        (f"Year,Rail\n{'x' * 201},1", "Row 2, column 1", "201 letters"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_place_and_what_would_do(text, where, said):
    first = faults(text)[0]
    assert str(first.where) == where and said in str(first.said) and first.remedy


def test_every_cell_that_is_no_number_is_named():
    assert [str(one.where) for one in faults("a,b,c\nx,?,1\ny,2,!")] == ["Row 2, column 2", "Row 3, column 3"]


def test_the_language_says_what_a_comma_is_where_the_numbers_dont():
    text = "Year\tRail\n2019\t1,204\n2020\t2,300"
    assert data.read(text).series[0].values[0] == 1204
    assert data.read(text, ",").series[0].values[0] == Decimal("1.204")


def test_readers_get_a_file_that_spreadsheets_read_and_that_runs_nothing():
    hostile = ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "＝1", '=HYPERLINK("https://x.example")', "-5", "ریل"]
    text = "\n".join(
        [
            "Who\t=A1\tb",
            *(f'"{cell.replace(chr(34), chr(34) * 2)}"\t1,204.5\t' for cell in hostile[:-1]),
            f"{hostile[-1]}\t\t−3",
        ]
    )
    written = data.written(data.read(text))
    assert written.startswith("\ufeff") and written.endswith("\r\n")
    rows = list(csv.reader(StringIO(written.removeprefix("\ufeff"))))
    assert rows[0] == ["Who", "'=A1", "b"]
    assert [row[0] for row in rows[1:]] == [*(f"'{cell}" for cell in hostile[:6]), "-5", "ریل"]
    assert rows[1][1:] == ["1204.5", ""] and rows[-1][1:] == ["", "-3"]


NAMES = st.text("abgh ریلجд=+-@\"',;|", min_size=1, max_size=8).map(lambda text: f"n{text}".strip())
CELLS = st.none() | st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(st.lists(NAMES, min_size=1, max_size=6, unique_by=lambda name: " ".join(name.split())), st.data())
def test_a_file_that_was_written_reads_as_what_it_was_written_from(names, draw):
    rows = draw.draw(st.lists(st.tuples(*[CELLS for _ in names]), min_size=1, max_size=8))
    rows.append(tuple(Decimal(1) for _ in names))
    made = data.Data(
        "Year",
        tuple(f"r{place}" for place in range(len(rows))),
        tuple(
            data.Series(" ".join(name.split()), values)
            for name, values in zip(names, zip(*rows, strict=True), strict=True)
        ),
    )
    assert data.read(data.written(made)) == made


@given(st.text('ab,;\t\n\r"=12.۳ \0', max_size=60))
def test_no_text_makes_it_fall_over(text):
    try:
        read = data.read(text)
    except Unreadable as error:
        assert error.faults and str(error)
    else:
        assert read.labels and read.numbers
