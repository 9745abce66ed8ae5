"""Order of signs: what stands left and right of what when directions mix (rows K2, K3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text.bidi import in_order, levels

# As in the algorithm's own examples: capitals stand for letters that are written from right to left.
LETTERS = {chr(ord("A") + at): chr(0x05D0 + at) for at in range(26)}
ARABIC = {"@": "\u0628", "#": "\u0662"}  # a letter and a digit of Arabic


def shown(text: str, base: int) -> str:
    """The line as one sees it, each sign by its stand-in."""
    real = "".join({**LETTERS, **ARABIC}.get(sign, sign) for sign in text)
    return "".join(text[place] for place in in_order(levels(real, base)))


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("car means CAR.", 0, "car means RAC."),
        ("car MEANS CAR.", 1, ".RAC SNAEM car"),
        ("he said CAR 123 TODAY", 0, "he said YADOT 123 RAC"),
        ("AB 123 CD", 1, "DC 123 BA"),
        ("AB 1,234.50 CD", 1, "DC 1,234.50 BA"),
        ("AB 10-20 CD", 1, "DC 10-20 BA"),
        ("AB 50% CD", 1, "DC 50% BA"),
        ("ROAD (xyz) IN", 1, "NI |xyz| DAOR"),
        ("xyz (ROAD) in", 0, "xyz |DAOR| in"),
        ("xyz (ROAD) IS", 1, "SI |DAOR| xyz"),
        ("one TWO: three", 0, "one OWT: three"),
        ("@@ 12 @@", 1, "@@ 12 @@"),
        ("", 0, ""),
    ],
)
def test_k3_signs_stand_where_the_algorithm_puts_them(text, base, seen):
    assert shown(text, base).replace("(", "|").replace(")", "|") == seen  # which way a bracket opens is its font's


def test_k3_a_mark_stays_with_its_letter():
    urdu = "ب\u0650 abc"
    assert levels(urdu, 1)[:2] == [1, 1]


def test_k3_space_at_the_end_goes_with_the_paragraph():
    assert levels("abc ", 1) == [2, 2, 2, 1]
    assert levels("אב ", 0) == [1, 1, 0]


def test_k3_digits_after_arabic_are_arabic_numbers():
    assert levels("ب 12", 0) == [1, 1, 2, 2]


@given(st.text(), st.sampled_from([0, 1]))
def test_k3_any_text_has_an_order(text, base):
    assert sorted(in_order(levels(text, base))) == list(range(len(text)))
