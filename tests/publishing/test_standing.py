"""How the press stands, in words and in figures. Row N8."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from communique.press.last_run import LastRun, keep, last_run
from communique.press.store import Edition, Failure
from communique.press.work import Run
from communique.publishing import standing
from communique.publishing.standing import Standing

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MADE = Edition(12, NOW - timedelta(minutes=5), "3 changes", "", "")
FAILED = Failure("article", "7", "/research/x/", "ValueError: the template is away", NOW - timedelta(days=1))
LAST = LastRun(12, "3 changes", 1017, 2, 0, 1, 176, 0.0512, NOW.timestamp())


def told(**other):
    usual = {"edition": MADE, "addresses": 1200, "waiting": 0, "failures": (), "last": LAST, "size": 11_500_000}
    return Standing(**{**usual, "now": NOW, **other})


def test_n8_all_that_one_wants_to_know_has_a_line():
    assert standing.in_words(told(waiting=1, failures=(FAILED,))) == [
        "Edition    12, 2026-11-24 09:25:00 UTC, 5 minutes ago (3 changes)",
        "Addresses  1,200",
        "Waiting    1 change",
        "Last run   1,017 printed, 2 unchanged, 0 removed, 1 failed; 176 questions in 0.05 s (3 changes)",
        "Size       11.5 MB",
        "Failed     /research/x/: ValueError: the template is away (since 2026-11-23 09:30 UTC)",
    ]


def test_n8_what_is_not_known_is_said():
    assert standing.in_words(told(edition=None)) == ["Nothing has been printed yet."]
    lines = standing.in_words(told(waiting=None, last=None))
    assert "Waiting    not known: the content database doesn't answer" in lines
    assert not [line for line in lines if line.startswith("Last run")]


AGES = [(1, "1 second"), (119, "119 seconds"), (120, "2 minutes"), (7200, "2 hours"), (200_000, "2 days")]


@pytest.mark.parametrize(("seconds", "words"), AGES)
def test_n8_an_age_is_told_in_its_largest_unit(seconds, words):
    old = Edition(12, NOW - timedelta(seconds=seconds), "asked for", "", "")
    assert f", {words} ago" in standing.in_words(told(edition=old))[0]


def test_n8_the_same_is_told_in_figures():
    figures = {name: value for name, _, value in standing.figures(told(waiting=None, failures=(FAILED,)))}
    assert (figures["edition"], figures["pages_failed"], figures["last_run_printed"]) == (12, 1, 1017)
    assert figures["changes_waiting"] is None


def test_n8_what_a_run_did_is_kept_and_rubbish_is_nothing(tmp_path):
    assert last_run(tmp_path) is None
    run = Run(12, "3 changes", False, printed=frozenset({"/a/"}), asked=9, took=0.05)
    keep(tmp_path, run, NOW)
    assert last_run(tmp_path) == LastRun(12, "3 changes", 1, 0, 0, 0, 9, 0.05, NOW.timestamp())
    (tmp_path / "last-run.json").write_text("{")
    assert last_run(tmp_path) is None
