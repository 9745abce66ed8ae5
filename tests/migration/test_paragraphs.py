"""Paragraphs as WordPress shows them, rule by rule: what was stored, and what readers get."""

from __future__ import annotations

import pytest

from communique.migration.wordpress.conversion import convert

from .reader import page

CLASSIC = {
    "nothing": ("", ""),
    "only spaces": (" \n\n \r\n ", ""),
    "one line": ("Words", "<p>Words</p>"),
    "a blank line": ("One\n\nTwo", "<p>One</p><p>Two</p>"),
    "Windows line ends": ("One\r\n\r\nTwo\rThree", "<p>One</p><p>Two<br/>Three</p>"),
    "a blank line with spaces": ("One\n \t \nTwo", "<p>One</p><p>Two</p>"),
    "many blank lines": ("One\n\n\n\nTwo", "<p>One</p><p>Two</p>"),
    "a single newline": ("One\nTwo", "<p>One<br/>Two</p>"),
    "two breaks": ("One<br><br />Two", "<p>One</p><p>Two</p>"),
    "two breaks on two lines": ("One<br />\n<br />Two", "<p>One</p><p>Two</p>"),
    "a break and its newline": ("One<br />\nTwo", "<p>One<br/>Two</p>"),
    "already in paragraphs": ("<p>One</p>\n<p>Two</p>", "<p>One</p><p>Two</p>"),
    "some in paragraphs, some bare": ("<p>One</p>\n\nTwo\n\n<p>Three</p>", "<p>One</p><p>Two</p><p>Three</p>"),
    "bare text after a paragraph": ("<p>One</p>Two", "<p>One</p><p>Two</p>"),
    "a blank line inside a paragraph": ("<p>One\n\nTwo</p>", "<p>One</p><p>Two</p>"),
    "no newline beside a block": ("One\n<h2>Two</h2>\nThree", '<p>One</p>\n<h2 id="two">Two</h2>\n<p>Three</p>'),
    "an empty paragraph": ("<p></p>One<p> </p>", "<p>One</p>"),
    "a paragraph of a hard space": ("One\n\n&nbsp;\n\nTwo", "<p>One</p><p>Two</p>"),
    "formatting through a blank line": ("<em>One\n\nTwo</em> end", "<p><i>One</i></p><p><i>Two</i> end</p>"),
    "formatting never closed": ("<strong>One\n\nTwo", "<p><b>One</b></p><p><b>Two</b></p>"),
    "a list": ("<ul>\n<li>One</li>\n\n<li>Two</li>\n</ul>", "<ul><li>One</li><li>Two</li></ul>"),
    "a line break in a list": ("<ul><li>One\nTwo</li></ul>", "<ul><li>One<br/>Two</li></ul>"),
    "verbatim text": ("<pre>a\n\n  b</pre>", "<pre><code>a\n\n  b</code></pre>"),
    "a quotation": ("<blockquote>One\n\nTwo</blockquote>", "<blockquote><p>One</p><p>Two</p></blockquote>"),
    "text in a div": ("<div>One\n\nTwo</div>", "<p>One</p><p>Two</p>"),
    "text before a div": ("One\n<div>Two</div>", "<p>One</p><p>Two</p>"),
    "a lone rule": ("One\n\n<hr />\n\nTwo", "<p>One</p>\n<hr>\n<p>Two</p>"),
    "a shortcode alone": ("One\n\n[strange_thing]\n\nTwo", "<p>One</p>\n<p>Two</p>"),
    "a shortcode alone on its line": ("One\n[strange_thing]\nTwo", "<p>One</p>\n<p>Two</p>"),
    "a shortcode in a line": ('One [x y="1"] two', "<p>One two</p>"),
    "what a shortcode encloses": ("[su_box]\n\nOne\n\n[/su_box]\n\nTwo", "<p>One</p><p>Two</p>"),
    "more and further pages": ("One<!--more-->\n\nTwo\n<!--nextpage-->\nThree", "<p>One</p><p>Two</p><p>Three</p>"),
    "a script": ("One<script>\n\nalert(1)\n\n</script>Two", "<p>OneTwo</p>"),
    "an address alone": (
        "One\nhttps://youtu.be/abcdefghijk\nTwo",
        '<p>One</p>\n<p class="embed"><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p>'
        "\n<p>Two</p>",
    ),
    "an address of no provider": ("https://example.org/x", "<p>https://example.org/x</p>"),
    "an address in a line": ("See https://youtu.be/abcdefghijk", "<p>See https://youtu.be/abcdefghijk</p>"),
    "a newline inside a tag": ('<a\nhref="https://a.example"\n>One</a>', '<p><a href="https://a.example">One</a></p>'),
    "text in a cell": ("<table><tr><td>One\n\nTwo</td></tr></table>", None),
    "options": ("<select><option>One\nTwo</option><option>Three</option></select>", "<p>One Two</p><p>Three</p>"),
}


