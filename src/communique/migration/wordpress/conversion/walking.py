"""Walking through a text's tree, block after block: each becomes one of ours, or is kept as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from communique.text import headings
from communique.text.sentences import Sentence, sentence

from .. import marks as signs
from ..marks import Marks, Unresolved
from ..paragraphs import ADDRESS, plain
from ..tree import Element, Node, find_all, has_text, is_block, parse, text_of
from . import elsewhere, footnotes, lists, tables
from .body import Body
from .inline import RichText
from .lifting import Image, Lifted, lift
from .passages import passage
from .pictures import Pictures
from .places import Places, is_usable
from .surroundings import Surroundings

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_TITLE = 300
_CODE_CLASSES = ("language-", "lang-", "brush:")


class Walk:
    """One text on its way into blocks."""

    def __init__(self, root: Element, marks: Marks, surroundings: Surroundings) -> None:
        self.root = root
        self.marks = marks
        self.surroundings = surroundings
        self.body = Body(surroundings.key)
        self.levels = levels(root)
        self.anchors: set[str] = set()
        self.places = Places(root)
        self.stated = self.places.names | {each.attributes.get("id", "").strip() for each in find_all(root, *HEADINGS)}
        shown = marks.has(signs.Footnotes)
        self.notes = footnotes.Notes(
            surroundings.footnotes, lambda text: self.rich.said(parse(text).children), shown=shown
        )
        self.rich = RichText(surroundings.link, self.stated, self.notes.mark)
        self.pictures = Pictures(self.body, self.rich, surroundings)

    def whole(self) -> Body:
        """The body of the whole text."""
        self.flow(self.root)
        self._settle_notes()
        return self.body

    def flow(self, element: Element) -> None:
        """The blocks in an element that only arranges them."""
        line: list[Node] = []
        for child in element.children:
            if isinstance(child, Element) and (is_block(child) or child.tag == signs.INLINE):
                self._line(line)
                line = []
                self.block(child)
            else:
                line.append(child)
        self._line(line)

    def block(self, element: Element) -> None:
        """One block."""
        tag = element.tag
        if tag in HEADINGS:
            self._heading(element)
            return
        set_block = self._set_as(tag)
        self._place(self.places.within(element) if set_block else self.places.of(element))
        (set_block or self.flow)(element)

    def _set_as(self, tag: str) -> Callable[[Element], None] | None:
        """How a block is set; one that only arranges others is not."""
        if tag in lists.LISTS:
            return self._list
        return {
            "pre": self._preformatted,
            "xmp": self._preformatted,
            "listing": self._preformatted,
            "video": self._recording,
            "audio": self._recording,
            ADDRESS: self._address,
            "iframe": self._frame,
            "embed": self._frame,
            "p": self._paragraph,
            "blockquote": self._quote,
            "table": self._table,
            "figure": self._figure,
            "hr": self._separator,
            "details": self._details,
            "dl": self._kept,
            signs.BLOCK: self._mark,
            signs.INLINE: self._mark,
        }.get(tag)

    def _place(self, names: Iterable[str]) -> None:
        """What links lead to stands before the block that holds it: blocks can be edited, and it stays."""
        new = [name for name in dict.fromkeys(names) if name not in self.anchors]
        self.anchors.update(new)
        self.body.places(new)

    # Text

    def _line(self, line: list[Node]) -> None:
        if any(not isinstance(node, str) or node.strip() for node in line):
            self.block(Element("p", {}, line))

    def _paragraph(self, element: Element) -> None:
        lifted = lift(element.children)
        if lifted.begins_with_image:
            self._show(lifted.images)
        if any(has_text(node) for node in lifted.nodes):
            markup = self.rich.write(lifted.nodes)
            if markup is None:
                self._passage(element.copy_with(lifted.nodes), sentence("markup that rich text has no words for"))
            else:
                self.body.paragraph(markup)
        if not lifted.begins_with_image:
            self._show(lifted.images)
        self._marks(lifted.marks)

    def _heading(self, element: Element) -> None:
        stated = [element.attributes.get("id", "").strip(), *self.places.within(element)]
        usable = [name for name in dict.fromkeys(stated) if is_usable(name) and name not in self.anchors]
        self._place(usable[1:])
        lifted = lift(element.children)
        text = plain(element.copy_with(lifted.nodes))
        if text and (len(text) > _LONGEST_TITLE or self._has_links(element)):
            self._passage(element.copy_with(lifted.nodes), sentence("a heading with a link in it"))
        elif text:
            anchor = usable[0] if usable else headings.anchor(text, self.anchors | self.stated)
            self.anchors.add(anchor)
            self.body.add("heading", {"text": text, "level": int(self.levels[element.tag][1]), "anchor": anchor})
        self._beside(lifted)

    def _list(self, element: Element) -> None:
        if lists.shows_only_pictures(element):
            self.flow(element)
            return
        lifted = lift([element])
        markup = lists.written(element.copy_with(_children(lifted.nodes)), self.rich)
        if markup is None:
            self._kept(element)
            return
        if markup:
            self.body.add("list", markup)
        self._beside(lifted)

    def _quote(self, element: Element) -> None:
        lifted = lift(element.children)
        *paragraphs, attribution = [*_blocks(lifted.nodes), None]
        if paragraphs and (said := self._attribution(paragraphs[-1])):
            attribution = said
            paragraphs.pop()
        written = [self.rich.write(each.children) if each.tag == "p" else None for each in paragraphs]
        if None in written or (not written and attribution):
            self._kept(element)
            return
        text = "".join(f"<p>{markup}</p>" for markup in written if markup)
        if text:
            self.body.add("quote", {"text": text, "attribution": attribution or ""})
        self._beside(lifted)

    def _attribution(self, last: Element) -> str:
        """Who said it, if the last lines of a quotation tell that alone."""
        children = [child for child in last.children if not isinstance(child, str) or child.strip()]
        only_cite = len(children) == 1 and isinstance(children[0], Element) and children[0].tag == "cite"
        if not (only_cite or last.tag == "footer") or self._has_links(last) or find_all(last, "br"):
            return ""
        text = plain(last)
        return text if len(text) <= _LONGEST_TITLE else ""

    def _preformatted(self, element: Element) -> None:
        if self._has_links(element):
            self._kept(element)
            return
        lifted = lift(element.children)
        text = text_of(element.copy_with(lifted.nodes)).strip("\n")
        if text.strip():
            self.body.add("preformatted", {"text": text, "language": _language(element)})
        self._beside(lifted)

    def _table(self, element: Element, caption: str = "") -> None:
        lifted = lift([element])
        value = tables.written(element.copy_with(_children(lifted.nodes)), self.rich, caption)
        if value is not None:
            self.body.add("table", value)
            self._beside(lifted)
        else:
            self._kept(element)
            self.body.paragraph(self.rich.said([caption])) if caption else None

    def _details(self, element: Element) -> None:
        summary = next((child for child in element.elements() if child.tag == "summary"), None)
        rest = element.copy_with([child for child in element.children if child is not summary])
        inside = Walk(rest, self.marks, self.surroundings)
        inside.levels, inside.anchors, inside.rich = self.levels, self.anchors, self.rich
        inside.flow(rest)
        blocks = inside.body.blocks
        title = plain(summary) if summary else ""
        text = "".join(block["value"] for block in blocks if block["type"] in {"paragraph", "list"})
        if not title or len(title) > _LONGEST_TITLE or any(b["type"] not in {"paragraph", "list"} for b in blocks):
            self._kept(element)
            return
        self.body.add("details", {"summary": title, "text": text})

    def _separator(self, element: Element) -> None:
        self.body.add("separator", None)

    # Pictures

    def _figure(self, element: Element) -> None:
        """A figure: a picture, a gallery of them, a quotation, a table, something elsewhere; and a caption."""
        caption = [node for each in element.elements() if each.tag == "figcaption" for node in each.children]
        rest = element.copy_with([child for child in element.children if not _is_caption(child)])
        inner = list(_blocks(rest.children))
        if any(each.tag == "table" for each in inner) and len(inner) == 1:
            self._table(inner[0], plain(Element("p", {}, caption)))
            return
        lifted = lift(rest.children)
        if len(lifted.images) == 1 and not lifted.marks and not any(has_text(node) for node in lifted.nodes):
            self._beside(self.pictures.show(lifted.images[0], caption))
            return
        self.flow(rest)
        self._beside(self.pictures.caption(caption))

    def _show(self, images: Iterable[Image]) -> None:
        for shown in images:
            self.pictures.show(shown, [])

    # What is elsewhere

    def _recording(self, element: Element) -> None:
        elsewhere.recording(self.body, element)
        self.flow(element)

    def _frame(self, element: Element) -> None:
        elsewhere.frame(self.body, element)

    def _address(self, element: Element) -> None:
        elsewhere.embedded(self.body, element.attributes["address"])

    # What is kept

    def _kept(self, element: Element) -> None:
        """A block that ours can't say: as it was, with its pictures after it."""
        lifted = lift([element])
        for node in lifted.nodes:
            if isinstance(node, Element):
                self._passage(node, sentence("an element with more in it than a block of ours"))
        self._beside(lifted)

    def _passage(self, element: Element, note: Sentence) -> None:
        html = passage(element, self.levels, self.rich.target)
        if has_text(element):
            self.body.imported(html, note.english)

    def _beside(self, lifted: Lifted) -> None:
        self._show(lifted.images)
        self._marks(lifted.marks)

    def _marks(self, found: Iterable[Element]) -> None:
        for each in found:
            self.block(each)

    def _mark(self, element: Element) -> None:
        match self.marks.of(element):
            case Unresolved() as unresolved:
                self.body.unresolved(unresolved)
            case signs.Embedded(address):
                elsewhere.embedded(self.body, address)
            case signs.Code(text, language):
                self.body.add("preformatted", {"text": text, "language": language[:40]})
            case signs.Footnotes():
                self.body.add(footnotes.HERE, None)
            case signs.Gallery() as gallery:
                self.pictures.gallery(gallery)

    def _settle_notes(self) -> None:
        """What numbers lead to has become footnotes; the other notes stay a list where WordPress had them."""
        blocks = self.body.blocks
        shown = any(block["type"] == footnotes.HERE for block in blocks)
        left = self.notes.remaining(blocks) if shown else []
        for block in [block for block in blocks if block["type"] == footnotes.HERE]:
            if left:
                told = "".join(f"<li>{note}</li>" for note in left)
                block |= {"type": "list", "value": f"<ol>{told}</ol>"}
                left = []
            else:
                blocks.remove(block)
        missing = self.notes.missing(self.root)
        if missing or (shown and self.notes.unread):
            self.body.unresolved(Unresolved(footnotes.NAME, " ".join(missing), self.notes.texts))

    def _has_links(self, element: Element) -> bool:
        return any(self.rich.target(link.attributes.get("href", "")) for link in find_all(element, "a"))


