"""The block editor's comments mark a text and never swallow it."""

from __future__ import annotations

from communique.migration.wordpress import blocks


def found(text: str) -> list[tuple[str, str]]:
    return [(comment.role, comment.name) for comment in blocks.find(text)]


def test_names_roles_and_attributes_are_read():
    opening, single, closing = blocks.find(
        '<!-- wp:group {"a":{"b":"\\u002d\\u002d\\u003e"}} --><!-- wp:acme/form {"id":3} /--><!-- /wp:group -->'
    )
    assert (opening.role, opening.name, opening.attributes) == ("opens", "core/group", {"a": {"b": "-->"}})
    assert (single.role, single.name, single.attributes) == ("stands", "acme/form", {"id": 3})
    assert closing.role == "closes" and opening.closed_at == closing.start


def test_other_comments_are_remarks():
    assert found("<!--more--> <!-- wp --> <!-- a wp:paragraph -->") == [
        ("remark", "more"),
        ("remark", "wp"),
        ("remark", "a wp:paragraph"),
    ]


def test_what_is_never_closed_has_no_end_and_closes_nothing_else():
    group, paragraph, *_ = blocks.find("<!-- wp:group --><!-- wp:paragraph -->x<!-- /wp:group --><!-- /wp:quote -->")
    assert group.closed_at is not None
    assert paragraph.closed_at is None


def test_broken_attributes_are_no_attributes():
    (comment,) = blocks.find('<!-- wp:image {"id":} -->')
    assert comment.attributes == {}


def test_a_comment_that_never_ends_does_not_swallow_the_text():
    assert blocks.without_unended('one <!-- wp:image {"id":3}\n<p>two</p>') == "one <p>two</p>"
    assert blocks.without_unended("one <!-- two") == "one two"
    assert blocks.without_unended("<!-- a --> b") == "<!-- a --> b"


def test_many_unclosed_blocks_take_no_time():
    text = "<!-- wp:a -->" * 20_000 + "<!-- /wp:b -->" * 20_000 + "<!-- /wp:a -->" * 20_000
    assert len(blocks.find(text)) == 60_000
