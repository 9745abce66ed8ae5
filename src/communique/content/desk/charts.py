"""Charts at the desk: their data are looked at while they are written, and can be filled in as a small table."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.views.decorators.http import require_POST
from wagtail import hooks

from communique.content import charts
from communique.text import numbers
from communique.text.charts import data as readings
from communique.text.charts.data import Data, Unreadable
from communique.text.sentences import counted, sentence

NAMED = 5
"""So many faults are told at once."""

_ROWS = 200  # of more, nobody fills in a table by hand


@require_POST
def look(request: HttpRequest) -> HttpResponseBase:
    """What would become of data: how they are read, or where they can't be; and their cells, to be filled in."""
    text, language = request.POST.get("data", ""), request.POST.get("language", "")
    value = {"data": text, "kind": request.POST.get("kind", "")}
    try:
        told: dict[str, Any] = {"read": _read(charts.read(value, language), language), "faults": []}
    except Unreadable as error:
        told = {"read": "", "faults": [str(fault) for fault in error.faults[:NAMED]]}
    return JsonResponse({**told, "cells": _cells(text)})


def _read(data: Data, language: str) -> str:
    """In a line, so that a comma that was taken for something else is seen."""
    least, most = (numbers.printed(value, language) for value in (min(data.numbers), max(data.numbers)))
    told = sentence(
        "{rows}, {columns}, from {least} to {most}.",
        rows=counted("{number} row", "{number} rows", len(data.labels)),
        columns=counted("{number} column of numbers", "{number} columns of numbers", len(data.series)),
        least=least,
        most=most,
    )
    return str(told)


def _cells(text: str) -> list[list[str]]:
    try:
        found = readings.cells(text)
    except Unreadable:
        return []
    return found if len(found) <= _ROWS else []


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where data are looked at."""
    return [path("chart/", look, name="content_chart")]


@hooks.register("insert_editor_js")
def scripts() -> str:
    """The small table, and what is told below it."""
    return format_html(
        '<script type="module" src="{}"></script><link rel="stylesheet" href="{}">',
        static("content/desk/chart_data.js"),
        static("content/desk/chart_data.css"),
    )


@hooks.register("register_icons")
def icon(icons: list[str]) -> list[str]:
    """The sign of the block."""
    return [*icons, "content/desk/chart.svg"]
