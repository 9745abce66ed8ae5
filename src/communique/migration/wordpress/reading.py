"""Reading an export as a stream: one record at a time, whatever the size of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from communique.text.sentences import Sentence

from . import assembling
from .mending import Mender
from .namespaces import Namespaces
from .opening import chunks
from .refusals import LimitPassed, Refused
from .shapes import Author, Comment, Meta, Post, Record, Site, Term, TermUse

DEEPEST = 32
LONGEST_TEXT = 32 << 20
LARGEST_POST = 64 << 20
LONGEST_TAG = 4 << 20
MOST_COMMENTS = 100_000

_TRUNCATED = "no element found"
# Elements with fields of their own; the rest are fields of the one they stand in.
_GROUPS = {
    "wp:author",
    "wp:category",
    "wp:tag",
    "wp:term",
    "wp:postmeta",
    "wp:comment",
    "wp:commentmeta",
    "wp:termmeta",
}
_TERMS = {"wp:category": assembling.category, "wp:tag": assembling.tag, "wp:term": assembling.term}


class _Group:
    """An element that is being read, with the fields found in it so far."""

    __slots__ = ("fields", "meta", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.fields: dict[str, str] = {}
        self.meta: list[Meta] = []


class Export:
    """One export file. What was mended in it is known after its records have been read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mended: Counter[Sentence] = Counter()
        self.bytes_read = 0

    def records(self) -> Iterator[Record]:
        """The site, its authors and terms, then its posts. Raises Refused with line and reason."""
        reader = _Reader(self.path.name)
        mender = Mender(self.path.name)
        self.mended = mender.mended
        for piece in chunks(self.path):
            self.bytes_read += len(piece)
            reader.feed(mender.feed(piece))
            yield from reader.taken()
        reader.feed(mender.feed(b"", last=True), last=True)
        yield from reader.taken()


