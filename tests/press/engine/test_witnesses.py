"""Each recording rule has a witness: a change that goes unseen when the rule is switched off."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from communique.press import changed, changes, notebook
from communique.press.questions import question
from communique.press.reading import WindowReading
from communique.press.shapes import INT32, Span, coarse, less, whole_token
from communique.press.sheets import Sheet

from .conftest import SHEETS, View, _text, published


@question
def this_year(read):
    return read.year("Asia/Karachi")


@question
def openings(read):
    return [read.passed(datetime(2026, month, 1, tzinfo=UTC)) for month in (2, 6)]


CLOCKS = [
    Sheet("year", lambda ask, key: _text("/year/", ask(this_year))),
    Sheet("openings", lambda ask, key: _text("/openings/", ask(openings))),
]


def edit(archive, newsroom):
    archive.do("UPDATE note_all SET text='deeper' WHERE id=10")


def refile(archive, newsroom):
    archive.do("UPDATE note_all SET subject=2 WHERE id=10")


def add(archive, newsroom):
    archive.note(60, "Docks", subject=2)


def add_two(archive, newsroom):
    archive.note(60, "Docks", subject=2)
    archive.note(65, "Tugs", subject=2)


def insert_between(archive, newsroom):
    archive.note(25, "Locks", subject=2)


def retitle(archive, newsroom):
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")


def remove(archive, newsroom):
    archive.do("DELETE FROM note_all WHERE id=50")


def rename_subject(archive, newsroom):
    archive.subject(1, "Havens")


def hide(archive, newsroom):
    archive.subject(2, "Grain", shown=False)


def show(archive, newsroom):
    archive.subject(3, "Shown")


def wait(archive, newsroom):
    newsroom.moment = datetime(2026, 2, 1, tzinfo=UTC)


def turn_the_year(archive, newsroom):
    newsroom.moment = datetime(2026, 12, 31, 19, tzinfo=UTC)  # midnight in Karachi


def _without(method):
    return lambda patch: patch.setattr(notebook.Reads, method, lambda *_, **__: None)


def _span_kind(presence):
    def off(patch):
        taken = notebook.Reads.span

        def span(self, *args, **named):
            taken(self, *args, **named)
            self.spans = {kept for kept in self.spans if kept.presence is not presence}

        patch.setattr(notebook.Reads, "span", span)

    return off


def _without_markers(patch):
    def known(self, wanted):
        return [place for place in wanted if not place[0].startswith(changed.MARKERS)], []

    patch.setattr(changed.WhatChanged, "_with_keys", known)


def _side(name):
    def off(patch):
        patch.setattr(changes.Change, "sides", property(lambda self: iter([getattr(self, name) or self.before or {}])))

    return off


def _year_alone(patch):
    patch.setattr(WindowReading, "year", lambda self, zone: self.now.astimezone(ZoneInfo(zone)).year)


def _latest(patch):
    def until(self, moment):
        self.due = moment if self.due is None else max(self.due, moment)

    patch.setattr(notebook.Reads, "until", until)


RULES = {
    "a row by its key": (_without("row"), edit),
    "rows by equality": (_without("rows"), retitle),
    "how many rows": (_without("count"), add_two),
    "a whole table": (_without("whole"), rename_subject),
    "the gap between neighbours": (_span_kind(True), insert_between),
    "the rows seen in a span": (_span_kind(False), retitle),
    "the clock": (_without("until"), wait),
    "the year": (_year_alone, turn_the_year),
    "the first of several moments": (_latest, wait),
    "where a row was": (_side("after"), refile),
    "where a row is": (_side("before"), refile),
    "rows hidden with another": (lambda patch: patch.setattr(changed, "flips", lambda *_: ()), hide),
    "rows shown with another": (lambda patch: patch.setattr(changed, "flips", lambda *_: ()), show),
    "sheets that come": (lambda patch: patch.setattr(changed.WhatChanged, "_come", lambda *_: ()), add),
    "which keys a sheet has": (_without_markers, add_two),
    "sheets that go": (lambda patch: patch.setattr(changed.WhatChanged, "remove", lambda *_: None), remove),
}


@pytest.fixture
def site(archive, newsroom, press):
    newsroom.sheets = [*SHEETS, *CLOCKS]
    archive.note(10, "Harbours", opens="2026-02-01 00:00:00")
    archive.note(70, "Secret", subject=3)
    return archive, newsroom, press


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_sees_its_change(rule, site, whole, tmp_path):
    archive, newsroom, press = site
    press.run()
    RULES[rule][1](archive, newsroom)
    press.run()
    assert published(tmp_path / "store") == whole()


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_is_idle(rule, site, whole, tmp_path, monkeypatch):
    archive, newsroom, press = site
    switch_off, change = RULES[rule]
    with monkeypatch.context() as patch:
        switch_off(patch)
        press.run()
        change(archive, newsroom)
        press.run()
    assert published(tmp_path / "store") != whole()


def test_places_are_ordered_as_numbers_and_absent_ones_come_first():
    span = Span(1, (-2,), (10,), presence=True)
    assert [span.holds((place,)) for place in (-3, -2, 9, 10, 11, 100)] == [False, True, True, True, False, False]
    assert less((None,), (0,)) and not less((0,), (None,)) and not less((None,), (None,))


@pytest.mark.parametrize(
    "places", [[-5, -1, 0, 3, 2**30, 2**40, 2**62], ["", "A", "a", "aa", "ab", "b", "ب", "بص", "ص"]]
)
def test_coarse_places_keep_the_order(places):
    rough = [coarse(place) for place in (None, *places)]
    assert rough == sorted(rough)
    assert all(-INT32 <= place < INT32 for place in rough)


def test_a_place_at_either_end_lies_in_the_span():
    span = Span(1, (5, 1), (9, 2), presence=True)
    assert [span.holds(place) for place in ((5, 1), (9, 2), (5, 0), (9, 3), (7, 0), (None, 1))] == [
        True, True, False, False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("ask", ["count", "rows"])
def test_what_is_asked_of_a_column_that_is_no_index_is_the_whole_table(archive, ask):
    reading = WindowReading(View(archive.db, 0), datetime(2026, 1, 1, tzinfo=UTC))
    reading.begin()
    assert getattr(reading, ask)("note", title="Quays")
    assert reading.end().tokens == {whole_token("note")}
