"""An excerpt ends where a reader would pause."""

from hypothesis import given
from hypothesis import strategies as st

from communique.text.excerpts import excerpt
from communique.text.plain import text_of


def test_a_short_text_is_given_whole():
    assert excerpt("<p>Gas &amp; grain.</p>") == "Gas & grain."


def test_a_long_text_ends_with_a_sentence_if_one_ends_late_enough():
    assert excerpt("One sentence here. " + "word " * 20, longest=30) == "One sentence here."


def test_otherwise_it_ends_between_words_with_an_ellipsis():
    assert excerpt("Ports, grain and gas of the Gulf", longest=13) == "Ports, grain…"


def test_an_urdu_full_stop_ends_a_sentence():
    assert excerpt("یہ پہلا جملہ ہے۔ " + "لفظ " * 20, longest=24) == "یہ پہلا جملہ ہے۔"


def test_a_decimal_point_ends_nothing():
    assert excerpt("Growth was some 3.5 per cent that year", longest=22) == "Growth was some 3.5…"


@given(st.text(), st.integers(min_value=5, max_value=50))
def test_an_excerpt_is_never_longer_than_asked(text, longest):
    assert len(excerpt(text, longest=longest)) <= longest


def test_blocks_are_parted_by_a_space_and_scripts_are_not_read():
    assert text_of("<h2>Gas</h2><p>and <b>gr</b>ain</p><script>x()</script><!-- no -->") == "Gas and grain"


def test_a_less_than_sign_in_text_stays():
    assert text_of("if a < b, then") == "if a < b, then"
