"""What a reader has answered is counted, for those who watch the site. Row N8."""

from __future__ import annotations

import os
import time

from communique.press.serving.served import FOLDER, FORGOTTEN, Account, Served, accounts

from .conftest import until


def test_n8_answers_and_bytes_are_noted_for_each_process(tmp_path):
    served = Served(tmp_path)
    for status, length in ((200, 500), (200, 40), (304, 0), (404, 60)):
        served.note(status, length)
    assert served.is_due
    served.leave()
    assert not served.is_due
    counts = {1: 0, 2: 2, 3: 1, 4: 1, 5: 0}
    assert list(accounts(tmp_path, time.time())) == [Account(str(os.getpid()), counts, 1, 600)]
    served.end()
    assert not list(accounts(tmp_path, time.time()))


def test_n8_a_process_that_notes_nothing_any_more_is_forgotten_and_rubbish_is_passed_over(tmp_path):
    Served(tmp_path).leave()
    (tmp_path / FOLDER / "1.json").write_text("{")
    assert not list(accounts(tmp_path, time.time() + FORGOTTEN + 1))
    assert not list((tmp_path / FOLDER).iterdir())


def test_n8_where_nothing_can_be_written_it_is_said_once(tmp_path, caplog):
    (tmp_path / FOLDER).write_text("in the way")
    served = Served(tmp_path)
    served.leave()
    served.leave()
    assert len(caplog.records) == 1


def test_n8_a_reader_counts_what_it_answers(site):
    def told():
        (one,) = accounts(site.store.folder, time.time())
        return one

    until(told)
    before = told()
    page = site.ask("/about/")
    site.ask("/about/", if_none_match=page.headers["etag"])
    site.ask("/about/", "HEAD")
    nothing = site.ask("/nothing/")
    until(lambda: told() != before)
    after = told()
    more = {kind: after.answers[kind] - before.answers[kind] for kind in after.answers}
    assert (more[3], more[4], after.not_modified - before.not_modified) == (1, 1, 1)
    assert more[2] >= 2 and after.sent - before.sent >= len(page.body) + len(nothing.body)
