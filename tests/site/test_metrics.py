"""Figures for Prometheus. Row N8."""

from __future__ import annotations

import socket

import pytest
from prometheus_client.parser import text_string_to_metric_families

from communique.press.serving.served import Served
from communique.site import metrics, timetable


@pytest.fixture
def reader(settings):
    folder = settings.COMMUNIQUE.press_folder
    folder.mkdir(parents=True, exist_ok=True)
    served = Served(folder)
    yield served
    served.end()


@pytest.mark.django_db
def test_n8_press_readers_and_worker_are_told_of_in_prometheus_format(reader):
    reader.note(200, 70)
    reader.leave()
    timetable._note_down()
    told = {family.name: family for family in text_string_to_metric_families(metrics.text())}
    assert all(family.documentation for family in told.values())
    answers = {sample.labels["class"]: sample.value for sample in told["communique_reader_answers"].samples}
    assert answers == {"1xx": 0, "2xx": 1, "3xx": 0, "4xx": 0, "5xx": 0}
    assert told["communique_reader_body_bytes"].samples[0].value == 70
    assert told["communique_worker_looked_seconds"].samples[0].value == pytest.approx(timetable.looked())
    assert {"communique_edition", "communique_changes_waiting", "communique_store_bytes"} <= told.keys()


def test_n8_a_port_that_is_taken_is_told_and_the_desk_goes_on(caplog):
    with socket.socket() as taken:
        taken.bind((metrics.LOOPBACK, 0))
        taken.listen()
        metrics.serve(taken.getsockname()[1])
    assert "[server] metrics_port" in caplog.text
