"""What kind of document a file is, told by what is in it; what it is called has to agree with that."""

from __future__ import annotations

import zipfile
from pathlib import PurePath
from typing import IO

from communique.text.sentences import Refusal, sentence

LARGEST = 50 << 20  # bytes
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""The kinds that are taken, by how their names end."""

HEAD = 4096
_OFFICE = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml"}
_TEXTS = ("csv", "txt")
_MANY = 10_000  # parts of an archive


class Refused(Refusal):
    """A file that isn't taken as a document; `said` is a sentence for whoever sent it."""


def kind_of(name: str, file: IO[bytes], size: int) -> str:
    """The kind of a document: pdf, xlsx and so on. Raises Refused with what would do."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in TYPES:
        raise Refused(
            sentence("Files of this kind aren’t taken. Send one of these: {kinds}.", kinds=", ".join(sorted(TYPES)))
        )
    if size == 0:
        raise Refused(sentence("The file is empty. Open it to see whether it is whole, and send it again."))
    if size > LARGEST:
        raise Refused(
            sentence(
                "It is {size:,} MB large; at most {most} MB can be taken. Make its pictures smaller, or send it in "
                "parts.",
                size=round(size / (1 << 20)),
                most=LARGEST >> 20,
            )
        )
    if not _is(ending, file):
        raise Refused(
            sentence(
                "It is called .{ending}, but what is in it is something else. Save it as .{ending} with the program it "
                "was made with, and send that.",
                ending=ending,
            )
        )
    return ending


def is_locked(file: IO[bytes]) -> bool:
    """Whether a PDF asks for a password, or forbids its readers something: programs that read aloud may fail on it."""
    file.seek(0)
    return b"/Encrypt" in file.read(LARGEST)


def _is(ending: str, file: IO[bytes]) -> bool:
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if ending == "pdf":
        return b"%PDF-" in head[:1024]
    if ending == "rtf":
        return head.startswith(b"{\\rtf")
    if ending in _TEXTS:
        return b"\0" not in head and not head.startswith((b"%PDF-", b"PK\3\4", b"MZ", b"\x7fELF")) and _is_text(head)
    return head.startswith(b"PK\3\4") and _is_archive(ending, file)


def _is_text(head: bytes) -> bool:
    """Text in UTF-8, of which the last letter may be cut off; not a page, which a browser would show as one."""
    try:
        text = head[:-4].decode() if len(head) == HEAD else head.decode()
    except UnicodeDecodeError:
        return False
    return not text.lstrip("\ufeff \t\r\n").lower().startswith(("<!doctype", "<html", "<svg", "<script", "<?xml"))


def _is_archive(ending: str, file: IO[bytes]) -> bool:
    """An archive with what its kind must hold, and no program. Nothing of it is unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()[:_MANY]
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return False
            if ending == "odt":
                told = next((one for one in archive.infolist()[:1] if one.filename == "mimetype"), None)
                return told is not None and told.file_size < 200 and archive.read(told) == TYPES["odt"].encode()
            return ending == "zip" or _OFFICE[ending] in names
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return False
    finally:
        file.seek(0)
