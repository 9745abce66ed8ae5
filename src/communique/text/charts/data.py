"""The data of a chart: read from what an editor pasted, and written as a file that readers can take along."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO

from communique.text import numbers
from communique.text.numbers import NotANumber, Sign
from communique.text.sentences import Sentence, counted, in_a_row, sentence

MOST_SIGNS = 200_000
MOST_ROWS = 400
MOST_SERIES = 6
LONGEST_NAME = 200

_SEPARATOR = re.compile(r"sep=(.)", re.IGNORECASE)
# What a spreadsheet takes for the beginning of a formula, in full width too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Series:
    """One column of numbers with its name; None where there is no number."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """What a chart shows: a label for each row, and columns of numbers. `corner` names the labels."""

    corner: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def numbers(self) -> list[Decimal]:
        """All numbers that there are."""
        return [value for one in self.series for value in one.values if value is not None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the data that can't be drawn: in which row and column (from 1; 0 for all), and what would do."""

    row: int
    column: int
    said: Sentence
    remedy: Sentence

    @property
    def where(self) -> Sentence:
        """The place in words: "Row 3, column 2"."""
        if self.row and self.column:
            return sentence("Row {row}, column {column}", row=self.row, column=self.column)
        if self.row:
            return sentence("Row {row}", row=self.row)
        return sentence("Column {column}", column=self.column) if self.column else sentence("The data")

    def __str__(self) -> str:
        said = sentence("{place}: {said}", place=self.where, said=self.said)
        return str(in_a_row([said, self.remedy]))


class Unreadable(ValueError):
    """Data that no chart can be drawn from; `faults` says where and why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(map(str, self.faults[:3])))


def cells(text: str) -> list[list[str]]:
    """The cells of a text that is or isn't right, row by row, to be mended. Raises Unreadable where there are none."""
    rows = [row for _, row in _rows(text)]
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def read(text: str, decimal: Sign = ".") -> Data:
    """Read rows as they come from a spreadsheet (tabs) or a CSV file (commas or semicolons). Raises Unreadable.

    The first row names the columns, the first column the rows. `decimal` is the sign before decimals where the numbers
    themselves don't tell.
    """
    rows = _rows(text)
    _refuse(_shape(rows))
    head, *body = rows
    cells = [(number, row) for number, row in body if any(row)]
    sign = _sign(cells, decimal)
    faults: list[Fault] = []
    columns: list[list[Decimal | None]] = [[] for _ in head[1][1:]]
    for number, row in cells:
        for column, cell in enumerate(row[1:], start=2):
            try:
                columns[column - 2].append(numbers.read(cell, sign))
            except NotANumber as error:
                faults.append(Fault(number, column, error.said, sentence("Write a number there, or leave it empty.")))
    _refuse(faults)
    names = head[1]
    for column, values in enumerate(columns, start=2):
        if all(value is None for value in values):
            said = sentence("“{name}” has no number.", name=names[column - 1])
            faults.append(Fault(0, column, said, sentence("Fill it in, or delete it.")))
    _refuse(faults)
    series = tuple(Series(name, tuple(values)) for name, values in zip(names[1:], columns, strict=True))
    return Data(names[0], tuple(row[0] for _, row in cells), series)


def written(data: Data) -> str:
    """The data as a CSV file for readers (RFC 4180): numbers as machines read them, and nothing that could be run.

    It begins with a byte order mark: without one the most common spreadsheet shows Urdu and Russian as broken signs.
    """
    out = StringIO()
    file = csv.writer(out, lineterminator="\r\n")
    file.writerow([_safe(cell) for cell in (data.corner, *(one.name for one in data.series))])
    for place, label in enumerate(data.labels):
        values = (one.values[place] for one in data.series)
        file.writerow([_safe(label), *("" if value is None else numbers.plain(value) for value in values)])
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{out.getvalue()}"


