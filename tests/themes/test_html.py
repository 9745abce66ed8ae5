"""Sample pages as HTML: the standard's parser finds no error in them, and the W3C's validator none besides. Row A1."""

from __future__ import annotations

import os
import shutil
import subprocess

import html5lib
import pytest

from . import samples
from .pages import LIVING, PAGES, page

# Safari takes a list without bullets for none, unless it is told.
ON_PURPOSE = ".*The “list” role is unnecessary for element “ul”.*"

VALIDATOR = os.environ.get("COMMUNIQUE_TEST_VNU", "")


@pytest.mark.parametrize("language", samples.LANGUAGES)
@pytest.mark.parametrize("name", [*PAGES, *LIVING])
def test_a1_the_parser_of_the_standard_finds_no_error(name, language):
    parser = html5lib.HTMLParser()
    parser.parse(page(name, language))
    assert [(place, html5lib.constants.E[code] % told) for place, code, told in parser.errors] == []


@pytest.mark.soak
@pytest.mark.skipif(
    not (VALIDATOR and shutil.which("java")), reason="needs Java, and COMMUNIQUE_TEST_VNU=… that names a vnu.jar"
)
def test_a1_the_validator_of_the_w3c_finds_nothing(tmp_path):
    for name in (*PAGES, *LIVING):
        for language in samples.LANGUAGES:
            (tmp_path / f"{name}.{language}.html").write_text(page(name, language), encoding="utf-8")
    how = ["--format", "gnu", "--filterpattern", ON_PURPOSE]
    told = subprocess.run(
        ["java", "-jar", VALIDATOR, *how, *sorted(map(str, tmp_path.iterdir()))], capture_output=True, text=True
    )
    assert told.stderr.splitlines() == []
    assert told.returncode == 0
