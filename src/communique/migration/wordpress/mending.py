"""Mending: the faults of real exports that can be put right before an XML parser sees them, each counted."""

from __future__ import annotations

import codecs
import html.entities
import re
from collections import Counter
from typing import Literal

from communique.text.sentences import Sentence, sentence

from .refusals import Refused

State = Literal["markup", "cdata", "comment"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OPENING = re.compile(r"<!\[CDATA\[|<!--")
_ENDS: dict[State, str] = {"cdata": "]]>", "comment": "-->"}
_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d+);|#[xX](?P<hex>[0-9a-fA-F]+);|(?P<name>[A-Za-z][A-Za-z0-9]*);)?")
_BARE_LESS = re.compile(r"<(?=[\s\d=])")
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][\w.:-]*)")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
# The longest thing that must not be cut between two pieces: a reference to an entity.
_HELD_BACK = 48


class Mender:
    """Turns the bytes of an export into text that is well formed where that is only a matter of spelling."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.mended: Counter[Sentence] = Counter()
        self._decoder: codecs.IncrementalDecoder | None = None
        self._state: State = "markup"
        self._held = ""
        self._begun = False
        self._lines = 1

    def feed(self, piece: bytes, *, last: bool = False) -> str:
        """The mended text of the next piece; a little may be held back until the one after it."""
        text = self._held + self._clean(self._decode(piece, last=last))
        self._held = ""
        out: list[str] = []
        at = 0
        while at < len(text):
            at = self._step(text, at, out, last=last)
        return "".join(out)

    def _step(self, text: str, at: int, out: list[str], *, last: bool) -> int:
        """Mend as far as the state lasts. Returns where to go on."""
        if self._state != "markup":
            return self._through(text, at, out, last=last)
        opening = _OPENING.search(text, at)
        if opening is None:
            stop = len(text) if last else _safe_end(text, at)
            out.append(self._markup(text[at:stop]))
            self._held = text[stop:]
            return len(text)
        out.append(self._markup(text[at : opening.start()]))
        out.append(opening.group())
        self._state = "cdata" if opening.group().startswith("<![") else "comment"
        return opening.end()

    def _through(self, text: str, at: int, out: list[str], *, last: bool) -> int:
        """Pass on what stands inside CDATA or a comment as it is."""
        end = text.find(_ENDS[self._state], at)
        if end < 0:
            keep = 0 if last else min(2, len(text) - at)
            out.append(text[at : len(text) - keep])
            self._held = text[len(text) - keep :]
            self._count_lines(out[-1])
            return len(text)
        end += 3
        out.append(text[at:end])
        self._count_lines(out[-1])
        self._state = "markup"
        return end

    def _decode(self, piece: bytes, *, last: bool) -> str:
        if self._decoder is None:
            encoding = self._encoding(piece)
            self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        genuine = piece.count(b"\xef\xbf\xbd")
        text = self._decoder.decode(piece, last)
        broken = text.count("\ufffd") - genuine
        if broken > 0:
            self.mended[sentence("undecodable bytes")] += broken
        return text

    def _encoding(self, start: bytes) -> str:
        for mark, encoding in _BOMS:
            if start.startswith(mark):
                return self._announced(encoding)
        declared = _DECLARED.search(start[:400])
        if declared is None:
            return "utf-8"
        try:
            found = codecs.lookup(declared.group(1).decode("ascii"))
        except LookupError:
            return "utf-8"
        # Python also calls base64 and the like encodings; only those of text may decode an export.
        return self._announced(found.name) if getattr(found, "_is_text_encoding", True) else "utf-8"

    def _announced(self, encoding: str) -> str:
        if encoding in {"utf-8", "ascii"}:
            return "utf-8"
        self.mended[sentence("read as {encoding}", encoding=encoding)] += 1
        return encoding

    def _clean(self, text: str) -> str:
        if not self._begun:
            text = self._beginning(text)
        text, removed = _FORBIDDEN.subn("", text)
        if removed:
            self.mended[sentence("control characters")] += removed
        return text

    def _beginning(self, text: str) -> str:
        """XML must begin with its first sign; what slipped in before it goes."""
        stripped = text.lstrip("\ufeff \t\r\n")
        before = text[: len(text) - len(stripped)]
        self._begun = bool(stripped)
        if "\ufeff" in before:
            self.mended[sentence("byte-order mark")] += 1
        if before.strip("\ufeff"):
            self.mended[sentence("blank lines before the declaration")] += 1
        self._count_lines(before)
        return stripped

    def _markup(self, text: str) -> str:
        conflict = _CONFLICT.search(text)
        if conflict and conflict.group().startswith("<"):
            line = self._lines + text.count("\n", 0, conflict.start())
            raise Refused(f"{self.name}, line {line}: a merge conflict that nobody resolved; export the site again.")
        self._count_lines(text)
        if "&" in text:
            text = _REFERENCE.sub(self._reference, text)
        if "]]>" in text:
            self.mended[sentence("stray ends of CDATA")] += text.count("]]>")
            text = text.replace("]]>", "]]&gt;")
        text, bare = _BARE_LESS.subn("&lt;", text)
        if bare:
            self.mended[sentence("bare <")] += bare
        return text

    def _reference(self, found: re.Match[str]) -> str:
        name = found["name"]
        if name in _XML_NAMES:
            return found.group()
        if name:
            self.mended[sentence("undefined entities")] += 1
            known = html.entities.html5.get(name + ";")
            return known if known and known not in "<&>" else f"&amp;{name};"
        digits = found["decimal"] or found["hex"]
        if not digits:
            self.mended[sentence("bare &")] += 1
            return "&amp;"
        number = int(digits, 10 if found["decimal"] else 16) if len(digits) < 9 else 0x110000
        if number > 0x10FFFF or number == 0 or _FORBIDDEN.match(chr(number)):
            self.mended[sentence("references to no character")] += 1
            return ""
        return found.group()

    def _count_lines(self, text: str) -> None:
        self._lines += text.count("\n")


def _safe_end(text: str, start: int) -> int:
    """Where markup may be cut without dividing an entity, the beginning of CDATA or of a comment, or `]]>`."""
    stop = len(text)
    for mark in ("&", "<"):
        at = text.rfind(mark, max(start, len(text) - _HELD_BACK))
        if at >= 0:
            stop = min(stop, at)
    while stop > start and text[stop - 1] == "]":
        stop -= 1
    return stop
