"""Anchors are unique and readable, levels are never skipped, and headings nest as they say. Rows A1, A4."""

from hypothesis import given
from hypothesis import strategies as st

from communique.text.headings import RESERVED, Heading, anchor, anchors, outline, settled, skips


def test_an_anchor_keeps_its_script():
    assert anchor("گوادر کی بندرگاہ") == "گوادر-کی-بندرگاہ"


def test_equal_headings_get_different_anchors():
    assert anchors(["Results", "Results", "Results"]) == ["results", "results-2", "results-3"]


def test_an_anchor_never_takes_one_of_the_skeletons():
    assert anchor("Contents") == "contents-section"


def test_a_heading_without_letters_has_an_anchor_too():
    assert anchors(["***", "***"]) == ["section", "section-2"]


def test_anchors_already_given_are_left_alone():
    assert anchors(["Gas"], taken=["gas"]) == ["gas-2"]


def test_headings_nest_by_level():
    first, below, second = Heading("A", 2, "a"), Heading("B", 3, "b"), Heading("C", 2, "c")
    sections = outline([first, below, second])
    assert [section.heading for section in sections] == [first, second]
    assert sections[0].sections[0].heading == below


def test_a_skipped_level_stands_below_the_one_above_it():
    sections = outline([Heading("A", 2, "a"), Heading("B", 4, "b"), Heading("C", 3, "c")])
    assert [section.heading.text for section in sections[0].sections] == ["B", "C"]


@given(st.lists(st.text(max_size=12)))
def test_anchors_are_all_different_and_none_is_reserved(texts):
    given_out = anchors(texts)
    assert len(set(given_out)) == len(texts)
    assert not RESERVED & set(given_out)


def test_a_heading_two_levels_down_is_a_skip_and_the_way_up_is_not():
    assert skips([2, 4, 4, 2, 3, 4, 2]) == [1]
    assert skips([3, 2]) == [0]


def test_skipped_levels_are_closed_up_and_the_order_of_rank_is_kept():
    assert settled([2, 4, 4, 3, 2, 3]) == [2, 3, 3, 3, 2, 3]
    assert settled([3, 4, 2]) == [2, 3, 2]


@given(st.lists(st.integers(2, 6)), st.integers(1, 3))
def test_settled_levels_skip_nothing_and_are_left_alone_if_nothing_was_skipped(levels, above):
    assert skips(settled(levels, above), above) == []
    if min(levels, default=9) > above and not skips(levels, above):
        assert settled(levels, above) == levels
