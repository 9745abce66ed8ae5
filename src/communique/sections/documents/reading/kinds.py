"""How each kind of document is read. What has no pages is one."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from communique.text.sentences import sentence

from .words import Unreadable

_NUMBER = re.compile(r"\d+")
_LINES = {"p", "h", "row"}
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}


def pdf(path: str) -> Iterator[str]:
    """A PDF, page by page."""
    import pypdf
    from pypdf.errors import FileNotDecryptedError

    file = pypdf.PdfReader(path)
    if file.is_encrypted and not file.decrypt(""):
        raise Unreadable(sentence("It is locked by a password."))
    try:
        for page in file.pages:
            yield page.extract_text()
    except FileNotDecryptedError as error:
        raise Unreadable(sentence("It is locked by a password.")) from error


def docx(path: str) -> Iterator[str]:
    """A Word file: its text, then its notes."""
    with zipfile.ZipFile(path) as archive:
        names = [f"word/{part}.xml" for part in ("document", "footnotes", "endnotes")]
        yield "\n".join(_lines(archive, name) for name in names if name in archive.namelist())


def odt(path: str) -> Iterator[str]:
    """A text of OpenDocument."""
    with zipfile.ZipFile(path) as archive:
        yield _lines(archive, "content.xml")


def pptx(path: str) -> Iterator[str]:
    """Slides, one after the other."""
    with zipfile.ZipFile(path) as archive:
        slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        for name in sorted(slides, key=lambda name: int(_NUMBER.findall(name)[0])):
            yield _lines(archive, name)


def xlsx(path: str) -> Iterator[str]:
    """A workbook, sheet by sheet: what its cells show."""
    from openpyxl import load_workbook

    for sheet in load_workbook(path, read_only=True, data_only=True):
        rows = sheet.iter_rows(values_only=True)
        yield "\n".join("\t".join(str(cell) for cell in row if cell is not None) for row in rows)


def plain(path: str) -> Iterator[str]:
    """Text, as it is."""
    yield Path(path).read_text("utf-8-sig", "replace")


def _lines(archive: zipfile.ZipFile, name: str) -> str:
    """The words of a part of an office file, paragraph by paragraph."""
    found: list[str] = []
    _gather(ElementTree.fromstring(archive.read(name)), found, odf=name == "content.xml")
    return "".join(found)


def _gather(element: ElementTree.Element, found: list[str], *, odf: bool) -> None:
    kind = element.tag.rpartition("}")[2]
    # In OpenDocument words stand wherever there is text; in Office Open XML only in runs, between marks of its own.
    if element.text and (kind == "t" or odf):
        found.append(element.text)
    found.append(_BREAKS.get(kind, ""))
    for child in element:
        _gather(child, found, odf=odf)
        if odf and child.tail:
            found.append(child.tail)
    if kind in _LINES:
        found.append("\n")


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "csv": plain,
    "docx": docx,
    "odt": odt,
    "pdf": pdf,
    "pptx": pptx,
    "txt": plain,
    "xlsx": xlsx,
}
"""The kinds that are read. RTF and archives aren't."""
