"""Which way a language runs, and which script a text is in."""

import pytest

from communique.text.scripts import direction, direction_of, dominant, own_name


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "ltr"), ("ru", "ltr"), ("ur", "rtl"), ("ar", "rtl"), ("ur-PK", "rtl"), ("AR_eg", "rtl")],
)
def test_a_language_runs_its_way(language, expected):
    assert direction(language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gas and зерно", "Latin"),
        ("Зерно и gas", "Cyrillic"),
        ("گوادر (Gwadar) کی بندرگاہ", "Arabic"),
        ("2026 – 12", "Other"),
        ("", "Other"),
    ],
)
def test_a_text_is_in_the_script_of_most_of_its_letters(text, expected):
    assert dominant(text) == expected


def test_a_text_runs_as_its_script_does():
    assert direction_of("«گیس» (gas)") == "rtl"
    assert direction_of("2026") == "ltr"


def test_a_language_is_named_in_itself():
    assert [own_name(code) for code in ("en", "ur", "ar", "ru", "fi")] == [
        "English",
        "اردو",
        "العربية",
        "Русский",
        "fi",
    ]
