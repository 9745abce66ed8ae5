"""Word files (Office Open XML, ECMA-376) as passages. Whatever else comes is refused in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from communique.text.sentences import Refusal, sentence

from .passages import Passage, passages

LARGEST = 30 * 1024 * 1024
"""A file larger than this is a film, not a text."""
UNPACKED = 300 * 1024 * 1024
PARTS = 5_000
PACKED_BY = 300
"""Text packs by ten or twenty; what packs by more than this was made to harm."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Quote'] => p.quote:fresh
p[style-name='Intense Quote'] => p.quote:fresh
p[style-name='Caption'] => p:fresh
p[style-name='caption'] => p:fresh
b => strong
i => em
strike => s
"""


class NotAManuscript(Refusal):
    """A file that can't be read as a text; `said` is why, and what would do."""


@dataclass
class Manuscript:
    """What a file holds: its title, its standfirst if it says so, its passages, and its pictures by name."""

    title: str
    standfirst: str
    passages: list[Passage]
    pictures: dict[str, Drawn] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """A picture of a file."""

    content: bytes
    media_type: str
    alt: str


def read(file: IO[bytes], name: str, size: int) -> Manuscript:
    """The text of a Word file. Raises NotAManuscript."""
    import mammoth  # a desk starts without it: few uploads need it

    _check(file, name, size)
    pictures: dict[str, Drawn] = {}

    def keep(image: Any) -> dict[str, str]:
        with image.open() as content:
            number = f"picture:{len(pictures)}"
            pictures[number] = Drawn(content.read(), image.content_type or "", image.alt_text or "")
        return {"src": number}

    try:
        html = mammoth.convert_to_html(
            file, style_map=_STYLES, convert_image=mammoth.images.img_element(keep), ignore_empty_paragraphs=True
        ).value
    except Exception as error:  # a damaged file may fail anywhere in a library that trusts it
        raise NotAManuscript(
            sentence("{file} can't be read: it is damaged. Open it in Word, save it anew, and try again.", file=name)
        ) from error
    found = passages(html)
    if not found:
        raise NotAManuscript(sentence("There is no text in {file}.", file=name))
    return _titled(found, name, pictures)


def _titled(found: list[Passage], name: str, pictures: dict[str, Drawn]) -> Manuscript:
    """Its title is what is set as one, or the only heading of the first level at the top, or the file's name."""
    first = [at for at, one in enumerate(found) if one.kind == "heading" and one.level == 1]
    marked = next((at for at in first if found[at].attributes.get("class") == "title"), None)
    alone = first[0] if len(first) == 1 and all(one.kind == "picture" for one in found[: first[0]]) else None
    at = marked if marked is not None else alone
    title = found.pop(at).text if at is not None else PurePath(name).stem.replace("_", " ").strip()
    said = next((one for one in found if one.attributes.get("class") == "standfirst"), None)
    if said is not None:
        found.remove(said)
    return Manuscript(_words(title)[:255] or name, _words(said.text) if said else "", found, pictures)


def _check(file: IO[bytes], name: str, size: int) -> None:
    if size == 0:
        raise NotAManuscript(sentence("{file} is empty.", file=name))
    if size > LARGEST:
        raise NotAManuscript(
            sentence(
                "{file} has {size} MB; a text of up to {most} MB can be taken. Take large pictures out of it, and add "
                "them in the library.",
                file=name,
                size=size // 1024**2,
                most=LARGEST // 1024**2,
            )
        )
    begins = file.read(8)
    file.seek(0)
    if begins == _OLE:
        content = file.read()
        file.seek(0)
        raise NotAManuscript(
            sentence("{file} is locked with a password. Save it without one, and try again.", file=name)
            if _ENCRYPTED in content
            else sentence("{file} is in the old format of Word. Save it as .docx, and try again.", file=name)
        )
    try:
        with ZipFile(file) as packed:
            _check_parts(packed, name)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise NotAManuscript(
            sentence("{file} is no Word file, or is damaged. Save the text as .docx, and try again.", file=name)
        ) from error
    finally:
        file.seek(0)


def _check_parts(packed: ZipFile, name: str) -> None:
    parts = packed.infolist()
    whole = sum(part.file_size for part in parts)
    if len(parts) > PARTS or whole > UNPACKED or any(
        part.file_size > 1024**2 and part.file_size > PACKED_BY * max(part.compress_size, 1) for part in parts
    ):  # fmt: skip
        raise NotAManuscript(sentence("{file} unpacks to more than a text can be. It was not opened.", file=name))
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise NotAManuscript(sentence("{file} is no Word file. Save the text as .docx, and try again.", file=name))
    if any(part.endswith("vbaProject.bin") for part in names):
        raise NotAManuscript(
            sentence("{file} holds macros. Save it as .docx without macros, and try again.", file=name)
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with packed.open(part) as content:
                if _DOCTYPE.search(content.read(4096)):
                    raise NotAManuscript(sentence("{file} holds what no Word file does. It was not opened.", file=name))


def _words(text: str) -> str:
    from communique.text.plain import text_of

    return text_of(text)
