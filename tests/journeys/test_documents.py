"""A reader takes a document along. Row E6."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]


def test_e6_a_document_is_downloaded_from_its_page_under_its_own_name(reader, running):
    reader.goto(f"{running.address}/days-at-anchor/")
    with reader.expect_download() as downloading:
        reader.click(".document a")
    assert downloading.value.suggested_filename == "days-at-anchor.csv"
    assert downloading.value.path().read_text("utf-8").splitlines()[:2] == ["Year,Days", "2019,3.1"]