class _Reader:
    """Follows the parser and assembles records as their elements end."""

    def __init__(self, name: str) -> None:
        self.file = name
        self.namespaces = Namespaces()
        self.stack: list[str] = []
        self.groups: list[_Group] = []
        self.channel = _Group("channel")
        self.terms: list[TermUse] = []
        self.comments: list[Comment] = []
        self.ready: list[Record] = []
        self.latest = ""
        self.site_told = False
        self.begun = False
        self.start = ""
        self.unheard = 0
        self.post_line = 0
        self.post_size = 0
        self.text: list[str] = []
        self.text_size = 0
        self.attributes: dict[str, str] = {}
        self.parser = self._parser()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.CommentHandler = self._comment_text
        return parser

    def feed(self, text: str, *, last: bool = False) -> None:
        """Go on with the next piece. Raises Refused."""
        if not self.begun and not self.start:
            self.start = text.lstrip()[:100].lower()
        piece = text.encode("utf-8")
        self.unheard += len(piece)
        try:
            self.parser.Parse(piece, last)
        except expat.ExpatError as fault:
            raise self._refusal_of(fault) from None
        if self.unheard > LONGEST_TAG:
            # The parser looks at an unfinished tag from its beginning each time more of it comes.
            raise LimitPassed(f"{self.file}, line {self.parser.CurrentLineNumber}: a tag that never ends; refused.")
        if last and not self.channel.fields.get("wp:wxr_version") and not self.namespaces.is_export:
            raise self._refused("is a feed or another kind of XML, not a WordPress export", place=False)
        if last:
            self._tell_site()

    def taken(self) -> list[Record]:
        """The records that became complete since the last time."""
        ready, self.ready = self.ready, []
        return ready

    # Refusing

    def _refused(self, reason: str, *, place: bool = True) -> Refused:
        where = f", line {self.parser.CurrentLineNumber}" if place else ""
        return Refused(f"{self.file}{where}: {reason}. Use the .xml file that WordPress writes under Tools, Export.")

    def _refusal_of(self, fault: expat.ExpatError) -> Refused:
        what = expat.ErrorString(fault.code)
        where = f"{self.file}, line {fault.lineno}, column {fault.offset + 1}"
        if not self.begun:
            page = self.start.startswith(("<!doctype html", "<html"))
            said = "this is a web page, not an export" if page else "this is not XML"
            return Refused(f"{where}: {said}. Use the .xml file that WordPress writes under Tools, Export.")
        reason = "the file ends too early" if what in {_TRUNCATED, "unclosed token", "unclosed CDATA section"} else what
        good = f"the last good record is {self.latest}" if self.latest else "no record before it was complete"
        return Refused(f"{where}: {reason}; {good}. Export the site again, or mend the file there.")

    def _doctype(self, name: str, system: str | None, public: str | None, subset: bool) -> None:
        if name.lower() == "html":
            raise self._refused("this is a web page, not an export")
        if system or public or subset:
            raise self._refused("the file declares entities or names an outside document; exports never do")

    def _entity(self, *declaration: object) -> None:
        raise self._refused("the file declares entities; exports never do")

    # Following

    def _comment_text(self, text: str) -> None:
        self.unheard = 0

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        self.unheard = 0
        name = self.namespaces.name(written, attributes)
        if not self.stack:
            self._root(name)
        self.stack.append(name)
        if len(self.stack) > DEEPEST:
            raise LimitPassed(f"{self.file}, line {self.parser.CurrentLineNumber}: elements {DEEPEST} deep; refused.")
        if name == "item":
            self._tell_site()
            self.groups = [_Group(name)]
            self.terms, self.comments = [], []
            self.post_line, self.post_size = self.parser.CurrentLineNumber, 0
        elif name in _GROUPS:
            self.groups.append(_Group(name))
        self.attributes = attributes
        self.text, self.text_size = [], 0

    def _root(self, name: str) -> None:
        self.begun = True
        if name.lower() == "html":
            raise self._refused("this is a web page, not an export")
        if name != "rss":
            raise self._refused(f"the file begins with <{name}>, an export with <rss>")

    def _data(self, text: str) -> None:
        self.unheard = 0
        self.text.append(text)
        self.text_size += len(text)
        self.post_size += len(text)
        if self.text_size > LONGEST_TEXT or self.post_size > LARGEST_POST:
            line = self.parser.CurrentLineNumber
            raise LimitPassed(f"{self.file}, line {line}: a text larger than any article; the file is refused.")

    def _end(self, written: str) -> None:
        name = self.stack.pop()
        self.unheard = 0
        text = "".join(self.text)
        self.text = []
        if self.groups and self.groups[-1].name == name:
            self._complete(self.groups.pop())
        elif self.groups:
            self._field(name, text)
        elif self.stack and self.stack[-1] == "channel":
            self.channel.fields.setdefault(name, text)

    def _field(self, name: str, text: str) -> None:
        group = self.groups[-1]
        if name == "category" and group.name == "item":
            taxonomy = self.attributes.get("domain", "") or "category"
            self.terms.append(TermUse(taxonomy, self.attributes.get("nicename", ""), text.strip()))
        else:
            # A second element of one name is a plugin's or an attack's; the first is WordPress' own.
            group.fields.setdefault(name, text)

    def _complete(self, group: _Group) -> None:
        if group.name in {"wp:postmeta", "wp:commentmeta", "wp:termmeta"}:
            if self.groups:
                self.groups[-1].meta.append(assembling.meta(group.fields))
        elif group.name == "wp:comment":
            self._comment(assembling.comment(group.fields, group.meta))
        elif group.name == "item":
            self._tell(assembling.post(group.fields, self.terms, group.meta, self.comments, line=self.post_line))
            self.post_size = 0
        elif group.name == "wp:author":
            self._tell(assembling.author(group.fields))
        else:
            self._tell(_TERMS[group.name](group.fields, group.meta))

    def _comment(self, comment: Comment) -> None:
        self.comments.append(comment)
        if len(self.comments) > MOST_COMMENTS:
            line = self.parser.CurrentLineNumber
            raise LimitPassed(f"{self.file}, line {line}: more than {MOST_COMMENTS:,} comments in one post; refused.")

    def _tell(self, record: Author | Term | Post) -> None:
        self._tell_site()
        self.latest = _described(record)
        self.ready.append(record)

    def _tell_site(self) -> None:
        if not self.site_told:
            self.site_told = True
            self.ready.append(assembling.site(self.channel.fields))


def _described(record: Site | Author | Term | Post) -> str:
    if isinstance(record, Post):
        return f"{record.kind} {record.wordpress_id} “{record.title[:60]}”"
    if isinstance(record, Author):
        return f"the author {record.display_name or record.wordpress_id}"
    return f"the term “{record.name}”" if isinstance(record, Term) else "the head of the file"
