"""Word files made by hand, sound and otherwise."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_D = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_BEGIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

TYPES = f"""{_BEGIN}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Default Extension="emf" ContentType="image/x-emf"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
ROOT = (
    f'{_BEGIN}<Relationships {_PACKAGE}><Relationship Id="rId1" Type="{_RELATED}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
STYLES = f"""{_BEGIN}<w:styles {_W}>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style></w:styles>"""
NUMBERS = f"""{_BEGIN}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
FOOTNOTES = f"""{_BEGIN}<w:footnotes {_W}><w:footnote w:id="2">
<w:p><w:r><w:t>Harbour book of 1931.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def paragraph(text: str, style: str = "", more: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def listed(text: str) -> str:
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    header = '<w:trPr><w:tblHeader w:val="true"/></w:trPr>'
    several = [f"<w:tr>{header * (at == 0)}{row}</w:tr>" for at, row in enumerate(cells)]
    return f"<w:tbl>{''.join(several)}</w:tbl>"


def drawing(number: str, alt: str = "") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )


NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (400, 300), "navy").save(file, "PNG")
    return file.getvalue()


def docx(*body: str, **parts: bytes | str) -> bytes:
    """A Word file with these passages, and with other parts by their names."""
    document = f"{_BEGIN}<w:document {_W} {_R} {_D} {_P} {_WP}><w:body>{''.join(body)}</w:body></w:document>"
    related = "".join(
        f'<Relationship Id="{name}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for name, kind, target in (
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "footnotes", "footnotes.xml"),
            ("rId4", "image", "media/1.png"),
            ("rId5", "image", "media/2.emf"),
        )
    )
    held: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"{_BEGIN}<Relationships {_PACKAGE}>{related}</Relationships>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERS,
        "word/footnotes.xml": FOOTNOTES,
        "word/media/1.png": png(),
        "word/media/2.emf": b"\x01\x00\x00\x00 a drawing of another kind",
        **parts,
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    return file.getvalue()
