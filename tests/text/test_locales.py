"""Locales: a language and its country, for those who ask for both."""

from __future__ import annotations

import pytest

from communique.text.locales import locale_of


@pytest.mark.parametrize(
    ("language", "locale"),
    [("ur", "ur_PK"), ("ur-in", "ur_IN"), ("pt_BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("en", "en_GB"), ("tlh", "")],
)
def test_a_language_brings_its_country_or_gets_the_usual_one(language, locale):
    assert locale_of(language) == locale
