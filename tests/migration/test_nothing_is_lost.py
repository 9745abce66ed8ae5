"""For texts of all kinds: every word that readers could read can still be read, in order, and nothing falls over."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.migration.wordpress.conversion import convert
from communique.text.plain import text_of

from .reader import page

KNOWN = (
    *("amber", "basalt", "cedar", "delta", "ember", "fjord", "grain", "harbour", "iris", "juniper"),
    *("کتاب", "نص", "слово"),
)
WORDS = st.sampled_from(KNOWN)
INLINE = ("b", "em", "span", "code", "sub", "u", 'a href="https://a.example/"', "font", "small", 'abbr title="x"', "q")
BLOCKS = (
    *("p", "div", "h2", "h3", "h5", "blockquote", "section", "ul><li", "ol><li", "table><tr><td", "pre", "figure"),
    *("dl><dd", "details><summary", "center", "article", "form", "figure><figcaption", "address", "ol start=3><li"),
)
JOINTS = st.sampled_from(
    ["\n\n", "\n", " ", " <br> ", "<br><br>", "\r\n\r\n", " \n <hr> ", "<!--more-->\n", "&nbsp;\n"]
)
SHORTCODES = st.sampled_from(
    [
        "[strange_form]",
        '[x y="1"]',
        "[gallery]",
        "[su_box]",
        "[/su_box]",
        "[vc_row]",
        "[caption]",
        "[/caption]",
        "[sic]",
    ]
)
COMMENTS = st.sampled_from(
    [
        *("<!-- wp:paragraph -->", "<!-- /wp:paragraph -->", '<!-- wp:acme/x {"a":1} -->', "<!-- /wp:acme/x -->"),
        *("<!-- wp:group -->", "<!-- wp:spacer /-->", "<!-- wp:acme/form /-->", "<!-- note -->"),
    ]
)


def tagged(names: tuple[str, ...], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def wrap(name: str, text: str) -> str:
        closing = "".join(f"</{part.split()[0]}>" for part in reversed(name.split("><")))
        return f"<{name}>{text}{closing}"

    return st.builds(wrap, st.sampled_from(names), inner)


def joined(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.tuples(part, JOINTS), min_size=1, max_size=4).map(
        lambda parts: "".join(text + joint for text, joint in parts)
    )


LINE = st.recursive(
    WORDS, lambda inner: tagged(INLINE, st.lists(inner, min_size=1, max_size=3).map(" ".join)), max_leaves=5
)
TEXT = st.recursive(
    joined(LINE | SHORTCODES.map(lambda code: f" {code} ") | COMMENTS),
    lambda inner: joined(inner | tagged(BLOCKS, inner) | tagged(INLINE, inner)),
    max_leaves=10,
)


def words(text: str) -> list[str]:
    return re.findall("|".join(KNOWN), text)


@settings(max_examples=250, deadline=None)
@given(TEXT)
@example("<b>amber<ul><li>basalt</b> cedar</ul>")
@example("<table>amber<tr><td>basalt</td></tr></table>")
@example("<figure><figcaption><ul><li>amber</li></ul></figcaption></figure>")
@example("<blockquote><cite>amber</cite></blockquote>")
def test_every_word_can_still_be_read(text):
    shown = words(text_of(page(convert(text).body)))
    assert Counter(shown) == Counter(words(text))


@settings(max_examples=150, deadline=None)
@given(st.text("<>/![]-=\"' \n\tabpdivwp:&;{}\ufdd0\ufdd10", max_size=120))
def test_no_text_makes_it_fall_over(text):
    convert(text)


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_no_shortcode_and_no_comment_gets_through(text):
    shown = page(convert(text).body)
    assert not re.search(r"\[/?(?:x y|gallery|su_box|vc_row|caption)", shown)
    assert "<!--" not in shown and "wp:" not in shown