def _safe(cell: str) -> str:
    """A cell of words that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not numbers.is_number(cell) else cell


Row = tuple[int, list[str]]


def _rows(text: str) -> list[Row]:
    """The rows with their numbers, without empty ones at the end and empty columns on the right. Raises Unreadable."""
    if len(text) > MOST_SIGNS:
        said = counted(
            "It has {number:,} sign; {most:,} are the most.",
            "It has {number:,} signs; {most:,} are the most.",
            len(text),
            most=MOST_SIGNS,
        )
        raise Unreadable([Fault(0, 0, said, sentence("Show fewer rows, and link to the whole of it."))])
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\n")
    told = _SEPARATOR.fullmatch(text.partition("\n")[0].strip())
    text = text.partition("\n")[2] if told else text
    try:
        read = list(csv.reader(StringIO(text), delimiter=told[1] if told else _separator(text), strict=True))
    except csv.Error as error:
        said = sentence("It can’t be read ({reason}).", reason=error)
        raise Unreadable([Fault(0, 0, said, sentence("Is a quotation mark opened and never closed?"))]) from error
    rows = [(number, [" ".join(cell.split()) for cell in row]) for number, row in enumerate(read, start=1)]
    rows = [(number, row) for number, row in rows if any(row)]
    if not rows:
        remedy = sentence("Paste rows from a spreadsheet, or type them in.")
        raise Unreadable([Fault(0, 0, sentence("There is no data."), remedy)])
    width = max((_width(row) for _, row in rows), default=0)
    return [(number, row[:width]) for number, row in rows]


def _separator(text: str) -> str:
    lines = [line for line in text.split("\n")[:20] if line.strip()]
    if any("\t" in line for line in lines):
        return "\t"
    return ";" if all(";" in line for line in lines) else ","


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell), default=0)


def _shape(rows: Sequence[Row]) -> Iterator[Fault]:
    """What is wrong with rows and columns before one looks at the numbers."""
    number, head = rows[0]
    if len(head) < 2:
        remedy = sentence("The first column names the rows; numbers stand beside it.")
        yield Fault(number, 0, sentence("There is one column only."), remedy)
        return
    if head[0] and all(numbers.is_number(cell) for cell in head):
        said = sentence("The first row is numbers alone, so nothing says what they are.")
        yield Fault(number, 0, said, sentence("Put a row above it that names the columns."))
        return
    if len(head) - 1 > MOST_SERIES:
        said = counted(
            "There is {number} column of numbers; {most} are the most that can be told apart.",
            "There are {number} columns of numbers; {most} are the most that can be told apart.",
            len(head) - 1,
            most=MOST_SERIES,
        )
        yield Fault(0, 0, said, sentence("Take fewer, or make two charts."))
    if len(rows) - 1 > MOST_ROWS:
        said = counted(
            "There is {number:,} row; {most} are the most that can be drawn.",
            "There are {number:,} rows; {most} are the most that can be drawn.",
            len(rows) - 1,
            most=MOST_ROWS,
        )
        remedy = sentence("Take years instead of days, or the largest few, and link to the whole of it.")
        yield Fault(0, 0, said, remedy)
        return
    if len(rows) < 2:
        said = sentence("There is no row below the names of the columns.")
        yield Fault(0, 0, said, sentence("Add the numbers."))
    yield from _names(number, head)
    for number, row in rows[1:]:
        if len(row) < len(head) or _width(row) > len(head):
            said = counted(
                "It has {number} cell; the first row has {first}.",
                "It has {number} cells; the first row has {first}.",
                len(row),
                first=len(head),
            )
            remedy = sentence(
                "Give each row as many. Are there commas in the numbers? Then paste it from the spreadsheet."
            )
            yield Fault(number, 0, said, remedy)
        elif not row[0]:
            yield Fault(number, 1, sentence("The row has no name."), sentence("Say what its numbers are of."))
        elif len(row[0]) > LONGEST_NAME:
            yield Fault(number, 1, *_too_long(row[0]))


def _names(number: int, head: Sequence[str]) -> Iterator[Fault]:
    for column, name in enumerate(head[1:], start=2):
        if not name:
            said = sentence("The column has no name.")
            yield Fault(number, column, said, sentence("Say what its numbers are."))
        elif name in head[1 : column - 1]:
            said = sentence("There are two columns called “{name}”.", name=name)
            yield Fault(number, column, said, sentence("Give each its own name."))
        elif len(name) > LONGEST_NAME:
            yield Fault(number, column, *_too_long(name))


def _too_long(name: str) -> tuple[Sentence, Sentence]:
    said = counted("The name has {number} letter.", "The name has {number} letters.", len(name))
    return said, counted("Say it in {number} letter.", "Say it in {number} letters.", LONGEST_NAME)


def _sign(cells: Sequence[Row], otherwise: Sign) -> Sign:
    """The sign before decimals in all of the numbers. Raises Unreadable where they contradict one another."""
    places = [(number, column, cell) for number, row in cells for column, cell in enumerate(row[1:], start=2)]
    try:
        return numbers.decimal_sign((cell for _, _, cell in places), otherwise)
    except NotANumber as error:
        odd = next(numbers.disagreeing(cell for _, _, cell in places))
        number, column, _ = places[odd]
        remedy = sentence("Write all of them with a point, or all with a comma.")
        raise Unreadable([Fault(number, column, error.said, remedy)]) from error


def _refuse(faults: Sequence[Fault] | Iterator[Fault]) -> None:
    found = list(faults)
    if found:
        raise Unreadable(found)
