"""The plan's report: nothing is written, and a person knows what will come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from PIL import Image

from communique.migration import command
from communique.migration.wordpress.looking import remarks
from communique.migration.wordpress.report import Report, Section, tables
from communique.text.sentences import Sentence, sentence

from .exports import BASE, attachment, post, written


def planned(folder: Path, *records: str, uploads: Path | None = None) -> Report:
    path = written(folder, *records)
    return command.run([path], folder / "imports", lambda what, done, of: None, uploads=uploads).report


def rows(report: Report, title: str) -> list[tuple[Any, ...]]:
    """The rows of a table as one reads them."""
    found = next(section.rows for section in report.sections if str(section.title).startswith(title))
    return [tuple(str(cell) if isinstance(cell, Sentence) else cell for cell in row) for row in found]


def test_a_table_has_its_heads_on_a_terminal_too():
    found = Section(sentence("Found"), (sentence("kind"), sentence("number")), [("post", 7), ("page", 12)])
    text = Report(sentence("Import"), "", (found,), {}).as_text()
    assert text.split("\n") == ["Found", "  kind  number", "  post       7", "  page      12"]


def test_what_is_kept_and_what_is_left_out_are_told_apart(tmp_path):
    report = planned(tmp_path, post(1, kind="tribe_events"), post(2, kind="feedback"), post(3, status="trash"))
    assert rows(report, "Not brought yet") == [("tribe_events", 1)]
    assert {row[0] for row in rows(report, "What is left out")} == {"feedback", "post"}


def test_comments_are_counted_and_nobody_in_them_named(tmp_path):
    comment = (
        "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author_email>r@private.example</wp:comment_author_email>"
        "<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_approved>{}</wp:comment_approved></wp:comment>"
    )
    report = planned(tmp_path, post(1, extra=comment.format(1) + comment.format(0) + comment.format("spam")))
    assert {row[:2] for row in rows(report, "Comments")} == {
        ("public", 1),
        ("waiting for approval", 1),
        ("spam or thrown away", 1),
    }
    assert "private.example" not in report.as_json() and "192.0.2" not in report.as_json()


def test_an_example_is_named_by_its_title(tmp_path):
    report = planned(tmp_path, post(1, "[strange_form]", title="Ports"), post(2, "[strange_form]", title=""))
    assert rows(report, "Shortcodes")[0][3] == "Ports (1); – (2)"


def test_files_are_looked_for_among_the_uploads(tmp_path):
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    records = (attachment(8, "2020/03/a.png"), attachment(9, "2020/03/b.png"), attachment(10, "2020/03/c.pdf"))
    report = planned(tmp_path, *records, uploads=tmp_path)
    assert rows(report, "Files") == [
        ("found", 1, ""),
        ("missing", 1, ""),
        ("no pictures: not brought yet", 1, ""),
        ("missing", 1, "2020/03/b.png"),
    ]


@pytest.mark.parametrize(
    ("link", "why"),
    [
        (f"{BASE}/text-2/", None),
        (f"{BASE}/TEXT-2#place", None),
        ("/blog/?p=2", None),
        (f"{BASE}/category/gas/", None),
        (f"{BASE}/2020/03/", None),
        (f"{BASE}/wp-content/uploads/2020/03/report.pdf", None),
        ("https://elsewhere.example/gone/", None),
        ("#place", None),
        (f"{BASE}/gone/", "nothing in the export stands there"),
        ("/blog/?p=77", "nothing in the export stands there"),
        (f"{BASE}/text-3/", "it is not public"),
        ("/blog/?p=3", "it is not public"),
    ],
)
def test_links_that_lead_nowhere_are_told(tmp_path, link, why):
    report = planned(tmp_path, post(1, f'<a href="{link}">x</a>'), post(2), post(3, status="private"))
    assert [row[3] for row in rows(report, "Links")] == ([why] if why else [])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("It’s said".encode().decode("cp1252"), "mojibake"),
        ("امس".encode().decode("cp1252"), "mojibake"),
        ("café".encode().decode("latin-1"), "mojibake"),
        ("It’s a café in Århus, Ålesund, Ø and Ð", None),
        ("caf\ufffd", "lost letters"),
        ("<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> branch\n", "conflict"),
        ("<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->\nTwo\n\nThree", "loose text"),
        ("<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->\n\n<p>Two</p>\n\n<p>Three</p>", None),
        ("One\n\nTwo", None),
    ],
)
def test_what_should_be_looked_at_is_told(text, what):
    assert [kind for kind, _ in remarks(text)] == ([what] if what else [])


def test_a_site_without_a_name_is_known_by_where_its_posts_stood(tmp_path):
    path = written(tmp_path, post(1), post(2), base="")
    told = command.run([path], tmp_path / "imports", lambda what, done, of: None)
    assert told.report.base == "https://institute.example"


def test_a_number_used_twice_loses_neither_post(tmp_path):
    first, second = post(1, title="Ports"), post(1, title="Gas", slug="gas").replace("?p=1<", "?p=one<")
    report = planned(tmp_path, first, second)
    assert report.counts == {"live": 2}
    assert any("has the number of “Ports”" in row[2] for row in rows(report, "To be looked at"))


@pytest.mark.parametrize("turn", [1, -1])
def test_a_post_that_is_there_twice_and_hidden_once_is_hidden(tmp_path, turn):
    report = planned(tmp_path, *[post(1), post(1, status="private")][::turn])
    assert report.counts == {"staff": 1}


def test_k7_a_report_that_is_kept_is_told_to_each_in_their_own_language(tmp_path):
    report = planned(tmp_path, post(1, status="private"), post(2, f'<a href="{BASE}/gone/">x</a>', title="Why"))
    kept = report.kept()
    with translation.override("ru"):
        told = {str(one.title): one for one in tables(kept)}
        links = told["Ссылки внутри сайта, которые никуда не ведут"]
        assert [str(one) for one in links.columns] == ["число", "заголовок", "ссылка", "почему"]
        assert [str(cell) for cell in links.rows[0]][1:] == ["Why", "/gone/", "в выгрузке там ничего нет"]
        assert "закрыто: только для сотрудников" in map(str, told["Что не будет открыто для всех и почему"].rows[0])


def test_k7_the_reports_files_are_in_english_whoever_runs_it(tmp_path):
    with translation.override("ur"):
        report = planned(tmp_path, post(1, status="private"))
        for told in (report.as_text(), report.as_html(), report.as_json()):
            assert "What will not be public, and why" in told and "private: staff only" in told
