import pytest

from communique.press.serving.conditional import has_it, is_another
from communique.press.serving.encodings import preference
from communique.press.serving.languages import Languages


@pytest.mark.parametrize(
    ("accept", "order"),
    [
        (None, ("identity",)),
        ("", ("identity",)),
        ("gzip, deflate, br, zstd", ("br", "gzip", "identity")),
        ("gzip;q=1.0, br;q=0.5", ("gzip", "br", "identity")),
        ("gzip;q=0, br;q=0", ("identity",)),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0", ("identity",)),
        ("gzip, *;q=0", ("gzip", "identity")),
        ("identity, gzip;q=0.5", ("identity", "gzip")),
        ("GZIP", ("gzip", "identity")),
        ("x-gzip", ("gzip", "identity")),
        ("gzip;q=nonsense", ("identity",)),
        ("zstd", ("identity",)),
    ],
)
def test_encodings_come_in_the_readers_order_and_then_ours(accept, order):
    assert preference(accept) == order


@pytest.mark.parametrize(
    ("header", "known"),
    [('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"b"', False), ('"xax"', False), ("a", False)],
)
def test_entity_tags_are_compared_weakly_to_save_sending(header, known):
    assert has_it(header, '"a"') is known


@pytest.mark.parametrize(("header", "another"), [('"a"', False), ('"b", "a"', False), ("*", False), ('W/"a"', True)])
def test_entity_tags_are_compared_strongly_to_refuse(header, another):
    assert is_another(header, '"a"') is another


@pytest.mark.parametrize(
    ("path", "accept", "language"),
    [
        ("/ur/x/", "en", "ur"),
        ("/x/", "ur, en", "ur"),
        ("/x/", "en;q=0.2, ur;q=0.9", "ur"),
        ("/x/", "ur;q=0, fr", "en"),
        ("/x/", None, "en"),
        ("/x/", ";;q=,", "en"),
    ],
)
def test_a_language_is_chosen_by_path_then_by_the_reader_then_by_the_home_page(path, accept, language):
    assert Languages(["~404/ar", "~404/en", "~404/ur"]).choose("404", path, accept, "en") == language


def test_without_a_printed_piece_there_is_no_language():
    assert Languages([]).choose("404", "/x/", "en", "en") is None
