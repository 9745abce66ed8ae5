"""Exports are read as streams; what can be mended is mended and counted, what can't be trusted is refused."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.migration.wordpress.mending import Mender
from communique.migration.wordpress.reading import Export
from communique.migration.wordpress.refusals import Refused
from communique.migration.wordpress.shapes import Author, Post, Record, Site, Term

from .exports import AUTHOR, BASE, export, post, written
from .reader import shared


def read(path: Path) -> list[Record]:
    return list(Export(path).records())


def read_bytes(folder: Path, content: bytes) -> tuple[list[Record], dict[str, int]]:
    path = folder / "export.xml"
    path.write_bytes(content)
    opened = Export(path)
    return list(opened.records()), {str(what): number for what, number in opened.mended.items()}


def test_an_export_is_its_site_its_authors_its_terms_and_its_posts(tmp_path):
    term = (
        "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>gas</wp:category_nicename>"
        "<wp:category_parent>energy</wp:category_parent><wp:cat_name><![CDATA[Gas]]></wp:cat_name></wp:category>"
    )
    records = read(written(tmp_path, AUTHOR, term, post(12, "Words", terms=(("category", "gas", "Gas"),))))
    assert [type(record) for record in records] == [Site, Author, Term, Post]
    site, author, gas, text = records
    assert isinstance(site, Site) and site.base == BASE
    assert isinstance(author, Author) and author.display_name == "Amina Rahman"
    assert isinstance(gas, Term) and gas.parent == "energy"
    assert isinstance(text, Post) and (text.content, text.terms[0].slug) == ("Words", "gas")


def test_an_author_keeps_quiet_about_the_address(tmp_path):
    _, author, *_ = read(written(tmp_path, AUTHOR, post(1)))
    assert "private.example" not in repr(author)


@pytest.mark.parametrize("address", ["https://wordpress.org/export/1.2/", "http://www.wordpress.org/export/1.0/"])
def test_any_address_of_the_export_namespace_will_do(tmp_path, address):
    path = written(tmp_path, post(1))
    path.write_text(
        path.read_text()
        .replace("http://wordpress.org/export/1.2/", address)
        .replace("wp:", "w:")
        .replace(":wp=", ":w=")
    )
    assert any(isinstance(record, Post) and record.wordpress_id == 1 for record in read(path))


def test_a_second_field_of_the_same_name_changes_nothing(tmp_path):
    (text,) = [r for r in read(written(tmp_path, post(1, extra="<wp:status>draft</wp:status>"))) if isinstance(r, Post)]
    assert text.status == "publish"


def test_a_byte_order_mark_and_blank_lines_are_mended(tmp_path):
    records, mended = read_bytes(tmp_path, b"\xef\xbb\xbf\n\n" + export(post(1)).encode())
    assert len(records) == 2
    assert mended == {"byte-order mark": 1, "blank lines before the declaration": 1}


def test_bare_ampersands_and_entities_of_html_are_mended(tmp_path):
    source = export(post(1)).replace("<title>The Institute", "<title>Gas & Grain &nbsp;&eacute;&unheard;")
    records, mended = read_bytes(tmp_path, source.encode())
    assert isinstance(records[0], Site) and records[0].title == "Gas & Grain \xa0é&unheard;"
    assert mended == {"bare &": 1, "undefined entities": 3}


def test_control_characters_and_undecodable_bytes_are_mended(tmp_path):
    source = export(post(1, "one\x00 tw\x0bo EACUTE")).encode().replace(b"EACUTE", b"caf\xe9")
    records, mended = read_bytes(tmp_path, source)
    assert isinstance(records[1], Post) and records[1].content == "one two caf\ufffd"
    assert mended == {"control characters": 2, "undecodable bytes": 1}


def test_references_to_characters_that_xml_forbids_are_left_out(tmp_path):
    records, mended = read_bytes(
        tmp_path, export(post(1)).replace("The Inst", "&#0;&#x1F;&#99999999;The Inst").encode()
    )
    assert isinstance(records[0], Site) and records[0].title == "The Institute"
    assert mended == {"references to no character": 3}


def test_a_stray_end_of_cdata_is_text(tmp_path):
    records, mended = read_bytes(tmp_path, export(post(1)).replace("The Institute", "The ]]> Institute").encode())
    assert isinstance(records[0], Site) and records[0].title == "The ]]> Institute"
    assert mended == {"stray ends of CDATA": 1}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "windows-1251"])
def test_other_encodings_are_read(tmp_path, encoding):
    source = export(post(1, "Новости")).replace("UTF-8", encoding)
    records, mended = read_bytes(tmp_path, source.encode(encoding))
    assert isinstance(records[1], Post) and records[1].content == "Новости"
    assert any(what.startswith("read as") for what in mended)


def test_split_cdata_is_one_text(tmp_path):
    (text,) = [r for r in read(written(tmp_path, post(1, "a ]]]]><![CDATA[> b"))) if isinstance(r, Post)]
    assert text.content == "a ]]> b"


def test_packed_files_are_read(tmp_path):
    plain = written(tmp_path, post(1))
    packed = tmp_path / "export.xml.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.write(plain, "wordpress.xml")
    assert read(packed) == read(archive) == read(plain)


@settings(max_examples=60, deadline=None)
@given(cuts=st.lists(st.integers(0, 900), max_size=12))
def test_where_a_file_is_cut_into_pieces_does_not_matter(cuts):
    source = export(post(1, "x <!-- wp:p --> & ]]>")).replace("Institute", "I & B &amp; ]]> <!-- a & b --> &nbsp;")
    data = source.encode()
    whole = Mender("x")
    expected = whole.feed(data, last=True)
    mender = Mender("x")
    at, out = 0, ""
    for cut in sorted(400 + cut for cut in cuts):
        out += mender.feed(data[at:cut])
        at = max(at, cut)
    assert (out + mender.feed(data[at:], last=True), mender.mended) == (expected, whole.mended)


BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>'
XXE = '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss></rss>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BOMB, "declares entities"),
        (XXE, "outside document"),
        ("<!DOCTYPE html><html><body>Hello</body></html>", "web page"),
        ("<html><body>Hello</body></html>", "web page"),
        ("<!doctype html>\n<title>Hello<p>", "web page"),
        ('<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title></channel></rss>', "feed"),
        ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', "begins with <feed>"),
        ("", "not XML"),
        ("Dear all,", "not XML"),
        ("%PDF-1.7", "not XML"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path, content, reason):
    path = tmp_path / "export.xml"
    path.write_text(content)
    with pytest.raises(Refused, match=reason):
        read(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(Refused, match="is a folder"):
        read(tmp_path)


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, 100_000),
    length=st.integers(0, 40),
    instead=st.sampled_from([b"", b"<", b"\x00\xff", b"]]>", b"&", b"</item>", b"<item>", b"<![CDATA[", b"<!--", b'"']),
    cut=st.booleans(),
)
def test_whatever_happened_to_a_file_it_is_read_or_refused_in_words(tmp_path_factory, at, length, instead, cut):
    data = export(AUTHOR, post(1, "One & <b>two</b>", terms=(("category", "gas", "Gas"),)), post(2)).encode()
    at %= len(data)
    data = data[:at] if cut else data[:at] + instead + data[at + length :]
    path = tmp_path_factory.mktemp("damaged") / "export.xml"
    path.write_bytes(data)
    try:
        assert any(isinstance(record, Site) for record in read(path))
    except Refused as refused:
        assert str(refused).startswith("export.xml")
    else:
        assert not cut or data.rstrip().endswith(b"</rss>")


def test_a_truncated_export_is_refused_with_line_and_last_good_record(tmp_path):
    path = written(tmp_path, post(1, title="Ports"), post(2))
    path.write_text(path.read_text()[: path.read_text().index("<wp:post_id>2")])
    with pytest.raises(Refused, match=r"line \d+, column \d+: the file ends too early; .*post 1 “Ports”"):
        read(path)


def test_mismatched_tags_are_refused_with_the_line(tmp_path):
    path = written(tmp_path, post(1).replace("</item>", "</itme>"))
    with pytest.raises(Refused, match=r"line \d+, column \d+: mismatched tag"):
        read(path)


def test_a_merge_conflict_is_refused_by_name(tmp_path):
    path = written(tmp_path, "<<<<<<< HEAD\n", post(1), "=======\n>>>>>>> branch\n")
    with pytest.raises(Refused, match=r"line \d+: a merge conflict"):
        read(path)


def test_elements_too_deep_are_refused(tmp_path):
    with pytest.raises(Refused, match="deep"):
        read(written(tmp_path, "<a>" * 40 + "</a>" * 40))


def test_an_archive_of_several_exports_is_refused(tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.xml", "")
        file.writestr("b.xml", "")
    with pytest.raises(Refused, match="2 XML files"):
        read(archive)


def test_a_damaged_archive_is_refused(tmp_path):
    packed = tmp_path / "export.xml.gz"
    packed.write_bytes(gzip.compress(export(post(1)).encode())[:-20])
    with pytest.raises(Refused, match="damaged"):
        read(packed)


def test_a_bomb_in_an_archive_is_refused(tmp_path):
    packed = tmp_path / "export.xml.gz"
    with gzip.open(packed, "wb", compresslevel=6) as file:
        file.write(export().encode().removesuffix(b"</channel>\n</rss>\n"))
        for _ in range(80):
            file.write(b"<a>" + b" " * (1 << 20) + b"</a>")
    with pytest.raises(Refused, match="harm"):
        read(packed)


def test_a_tag_that_never_ends_is_refused_at_once(tmp_path):
    path = tmp_path / "export.xml"
    path.write_text(export().removesuffix(">\n</channel>\n</rss>\n") + " " * (6 << 20))
    with pytest.raises(Refused, match="never ends"):
        read(path)


def test_a_text_larger_than_any_article_is_refused(tmp_path):
    path = tmp_path / "export.xml"
    path.write_text(export(post(1, "word " * (7 << 20))))
    with pytest.raises(Refused, match="larger than any article"):
        read(path)


@pytest.mark.shared
def test_every_export_of_the_collection_is_read_or_refused_in_words():
    refused = set()
    for path in sorted(shared().rglob("*.xml")):
        try:
            assert read(path)
        except Refused as refusal:
            assert "line" in str(refusal)
            refused.add(path.name)
    assert refused == {"malformed.xml", "malformed-simple.xml"}


@pytest.mark.shared
def test_logins_with_line_breaks_and_namespaces_of_others_are_understood():
    (real, *_) = [r for r in read(shared() / "edge-cases" / "authors-multiline.xml") if isinstance(r, Author)]
    assert real.login == real.login.strip()
    texts = [r for r in read(shared() / "edge-cases" / "namespace-edge-cases.xml") if isinstance(r, Post)]
    assert [text.wordpress_id for text in texts] == [1, 2, 3, 4, 5, 6]
