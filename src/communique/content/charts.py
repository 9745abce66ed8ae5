"""Charts in print: the drawing, its numbers as a table, and the file that readers can take along.

Nothing of it needs a script. There are two drawings, one for narrow columns; style sheets show one of them, and colours
are theirs. For those who can't see it, it has a name and a summary; the table below says all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from communique.publishing.words import Say
from communique.text import numbers
from communique.text.charts import data as readings
from communique.text.charts import drawing
from communique.text.charts.data import Data, Fault, Unreadable

FILE_NAME = "data.csv"
MEDIA_TYPE = "text/csv; charset=utf-8; header=present"


@dataclass(frozen=True, slots=True)
class File:
    """The data of a chart, for readers: where it is, and what is in it."""

    address: str
    text: str

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """How a browser is to take it: to be kept, and never as a page of ours."""
        return (("Content-Disposition", f'attachment; filename="{FILE_NAME}"'),)


def read(value: Mapping[str, Any], language: str) -> Data:
    """The data of a chart as it is stored, if it can be drawn. Raises Unreadable."""
    data = readings.read(str(value.get("data") or ""), numbers.decimal_of(language))
    found = list(drawing.faults(data, kind_of(value)))
    if found:
        raise Unreadable(found)
    return data


def faults(value: Mapping[str, Any], language: str) -> tuple[Fault, ...]:
    """Why a chart can't be drawn: in which row and column; nothing if it can."""
    try:
        read(value, language)
    except Unreadable as error:
        return error.faults
    return ()


def kind_of(value: Mapping[str, Any]) -> str:
    """The kind of a chart; bars where none was chosen that we know."""
    kind = str(value.get("kind") or "")
    return kind if kind in drawing.KINDS else drawing.BARS


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of one page, each with a name of its own, in a language."""

    say: Say
    language: str
    page: str

    def printed(self, value: Mapping[str, Any], caption: str) -> tuple[str, File | None]:
        """A chart as it is stored, with what is said below it, and its file; nothing if it can't be drawn."""
        try:
            data = read(value, self.language)
        except Unreadable:
            return "", None
        name = value.get("anchor") or "chart"
        file = File(f"{self.page}{name}.csv", readings.written(data))
        title = escape(value.get("title") or "", quote=False)
        html = "".join(
            (
                f'<figure class="chart" id="{escape(name)}">',
                f'<p class="chart__title" id="{escape(name)}:title">{title}</p>',
                self._subtitle(data, value),
                self._drawings(data, value, name),
                self._table(data, value),
                self._taken_along(file),
                caption,
                "</figure>",
            )
        )
        return html, file

    def source(self, value: Mapping[str, Any]) -> str:
        """Where its numbers come from, in words; nothing if nobody said."""
        return self.say("Source: {source}", source=value["source"]) if value.get("source") else ""

    def _subtitle(self, data: Data, value: Mapping[str, Any]) -> str:
        """What is measured, and in what; how columns are told apart, if there are several."""
        unit = value.get("unit") or ("" if len(data.series) > 1 else data.series[0].name)
        told = f'<p class="chart__unit">{escape(unit, quote=False)}</p>' if unit else ""
        if len(data.series) < 2:
            return told
        kind = kind_of(value)
        named = "".join(
            f"<li>{drawing.key(place, kind)} {escape(one.name, quote=False)}</li>"
            for place, one in enumerate(data.series)
        )
        return f'{told}<ul class="chart__legend" role="list">{named}</ul>'

    def _drawings(self, data: Data, value: Mapping[str, Any], name: str) -> str:
        summary = escape(value.get("summary") or "", quote=False)
        drawn = []
        for width, pen in drawing.drawn(data, kind_of(value), self.language).items():
            told = f"{name}:{width}"
            labels = escape(f"{name}:title {told}" if summary else f"{name}:title")
            attributes = f' class="chart__drawing chart__drawing--{width}" role="img" aria-labelledby="{labels}"'
            drawn.append(pen.svg(attributes, f'<desc id="{escape(told)}">{summary}</desc>' if summary else ""))
        return f'<div class="chart__drawings">{"".join(drawn)}</div>'

    def _table(self, data: Data, value: Mapping[str, Any]) -> str:
        """The same numbers, for all who would rather read them."""
        named = escape(self.say("The numbers as a table"), quote=False)
        label = escape(self.say("The numbers of “{title}”", title=value.get("title") or ""))
        corner = f'<th scope="col">{escape(data.corner, quote=False)}</th>' if data.corner else "<td></td>"
        heads = "".join(f'<th scope="col" class="number">{escape(one.name, quote=False)}</th>' for one in data.series)
        rows = "".join(
            f'<tr><th scope="row">{escape(row, quote=False)}</th>{"".join(self._cells(data, place))}</tr>'
            for place, row in enumerate(data.labels)
        )
        table = f"<table><thead><tr>{corner}{heads}</tr></thead><tbody>{rows}</tbody></table>"
        region = f'<div class="table" role="region" aria-label="{label}" tabindex="0">{table}</div>'
        return f'<details class="details chart__numbers"><summary>{named}</summary>{region}</details>'

    def _cells(self, data: Data, row: int) -> list[str]:
        values = (one.values[row] for one in data.series)
        told = ("" if value is None else numbers.printed(value, self.language) for value in values)
        shown = (f'<bdi dir="ltr">{one}</bdi>' if one else "–" for one in told)
        return [f'<td class="number">{one}</td>' for one in shown]

    def _taken_along(self, file: File) -> str:
        said = escape(self.say("Download the data (CSV)"), quote=False)
        return f'<p class="chart__file"><a href="{escape(file.address)}" type="text/csv" download>{said}</a></p>'
