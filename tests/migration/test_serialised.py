"""Values that PHP serialised are read as far as they are numbers, texts and lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.migration.wordpress import serialised
from communique.migration.wordpress.serialised import Unreadable


def written(value: object) -> str:
    """As PHP writes it."""
    match value:
        case None:
            return "N;"
        case bool():
            return f"b:{int(value)};"
        case int():
            return f"i:{value};"
        case float():
            return f"d:{value!r};"
        case str():
            return f's:{len(value.encode())}:"{value}";'
        case dict():
            return f"a:{len(value)}:{{{''.join(written(k) + written(v) for k, v in value.items())}}}"
    raise TypeError(value)


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: st.dictionaries(st.integers(0, 9) | st.sampled_from(["file", "ключ"]), inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_what_php_writes_is_read(value):
    assert serialised.read(written(value)) == value


@given(st.text(max_size=60) | st.text('abdinsOCN:;{}"0123456789', max_size=60))
def test_anything_else_is_refused_in_words(text):
    try:
        serialised.read(text)
    except Unreadable as refusal:
        assert str(refusal)


def test_a_length_changed_by_line_ends_is_forgiven():
    assert serialised.read('a:1:{s:4:"text";s:10:"one\ntwo\nx";}') == {"text": "one\ntwo\nx"}


@pytest.mark.parametrize("value", ['O:8:"stdClass":0:{}', 'C:3:"Foo":0:{}', 'E:5:"A:B:C";', "a:1:{i:0;R:1;}"])
def test_objects_are_refused(value):
    with pytest.raises(Unreadable, match="objects"):
        serialised.read(value)


def test_depth_and_size_have_limits():
    with pytest.raises(Unreadable, match="deep"):
        serialised.read("a:1:{i:0;" * 40 + "N;" + "}" * 40)
    with pytest.raises(Unreadable):
        serialised.read("a:999999999:{}")
