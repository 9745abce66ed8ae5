"""Numbers as people write them, in four languages. Row A19."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text import numbers
from communique.text.numbers import NotANumber

LANGUAGES = st.sampled_from(["en", "ur", "ar", "ru"])
VALUES = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=3) | st.integers(
    -(10**12), 10**12
).map(Decimal)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("1204", "1204"), ("1,204", "1204"), ("1,204.50", "1204.50"), (" 3.5 ", "3.5"), (".5", "0.5"), ("+7", "7")),
        *(("−3.5", "-3.5"), ("–3", "-3"), ("(1,204)", "-1204"), ("12 %", "12"), ("$1,204", "1204"), ("-$3", "-3")),
        *(
            ("12\u00a0040", "12040"),
            ("12’040", "12040"),
            ("12,34,567", "1234567"),
            ("1.5e6", "1500000"),
            ("2E-3", "0.002"),
        ),
        *(("۱۲۳", "123"), ("١٬٢٠٤٫٥", "1204.5"), ("٣٪", "3"), ("\u200f-5", "-5"), ("3\u20ac", "3")),
    ],
)
def test_numbers_are_read_as_they_are_written(text, value):
    assert numbers.read(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"), [("3,5", "3.5"), ("1.204,5", "1204.5"), ("1 204,5", "1204.5"), ("1,204", "1.204")]
)
def test_a_comma_may_stand_before_decimals(text, value):
    assert numbers.read(text, ",") == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "–", "-", "…", "n/a", "..", "\u200f"])
def test_what_says_that_there_is_no_number_is_none(text):
    assert numbers.read(text) is None


@pytest.mark.parametrize(
    "text",
    ["about 30", "1,2,3", "12,3", "1.2.3", "=SUM(A1)", "1e400", "1e-12", "9" * 40, "5 to 6", "²", "½", "1e", "3."],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumber):
        numbers.read(text)


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        *(
            (["3,5", "4"], ","),
            (["1,204", "3.5"], "."),
            (["1.204", "3,5"], ","),
            (["1,204,000"], "."),
            (["0.125"], "."),
        ),
        *((["12 040,5"], ","), (["1234,567"], ","), (["x", ""], "."), (["1,204"], ".")),
    ],
)
def test_numbers_that_belong_together_tell_their_sign_before_decimals(texts, sign):
    assert numbers.decimal_sign(texts, ".") == sign


def test_where_they_dont_tell_the_language_does_and_where_they_contradict_they_are_refused():
    assert numbers.decimal_sign(["1,204"], ",") == ","
    with pytest.raises(NotANumber, match=r"“2\.1” and “3,5” don’t agree"):
        numbers.decimal_sign(["3,5", "2.1"], ".")
    assert list(numbers.disagreeing(["3,5", "4", "2.1"])) == [2]


@pytest.mark.parametrize(
    ("value", "language", "told"),
    [
        *(("1204.50", "en", "1,204.50"), ("-3", "en", "−3"), ("999", "ur", "999"), ("1204567", "ar", "1,204,567")),
        *(
            ("1204.5", "ru", "1204,5"),
            ("12040", "ru", "12\u00a0040"),
            ("0.5", "ru-RU", "0,5"),
            ("1E+6", "xx", "1,000,000"),
        ),
    ],
)
def test_numbers_are_written_as_a_language_writes_them(value, language, told):
    assert numbers.printed(Decimal(value), language) == told


@given(VALUES, LANGUAGES)
def test_what_is_written_can_be_read_again(value, language):
    assert numbers.read(numbers.printed(value, language), numbers.decimal_of(language)) == value
    assert numbers.read(numbers.plain(value)) == value


@given(st.text("0123456789.,-+−–() %$eE٫٬٣۴’' \u00a0\u200fxn/a", max_size=14), st.sampled_from([".", ","]))
def test_no_text_makes_it_fall_over(text, sign):
    try:
        value = numbers.read(text, sign)
    except NotANumber as error:
        assert str(error)
    else:
        assert value is None or value.is_finite()
