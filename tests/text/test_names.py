"""Names as each language joins them."""

import pytest

from communique.text.names import initials, joined


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "A, B and C"), ("ur", "A، B اور C"), ("ar", "A، B وC"), ("ru", "A, B и C"), ("fi", "A, B and C")],
)
def test_names_are_joined_as_the_language_does(language, expected):
    assert joined(["A", "B", "C"], language) == expected


def test_one_name_stands_alone_and_two_have_no_comma():
    assert joined([], "en") == ""
    assert joined(["Amina"], "en") == "Amina"
    assert joined(["Amina", "Hamid"], "ru") == "Amina и Hamid"


def test_initials_leave_titles_out():
    assert initials("Dr. Amina Rahim Khan") == "AK"
    assert initials("Sana") == "S"
    assert initials("ڈاکٹر سارہ حمید") == "س"
    assert initials("") == ""
