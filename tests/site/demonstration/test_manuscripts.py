"""A manuscript says what it means, and one that doesn't is refused with its file and line."""

import pytest

from communique.site.demonstration.manuscripts import Illegible, read
from communique.site.demonstration.markup import References, blocks, words
from communique.site.demonstration.texts import article, plain

HEAD = '+++\ntitle = "A pass"\nslug = "a-pass"\nstandfirst = "It is high."\n+++\n'
REFERENCES = References(page=lambda key: 12, picture=lambda name: 7, document=3)


@pytest.fixture
def written(tmp_path):
    def write(text, folder="en", name="a-pass.md"):
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return read(path)

    return write


def body(manuscript):
    return [(block["type"], block["value"]) for block in blocks(manuscript, REFERENCES)]


def test_paragraphs_keep_their_marks_and_links(written):
    manuscript = written(HEAD + "A *high* & **long** one,\nwith [more](article:en/more) and `code`.\n")
    link = '<a linktype="page" id="12">more</a>'
    assert body(manuscript) == [
        ("paragraph", f"<p>A <i>high</i> &amp; <b>long</b> one, with {link} and <code>code</code>.</p>")
    ]


def test_headings_get_their_anchors_each_its_own(written):
    manuscript = written(HEAD + "## Snow\n\n### Snow\n")
    assert body(manuscript) == [
        ("heading", {"text": "Snow", "level": 2, "anchor": "snow"}),
        ("heading", {"text": "Snow", "level": 3, "anchor": "snow-2"}),
    ]


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("۱. ", "۲. "), ("١. ", "٢. ")])
def test_lists_are_numbered_in_any_script(written, marks):
    manuscript = written(HEAD + f"{marks[0]}up\n{marks[1]}down\n")
    assert body(manuscript) == [("list", "<ol><li>up</li><li>down</li></ol>")]


def test_a_quote_names_its_speaker(written):
    manuscript = written(HEAD + "> Go round.\n> — A driver\n")
    assert body(manuscript) == [("quote", {"text": "<p>Go round.</p>", "attribution": "A driver"})]


def test_a_table_has_heads_rows_and_a_caption(written):
    [(kind, table)] = body(written(HEAD + "| a | b |\n|---|---|\n| 1 | 2 |\n|: Few\n"))
    assert kind == "table"
    assert [column["heading"] for column in table["columns"]] == ["a", "b"]
    assert table["rows"] == [{"values": ["<p>1</p>", "<p>2</p>"]}]
    assert table["caption"] == "Few"


def test_boxes_hold_paragraphs_and_lists(written):
    manuscript = written(HEAD + ":::aside Beside\nOne.\n\n- two\n:::\n\n:::details Below\nThree.\n:::\n")
    assert body(manuscript) == [
        ("aside", {"title": "Beside", "text": "<p>One.</p><ul><li>two</li></ul>"}),
        ("details", {"summary": "Below", "text": "<p>Three.</p>"}),
    ]


def test_figures_separators_and_the_document(written):
    [(_, figure), separator, document] = body(
        written(HEAD + '![A ridge](pass "Seen from below")\n\n***\n\n@document\n')
    )
    assert (figure["picture"], figure["alt"], figure["caption"]) == (7, "A ridge", "Seen from below")
    assert separator == ("separator", None) and document == ("document", 3)


def test_blocks_keep_their_ids_from_one_reading_to_the_next(written):
    manuscript = written(HEAD + "One.\n\nTwo.\n")
    first, again = blocks(manuscript, REFERENCES), blocks(manuscript, REFERENCES)
    assert first == again
    assert len({block["id"] for block in first}) == 2