@pytest.mark.parametrize(("stored", "shown"), CLASSIC.values(), ids=CLASSIC.keys())
def test_classic_text(stored, shown):
    got = page(convert(stored).body)
    if shown is not None:
        assert got == shown
    else:
        assert "<p>One</p><p>Two</p>" in got.replace("\n", "")


BLOCKS = {
    "a paragraph": ("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->", "<p>One two</p>"),
    "breaks stay": ("<!-- wp:paragraph --><p>One<br><br>Two</p><!-- /wp:paragraph -->", "<p>One<br/><br/>Two</p>"),
    "loose text is divided": ("<!-- wp:spacer /-->\nOne\n\nTwo", "<p>One</p><p>Two</p>"),
    "an address alone": (
        "<!-- wp:paragraph --><p>https://youtu.be/abcdefghijk</p><!-- /wp:paragraph -->",
        '<p class="embed"><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p>',
    ),
}


@pytest.mark.parametrize(("stored", "shown"), BLOCKS.values(), ids=BLOCKS.keys())
def test_text_of_the_block_editor(stored, shown):
    assert page(convert(stored).body) == shown


STAND_ALONE = (
    *("div", "address", "form", "fieldset", "legend", "section", "article", "aside", "header", "footer", "nav", "main"),
    *("hgroup", "center", "summary", "figcaption", "figure", "dd", "dt", "li", "td", "caption", "map"),
)


@pytest.mark.parametrize("tag", STAND_ALONE)
def test_rule_4_a_block_stands_alone_and_no_break_beside_it(tag):
    assert page(convert(f"One\n<{tag}>Two</{tag}>\nThree").body) == "<p>One</p><p>Two</p><p>Three</p>"


VIMEO = "https://vimeo.com/12345678"
RULES = {
    "2: styles and drawings": ("One <style>\n\n.x{}\n\n</style><svg>\n\n<text>x</text></svg>two", "<p>One two</p>"),
    "2: code": ("[php]\n$a;\n\n<b>[x]</b>\n[/php]", "<pre><code>$a;\n\n&lt;b&gt;[x]&lt;/b&gt;</code></pre>"),
    "4: a list": ("One\n<ul><li>Two</li></ul>\nThree", "<p>One</p>\n<ul><li>Two</li></ul>\n<p>Three</p>"),
    "4: a quotation": (
        "One\n<blockquote>Two</blockquote>\nThree",
        "<p>One</p>\n<blockquote><p>Two</p></blockquote>\n<p>Three</p>",
    ),
    "5: no break in a caption": (
        '<figure><img src="/x.jpg"><figcaption>One\nTwo</figcaption></figure>',
        "<figure><figcaption>One Two</figcaption></figure>",
    ),
    "5: nor in what is played": ('<video src="a.mp4">\n<source src="b">\n</video>One', "<p>One</p>"),
    "5: nor in a heading": ("<h2>One\nTwo</h2>", '<h2 id="one-two">One Two</h2>'),
    "6: a lone block": ("<div>\n</div>\n\n<hr>", "<hr>"),
    "6: an address": ("<address>One\n\nTwo</address>", "<p>One</p><p>Two</p>"),
    "6: an entry is no paragraph": ("<ul><li>One</li>\n<li>Two</li></ul>", "<ul><li>One</li><li>Two</li></ul>"),
    "6: unless blank lines divide it": (
        "<ul><li>One\n\nTwo</li></ul>",
        "<div><ul><li><p>One</p><p>Two</p></li></ul></div>",
    ),
    "7: mixed": ("<p>One</p>\n\nTwo\n<p>Three</p>Four", "<p>One</p><p>Two</p><p>Three</p><p>Four</p>"),
    "8: a paragraph of a shortcode": ("<p>[strange_thing]</p>\n<p>One</p>", "<p>One</p>"),
    "8: hard spaces": ("One\n\n<p>&nbsp;</p>&nbsp;\n\nTwo", "<p>One</p><p>Two</p>"),
    "9: marks stay as typed": ("\"One\" -- it's 'two'... 3x4", "<p>\"One\" -- it's 'two'... 3x4</p>"),
    "10: an address in a paragraph": (f"<p>{VIMEO}</p>", f'<p class="embed"><a href="{VIMEO}">{VIMEO}</a></p>'),
    "11: a caption after the picture": (
        '[caption width="3"]<img src="/x.jpg" /> One [sic] two[/caption]',
        "<figure><figcaption>One [sic] two</figcaption></figure>",
    ),
    "11: a caption as an attribute": (
        '[caption id="a" caption="One &lt;em&gt;two&lt;/em&gt;"]<img src="/x.jpg">[/caption]',
        "<figure><figcaption>One <i>two</i></figcaption></figure>",
    ),
    "12: the anchor of a heading": ('<h2 id="why">One</h2>', '<h2 id="why">One</h2>'),
}


@pytest.mark.parametrize(("stored", "shown"), RULES.values(), ids=RULES.keys())
def test_rule(stored, shown):
    assert page(convert(stored).body) == shown
