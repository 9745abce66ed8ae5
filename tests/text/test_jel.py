"""JEL codes are a letter and up to two digits."""

import pytest

from communique.text import jel


@pytest.mark.parametrize("written", ["F15, O19", "f15 o19", "JEL codes: F15; O19", "JEL: F15، O19", "F15,O19, F15"])
def test_they_are_read_however_they_are_parted(written):
    assert jel.codes(written) == ("F15", "O19") and jel.wrong(written) == ()


@pytest.mark.parametrize("code", ["A", "F1", "F15", "R58", "Y80", "Z13"])
def test_a_letter_a_part_and_a_part_of_that_are_codes(code):
    assert jel.wrong(code) == ()


@pytest.mark.parametrize("code", ["S1", "F155", "15", "FF", "F-1", "Trade", "F١٥"])
def test_what_can_be_none_is_told(code):
    assert jel.wrong(f"O19, {code}") == (code.upper(),)
