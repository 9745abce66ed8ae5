"""Charts on a page: drawing, table, file; what the gate says of them. Row A19."""

import orjson
import pytest
from selectolax.lexbor import LexborHTMLParser

from communique.content.bodies import typeset
from communique.publishing import words

from .gate.manuscript import found, names, sound
from .stories import article, block, copies

FREIGHT = "Year\tRail\tRoad\n2019\t1,204\t300\n2020\t2,300.5\t–"


def chart(**fields):
    told = {"title": "Freight <by> rail", "kind": "line", "data": FREIGHT, "unit": "Tonnes", "summary": "It grows."}
    return {**told, "caption": "", "source": "Customs", "credit": "", "anchor": "freight", **fields}


def _set(*charts, language="en"):
    blocks = [{"type": "chart", "value": one} for one in charts]
    say = words.in_language(language)
    return typeset(blocks, picture={}.get, address={}.get, say=say, language=language, page="/research/ports/")


def test_a19_a_chart_is_a_picture_with_a_name_and_a_summary():
    tree = LexborHTMLParser(_set(chart()).html)
    drawings = tree.css('figure.chart#freight svg[role="img"]')
    assert len(drawings) == 3
    for one in drawings:
        title, summary = one.attributes["aria-labelledby"].split()
        assert tree.css_first(f'[id="{title}"]').text() == "Freight <by> rail"
        assert tree.css_first(f'[id="{summary}"]').text() == "It grows."
    assert tree.css_first("figcaption").text() == "Source: Customs"
    assert "style=" not in tree.html and "<script" not in tree.html


@pytest.mark.parametrize("kind", ["line", "bars", "stacked", "dots"])
def test_a19_its_numbers_are_below_it_as_a_table_with_headings(kind):
    tree = LexborHTMLParser(_set(chart(kind=kind)).html)
    assert [one.text() for one in tree.css('details th[scope="col"]')] == ["Year", "Rail", "Road"]
    assert [one.text() for one in tree.css('details th[scope="row"]')] == ["2019", "2020"]
    assert [one.text() for one in tree.css("details td")] == ["1,204", "300", "2,300.5", "–"]
    assert len(tree.css('details bdi[dir="ltr"]')) == 3
    assert [one.text().strip() for one in tree.css(".chart__legend li")] == ["Rail", "Road"]


def test_a19_numbers_are_written_in_the_readers_language():
    tree = LexborHTMLParser(_set(chart(), language="ru").html)
    assert [one.text() for one in tree.css("details td")][:3] == ["1204", "300", "2300,5"]
    assert tree.css_first("summary").text() == "Числа в таблице"


def test_a19_one_column_needs_no_legend_and_names_what_is_measured():
    html = _set(chart(data="Year,Rail\n2019,3\n2020,4", unit="")).html
    assert "chart__legend" not in html and '<p class="chart__unit">Rail</p>' in html


@pytest.mark.parametrize("data", ["", "x", "Year,Rail\n2019,lots", "a,b\n" * 10_000])
def test_a19_what_cannot_be_drawn_prints_nothing(data):
    body = _set(chart(data=data))
    assert (body.html, body.data) == ("", ())


@pytest.mark.django_db
def test_a19_readers_take_the_numbers_along_from_an_address_below_the_page():
    page = article("Ports", body=[block("chart", chart(anchor=""))])
    own, file = copies("article", page.pk)
    assert file.address == f"{own.address}freight-by-rail.csv"
    assert f'href="{file.address}" type="text/csv" download' in own.context["article"]["body_html"]
    assert file.media_type == "text/csv; charset=utf-8; header=present"
    assert dict(file.headers)["Content-Disposition"] == 'attachment; filename="data.csv"'
    assert file.body.decode() == "\ufeffYear,Rail,Road\r\n2019,1204,300\r\n2020,2300.5,\r\n"


@pytest.mark.django_db
def test_a19_the_file_is_still_found_where_it_was_before_the_page_moved():
    page = article("Ports", body=[block("chart", chart(anchor=""))])
    page.slug = "ports-of-the-gulf"
    page.save()
    _, file, way = copies("article", page.pk)
    assert (file.address, file.status) == ("/research/ports-of-the-gulf/freight-by-rail.csv", 200)
    assert (way.address, way.status) == ("/research/ports/freight-by-rail.csv", 301)
    assert dict(way.headers)["Location"] == file.address


@pytest.mark.django_db
def test_a19_two_charts_of_one_title_have_two_files():
    page = article("Ports", body=[block("chart", chart(anchor="")), block("chart", chart(anchor=""))])
    assert len({copy.address for copy in copies("article", page.pk)}) == 3


@pytest.mark.django_db
def test_a19_feeds_say_a_chart_in_words_and_lead_to_its_file():
    article("Ports", body=[block("chart", chart(anchor=""))])
    told = next(one for one in copies("feed", "en") if one.address.endswith(".json")).body.decode()
    (said,) = (item["content_html"] for item in orjson.loads(told)["items"])
    assert "<svg" not in said and "<p>It grows.</p>" in said and "1,204" in said
    assert '/research/ports/freight-by-rail.csv"' in said and 'href="/' not in said


@pytest.mark.django_db
def test_a19_the_gate_lets_a_sound_chart_pass():
    assert found(sound(block("chart", chart()))) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "rule", "said"),
    [
        ({"data": "Year,Rail\n2019,5\n2020,lots"}, "charts_that_cannot_be_drawn", "Row 3, column 2: “lots”"),
        ({"data": ""}, "charts_that_cannot_be_drawn", "There is no data"),
        ({"data": "Year,Rail\n2019,5"}, "charts_that_cannot_be_drawn", "a point, not a line"),
        ({"summary": " "}, "charts_without_words", "to those who can't see it"),
        ({"source": ""}, "data_without_source", "names no source"),
        ({"data": "Year,Rail\n2019,5000000000\n2020,1"}, "charts_of_endless_numbers", "10 figures"),
    ],
)
def test_a19_the_gate_names_what_a_chart_lacks(fields, rule, said):
    (finding,) = found(sound(block("chart", chart(**fields))))
    assert finding.rule == rule and said in str(finding.said) and finding.remedy
    assert str(finding.place.name).startswith("Chart 1")


@pytest.mark.django_db
def test_a19_the_file_of_a_chart_is_no_source_of_the_text():
    claims = block("paragraph", "<p>It grew by 5 per cent, then 6 per cent, then 7 per cent.</p>")
    assert names(sound(claims, block("chart", chart(source="")))) == {"numbers_without_source", "data_without_source"}
