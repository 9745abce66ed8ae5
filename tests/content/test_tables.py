"""Tables: headings with their scope, in a region that one reaches by keys. Row A19."""

import pytest

from communique.content.bodies import typeset
from communique.content.tables import without_heading
from communique.publishing import words


def _table(headings, rows, kinds=None, caption=""):
    kinds = kinds or ["text"] * len(headings)
    columns = [{"type": kind, "heading": heading} for kind, heading in zip(kinds, headings, strict=True)]
    cells = [{"values": [f"<p>{cell}</p>" for cell in row]} for row in rows]
    return {"columns": columns, "rows": cells, "caption": caption}


def _set(*tables, language="en"):
    blocks = [{"type": "table", "value": table} for table in tables]
    return typeset(blocks, picture={}.get, address={}.get, say=words.in_language(language)).html


def test_a19_columns_and_rows_are_headed():
    html = _set(_table(["Port", "Tonnes"], [["Gwadar", "1,204"]], ["name", "text"], "Ports"))
    assert '<th scope="col">Port</th>' in html and '<th scope="row">Gwadar</th>' in html
    assert "<caption>Ports</caption>" in html


def test_a19_a_corner_without_words_is_no_heading():
    html = _set(_table(["", "Tonnes"], [["Gwadar", "1"]]))
    assert '<th scope="row">Gwadar</th>' in html and "<thead><tr><td></td><th" in html


@pytest.mark.parametrize("cells", [["1,204", "−3.5 %", ""], ["۱۲۳", "–", "$ 4"], ["1 204,5", "2019–2024", "12 × 3"]])
def test_a19_numbers_stand_in_a_column_and_run_from_left_to_right(cells):
    html = _set(_table(["Tonnes"], [[cell] for cell in cells]))
    assert '<th scope="col" class="number">' in html
    assert f'<td class="number"><bdi dir="ltr">{cells[0]}</bdi></td>' in html


def test_a19_a_column_of_words_and_numbers_is_one_of_words():
    assert "number" not in _set(_table(["Tonnes"], [["1,204"], ["about 30"], ["–"]]))


def test_a19_every_region_has_a_name_of_its_own():
    one = _table(["Port"], [["Gwadar"]], caption="Ports")
    html = _set(one, one, _table(["Port"], [["Gwadar"]]))
    assert html.count('role="region"') == html.count('tabindex="0"') == 3
    assert 'aria-label="Ports"' in html and 'aria-label="Table 2: Ports"' in html and 'aria-label="Table 3"' in html


def test_a19_a_table_without_headings_is_found_and_still_holds():
    bare = _table(["", " "], [["a", "b"]])
    assert without_heading(bare) == [0, 1]
    assert without_heading(_table(["", "x", ""], [["a", "b", "c"]])) == [2]
    assert without_heading(_table(["x", ""], [["a", "b"]], ["text", "name"])) == []
    assert "<thead>" not in _set(_table(["", ""], [["a", "b"]]))
