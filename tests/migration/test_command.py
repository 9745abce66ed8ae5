"""The command tells what it would do, does it when told to, and refuses in one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.cli.endings import run
from communique.cli.importing import command
from communique.content.models import PlainPage
from communique.sections.articles.models import ArticlePage

from .exports import AUTHOR, export, post, written


@pytest.fixture
def say(mover, site, capsys):
    """Say something to the command, as one would at the site's folder."""

    def said(*arguments: object) -> SimpleNamespace:
        code = run(command, ["wordpress", *map(str, arguments), "--data", str(site)])
        out, err = capsys.readouterr()
        return SimpleNamespace(exit_code=code, stdout=out, stderr=err, output=out + err)

    return said


def test_without_more_words_it_only_tells(say, tmp_path):
    told = say(written(tmp_path, AUTHOR, post(1), post(2, status="draft", title="Hidden"), post(3, kind="page")))
    assert told.exit_code == 0
    assert "Articles   1 to be published, 1 to stay hidden" in told.stdout
    assert "Nothing was written." in told.stdout
    assert not ArticlePage.objects.exists()


def test_when_told_to_apply_it_does_and_says_what(say, tmp_path):
    path = written(tmp_path, AUTHOR, post(1, "[strange_form]"), post(3, kind="page"))
    told = say(path, "--apply")
    assert told.exit_code == 0, told.output
    assert "Texts      2 brought in, 0 already here" in told.stdout
    assert ArticlePage.objects.live().count() == 1 == PlainPage.objects.live().count()
    assert "Texts      0 brought in, 2 already here" in say(path, "--apply").stdout


def test_the_report_is_kept_with_the_site_for_people_and_programs(say, tmp_path, site):
    say(written(tmp_path, AUTHOR, post(1)))
    folder = site / "data" / "imports"
    assert "<h1>Import of The Institute</h1>" in (folder / "import-report.html").read_text()
    assert json.loads((folder / "import-report.json").read_text())["counts"] == {"live": 1}


def test_a_refusal_is_one_sentence_with_the_line_and_nothing_is_written(say, tmp_path):
    path = tmp_path / "export.xml"
    path.write_text(export(post(1), post(2))[:-400])
    told = say(path, "--apply")
    assert told.exit_code == 65
    assert "export.xml, line" in told.stderr and "ends too early" in told.stderr
    assert "Traceback" not in told.output
    assert not ArticlePage.objects.exists()


def test_a_file_that_is_not_there_is_told(say, tmp_path):
    told = say(Path("nothing.xml"))
    assert told.exit_code == 66
    assert "nothing.xml is not there" in told.stderr