def levels(root: Element) -> dict[str, str]:
    """The level that each heading of a text gets below the page's own: the highest is 2, none is skipped."""
    used = sorted({heading.tag for heading in find_all(root, *HEADINGS) if has_text(heading)})
    ranks = {tag: f"h{min(rank, 4)}" for rank, tag in enumerate(used, start=2)}
    return {tag: ranks.get(tag, "h4") for tag in HEADINGS}


def _is_caption(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "figcaption"


def _children(nodes: list[Node]) -> list[Node]:
    first = nodes[0]
    return first.children if isinstance(first, Element) else []


def _blocks(nodes: list[Node]) -> Iterable[Element]:
    """The blocks among some nodes; loose words count as a paragraph."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and is_block(node):
            if any(has_text(each) for each in line):
                yield Element("p", {}, line)
            line = []
            if has_text(node) or node.tag in {"table", "figure", "hr", "iframe"}:
                yield node
        else:
            line.append(node)
    if any(has_text(each) for each in line):
        yield Element("p", {}, line)


def _language(element: Element) -> str:
    """The language of a listing, as highlighters name it."""
    for each in find_all(element, "pre", "code"):
        stated = each.attributes.get("lang", "") if each.tag == "pre" else ""
        if stated:
            return stated[:40]
        for word in sorted(each.classes):
            for prefix in _CODE_CLASSES:
                if word.startswith(prefix) and word != prefix:
                    return word.removeprefix(prefix).strip(";")[:40]
    return ""
