"""Figures for Prometheus: how the press, the readers and the worker stand.

The desk tells them at a port of its own on loopback, if one is configured: neither the reader nor whoever serves the
desk to a browser leads there. `communique press status --prometheus` says the same. They are counts and moments alone;
no page is named.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from prometheus_client import CollectorRegistry, generate_latest, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from communique.press.serving import served
from communique.publishing import standing

from . import timetable

log = logging.getLogger("communique.desk")

LOOPBACK = "127.0.0.1"


class Figures(Collector):
    """What stands at the moment in which somebody asks."""

    def collect(self) -> Iterator[Metric]:
        """All of them. What isn't known is left out."""
        try:
            yield from _of_the_press()
            yield from _of_the_readers()
            yield from _of_the_worker()
        finally:
            close_old_connections()


def serve(port: int) -> None:
    """Tell them at that port of loopback until the process ends."""
    try:
        start_http_server(port, LOOPBACK, _registry())
    except OSError as error:  # editors and readers need the desk more than this
        log.error("Figures can't be told at port %s ([server] metrics_port): %s", port, error.strerror or error)


def text() -> str:
    """The same in Prometheus's text format (version 0.0.4)."""
    return generate_latest(_registry()).decode()


def _registry() -> CollectorRegistry:
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Figures())
    return registry


def _of_the_press() -> Iterator[Metric]:
    for name, told, value in standing.figures(standing.standing()):
        if value is not None:
            yield GaugeMetricFamily(f"communique_{name}", told, value=value)


def _of_the_readers() -> Iterator[Metric]:
    accounts = list(served.accounts(Path(settings.COMMUNIQUE.press_folder), time.time()))
    yield GaugeMetricFamily("communique_readers", "Reader processes at work.", value=len(accounts))
    answers = CounterMetricFamily(
        "communique_reader_answers", "Answers of a reader process.", labels=["process", "class"]
    )
    unchanged = CounterMetricFamily("communique_reader_not_modified", "Those that said 304.", labels=["process"])
    sent = CounterMetricFamily("communique_reader_body_bytes", "Bytes of bodies from the store.", labels=["process"])
    for account in accounts:
        for kind, count in account.answers.items():
            answers.add_metric([account.process, f"{kind}xx"], count)
        unchanged.add_metric([account.process], account.not_modified)
        sent.add_metric([account.process], account.sent)
    yield from (answers, unchanged, sent)


def _of_the_worker() -> Iterator[Metric]:
    looked = timetable.looked()
    if looked is not None:
        yield GaugeMetricFamily(
            "communique_worker_looked_seconds", "When the worker last looked, Unix time.", value=looked
        )
