"""Which shortcodes the importer knows, held to the judge's list."""

from __future__ import annotations

import pytest

from communique.text.shortcode_names import KNOWN, belongs_to_a_family

from .reader import judge, shared


@pytest.mark.shared
def test_no_shortcode_of_the_judge_is_taken_for_text():
    shared()
    unknown = {name for name in judge().KNOWN_SHORTCODES if name not in KNOWN and not belongs_to_a_family(name)}
    assert unknown == set()