def test_words_are_counted_as_a_reader_meets_them(written):
    assert words(blocks(written(HEAD + "## Two words\n\nAnd *three* more.\n"), REFERENCES)) == 5


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("title", 1, "opens with"),
        ("+++\ntitle = 1\n", 1, "not closed"),
        ("+++\ntitle = \n+++\n", 2, "Invalid value"),
    ],
)
def test_a_file_without_a_proper_head_is_refused(written, text, line, said):
    with pytest.raises(Illegible, match=rf"a-pass\.md:{line}: .*{said}"):
        written(text)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("## \n", 6, "heading is one line"),
        ("##### Deep\n", 6, "two to four #"),
        ("Fine.\n\n- one\ntwo\n", 9, "its own mark"),
        ("A **bold start.\n", 6, "opened or closed alone"),
        ("| a | b |\n|---|---|\n| 1 |\n", 8, "1 cells; its table has 2"),
        ("| a | b |\n| 1 | 2 |\n", 6, "a rule"),
        (":::aside Open\nNever closed.\n", 6, "not closed"),
        (":::sidebar Odd\nx\n:::\n", 6, "a box opens with"),
        (":::aside Deep\n## No\n:::\n", 7, "paragraphs and lists only"),
        ("![x](Big.png)\n", 6, "a figure is one line"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_its_line(written, text, line, said):
    with pytest.raises(Illegible, match=rf"a-pass\.md:{line}: .*{said}"):
        blocks(written(HEAD + text), REFERENCES)


def test_a_link_that_leads_nowhere_is_refused_with_its_line(written):
    def lost(key):
        raise LookupError(f"there is no text {key!r}.")

    with pytest.raises(Illegible, match=r"a-pass\.md:8: .*there is no text"):
        blocks(written(HEAD + "Fine.\n\nSee [there](article:en/gone).\n"), References(lost, lost, 3))


def test_a_head_says_all_it_must_and_no_more(written):
    with pytest.raises(Illegible, match=r"a-pass\.md:4: 'mood' is not understood"):
        plain(written('+++\ntitle = "x"\nslug = "x"\nmood = "x"\nstandfirst = "x"\n+++\n'))
    with pytest.raises(Illegible, match="lacks 'slug'"):
        plain(written('+++\ntitle = "x"\nstandfirst = "x"\n+++\n'))


ARTICLE = """+++
title = "A pass"
kicker = "Snow"
standfirst = "It is high."
type = "commentary"
published = 2024-01-02T03:04:05Z
topics = ["corridors"]
picture = "pass"
picture_alt = "A pass"
contributors = [{ person = "hina-marjanpuri", role = "author" }]
+++
It is.
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2024-01-02T03:04:05Z", "2024-01-02", "a-pass.md:6: published is a date with time and zone"),
        ('kicker = "Snow"', 'kicker = "Snow"\nstate = "maybe"', "a-pass.md:4: state 'maybe' is not understood"),
        ('kicker = "Snow"', 'kicker = "Snow"\noriginal = "ru"', "a-pass.md:4: original 'ru'"),
        ("person =", "name =", "a-pass.md:10: a contributor is"),
    ],
)
def test_an_articles_head_is_checked_value_by_value(written, before, after, said):
    assert article(written(ARTICLE)).title == "A pass"
    with pytest.raises(Illegible, match=said):
        article(written(ARTICLE.replace(before, after)))


def test_footnotes_say_what_they_are_below(written):
    manuscript = written(HEAD + "High[^a] and long[^a].\n\n[^a]: By *any* measure.\n")
    [(kind, text)] = body(manuscript)
    assert kind == "paragraph" and text.count('<footnote key="a" note="By &lt;i&gt;any&lt;/i&gt; measure.">') == 2


def test_a_pull_quote_and_a_column_of_names(written):
    manuscript = written(HEAD + ">> Go round.\n\n| a | b |\n|=|---|\n| 1 | 2 |\n")
    (_, quote), (_, table) = body(manuscript)
    assert quote == {"text": "Go round.", "attribution": ""}
    assert [column["type"] for column in table["columns"]] == ["name", "text"]


def test_a_chart_has_its_words_and_its_data(written):
    manuscript = written(HEAD + ":::chart line Snow\nunit: Metres\nsource: A *rod*\n---\nYear,Snow\n\n2019,3\n:::\n")
    [(kind, chart)] = body(manuscript)
    assert kind == "chart" and chart["data"] == "Year,Snow\n\n2019,3"
    assert (chart["title"], chart["kind"], chart["unit"], chart["source"]) == ("Snow", "line", "Metres", "A *rod*")
    assert chart["anchor"] == "snow"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("High[^b].\n", r"says what \[\^b\] is"),
        ("[^a]: One.\n\n[^a]: Two.\n", "said twice"),
        (":::chart pie Snow\n---\na,b\n:::\n", "opens with ':::chart kind Title'"),
        (":::chart line Snow\na,b\n:::\n", "has '---' before its data"),
        (":::chart line Snow\ncolour: red\n---\na,b\n:::\n", "are said: unit"),
    ],
)
def test_what_is_not_understood_is_refused(written, text, said):
    with pytest.raises(Illegible, match=said):
        body(written(HEAD + text))
