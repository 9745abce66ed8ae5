"""Bodies: blocks as they are stored, set as the HTML that readers get."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

import orjson

from communique.press.questions import Reading
from communique.press.sheets import Media
from communique.publishing import words
from communique.publishing.addresses import address_of
from communique.text.headings import Descent
from communique.text.names import joints
from communique.text.players import player as player_of

from . import library, licences, players, richtext, shared
from .charts import Charts, File
from .footnotes import Notes
from .questions.pictures import Shown, Source, shown
from .questions.recordings import Recorded, recorded
from .recordings.printed import printed as played
from .tables import Tables

SIZES = "(min-width: 50rem) 46rem, 100vw"

Block = Mapping[str, Any]

# A passage's markup is the sanitiser's: every heading in it is closed, and none stands in another.
_HEADING = re.compile(r"<h(?P<level>[2-6])(?P<attributes>[^>]*)>(?P<words>.*?)</h(?P=level)>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the contents list shows it."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body, set: its HTML, its headings, the files it refers to, those that are made of it, and who plays in it."""

    html: str
    headings: tuple[Heading, ...] = ()
    media: tuple[tuple[str, str, str], ...] = ()
    data: tuple[File, ...] = ()
    hosts: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What a page with this body is printed with, so that its recordings may be played."""
        return players.headers(self.hosts)

    @property
    def files(self) -> tuple[Media, ...]:
        """The files as a sheet refers to them."""
        return tuple(Media(*file) for file in self.media)


def body(read: Reading, stored: str, language: str, page: str = "") -> Body:
    """A stored body, with pictures, links and shared pieces as far as they are public. For use inside questions.

    `page` is the address of the page that it stands on; the data of its charts stand below that.
    """
    return typeset(
        shared.expanded(read, orjson.loads(stored), language) if stored else [],
        picture=lambda picture_id: shown(read, picture_id),
        recording=lambda recording_id: recorded.reads(read, recording_id),
        address=lambda page_id: address_of.reads(read, page_id),
        document=lambda number: library.published(read, number, language),
        say=words.in_language(language),
        language=language,
        page=page,
    )


def typeset(
    blocks: list[Block],
    *,
    picture: Callable[[int], Shown | None],
    address: richtext.Find,
    say: words.Say,
    document: Callable[[int], library.Paper | None] = richtext.nowhere,
    recording: Callable[[int], Recorded | None] = lambda _: None,
    language: str = "en",
    page: str = "",
) -> Body:
    """Blocks in order, their footnotes after them. What has no block of ours prints nothing."""
    press = _Typesetter(picture, recording, address, document, say, Charts(say, language, page), language)
    set_blocks = [text for text in map(press.block, blocks) if text]
    notes = press.notes.section()
    html = "\n".join([*set_blocks, notes] if notes else set_blocks)
    media, hosts = tuple(dict.fromkeys(press.media)), tuple(dict.fromkeys(press.hosts))
    return Body(html, tuple(press.headings), media, tuple(press.data), hosts)


class _Typesetter:
    def __init__(
        self,
        picture: Callable[[int], Shown | None],
        recording: Callable[[int], Recorded | None],
        address: richtext.Find,
        document: Callable[[int], library.Paper | None],
        say: words.Say,
        drawn: Charts,
        language: str,
    ) -> None:
        self.headings: list[Heading] = []
        self.media: list[tuple[str, str, str]] = []
        self.data: list[File] = []
        self.hosts: list[str] = []
        self._say, self._language = say, language
        self._picture, self._recording = picture, recording
        self._address = address
        self._papers = document
        self._descent = Descent()
        self._charts = drawn
        self.notes, self._rich = _rich_text(say, address, document)
        self._tables = Tables(say, _cell(self._rich))

    def block(self, block: Block) -> str:
        kind, value = block["type"], block["value"]
        if kind in ("paragraph", "list"):
            return self._rich(value)
        set_block = getattr(self, f"_{kind}", None) if kind in PRINTED else None
        return set_block(value) if set_block else ""

    def _heading(self, value: Block) -> str:
        level, text = self._descent.settled(int(value["level"])), value["text"]
        anchor = value.get("anchor") or ""
        self.headings.append(Heading(text, level, anchor))
        return f'<h{level} id="{escape(anchor)}">{escape(text, quote=False)}</h{level}>'

    def _quote(self, value: Block) -> str:
        said = value.get("attribution")
        footer = f'<footer class="quote__attribution">{escape(said, quote=False)}</footer>' if said else ""
        return f'<blockquote class="quote">{_paragraphs(self._rich(value["text"]))}{footer}</blockquote>'

    def _pullquote(self, value: Block) -> str:
        said = value.get("attribution")
        who = f'<p class="pull__attribution">{escape(said, quote=False)}</p>' if said else ""
        set_words = f'<p class="pull__words">{escape(value["text"], quote=False)}</p>'
        return f'<aside class="pull" role="doc-pullquote">{set_words}{who}</aside>'

    def _figure(self, value: Block) -> str:
        found = self._picture(value["picture"]) if value.get("picture") else None
        image = ""
        if found is not None:
            alt = "" if value.get("decorative") else value.get("alt") or found.alt
            image = self._leading(img(found, alt), alt, value)
            self.media += [(one.address, one.path, one.media_type) for one in found.media]
        caption = figcaption(
            self._rich(value.get("caption") or (found.caption if found else "")),
            value.get("credit") or (found.credit if found else ""),
            value.get("source") or (found.source if found else ""),
            found.licence if found else "",
        )
        return f'<figure class="figure">{image}{caption}</figure>' if image or caption else ""

    def _leading(self, image: str, alt: str, value: Block) -> str:
        """A picture with the link around it, if it leads somewhere that readers can go."""
        page, link = value.get("page"), value.get("link") or ""
        address = self._address(page) if page else link if link.startswith(("http://", "https://")) else None
        if not address:
            return image
        name = "" if alt else f' aria-label="{escape(urlsplit(address).hostname or address)}"'
        return f'<a href="{escape(address)}"{name}>{image}</a>'

    def _table(self, value: Block) -> str:
        return self._tables.printed(value)

    def _chart(self, value: Block) -> str:
        said = self._rich(value.get("caption") or ""), self._charts.source(value), value.get("credit") or ""
        caption = figcaption(*said)
        html, file = self._charts.printed(value, caption)
        self.data += [file] if file else []
        return html

    def _preformatted(self, value: Block) -> str:
        return f'<pre class="preformatted"><code>{escape(value["text"], quote=False)}</code></pre>'

    def _embed(self, value: Block) -> str:
        parts = urlsplit(value["url"])
        if parts.scheme not in ("http", "https"):
            return ""
        transcript = _paragraphs(self._rich(value.get("transcript") or ""))
        if player := player_of(value["url"], self._language):
            self.hosts.append(player.origin)
            return players.printed(player, value["url"], value.get("title") or "", self._say, transcript)
        title = value.get("title") or parts.netloc.removeprefix("www.")
        link = f'<a class="embed__link" href="{escape(value["url"])}">{escape(title, quote=False)}</a>'
        return f'<p class="embed">{link}</p>{players.transcript(transcript, self._say)}'

    def _document(self, number: int | None) -> str:
        paper = self._papers(number) if number else None
        if paper is None:
            return ""
        language = f' lang="{escape(paper.language)}"' if paper.language != self._language else ""
        title = f"<bdi{language}>{escape(paper.title, quote=False)}</bdi>"
        told = joints(self._language)[0].join(f"<bdi>{escape(one)}</bdi>" for one in (paper.kind, paper.size))
        words = f'{title} <span class="paper__kind">({told})</span>'
        link = f'<a href="{escape(paper.file)}" hreflang="{escape(paper.language)}">{words}</a>'
        return f'<p class="paper">{link}</p>'

    def _recorded(self, value: int | None) -> str:
        found = self._recording(value) if value else None
        if found is None:
            return ""
        self.media += [(one.address, one.path, one.media_type) for one in found.media]
        return played(found, self._say, self._language)

    def _aside(self, value: Block) -> str:
        # No heading: a box stands beside the text, so it has no place among its levels.
        title = f'<p class="aside__title">{escape(value["title"], quote=False)}</p>' if value.get("title") else ""
        return f'<aside class="aside" role="note">{title}{_paragraphs(self._rich(value["text"]))}</aside>'

    def _details(self, value: Block) -> str:
        text = _paragraphs(self._rich(value["text"]))
        return f'<details class="details"><summary>{escape(value["summary"], quote=False)}</summary>{text}</details>'

    def _separator(self, _: Any) -> str:
        return '<hr class="separator">'

    def _places(self, value: Block) -> str:
        return "".join(f'<span id="{escape(name)}"></span>' for name in value["names"].split())

    def _imported(self, value: Block) -> str:
        html = _HEADING.sub(self._settled_pair, value["html"])
        return f'<div class="imported">{html}</div>' if html.strip() else ""

    def _settled_pair(self, heading: re.Match[str]) -> str:
        level = self._descent.settled(int(heading["level"]))
        return f"<h{level}{heading['attributes']}>{heading['words']}</h{level}>"


def _rich_text(
    say: words.Say, address: richtext.Find, document: Callable[[int], library.Paper | None]
) -> tuple[Notes, Callable[[str], str]]:
    """The notes of a body, and what sets its rich text. Neither knows the typesetter: it goes when it is done."""

    def document_page(number: int) -> str | None:
        """Where words lead that link to a document: to its page, which says what it is before anybody fetches it."""
        paper = document(number)
        return paper.page if paper else None

    def linked(markup: str) -> str:
        return richtext.printed(markup, address, document_page)

    notes = Notes(say, linked)
    return notes, lambda markup: notes.referred(linked(markup))


def _cell(rich: Callable[[str], str]) -> Callable[[Any], str]:
    def printed(value: Any) -> str:
        return inline(rich(value)) if isinstance(value, str) else escape(str(value if value is not None else ""))

    return printed


# What could not be brought over is shown to editors only.
PRINTED = {
    *("heading", "quote", "pullquote", "figure", "table", "preformatted", "embed", "aside", "details", "separator"),
    *("imported", "places", "chart", "recorded", "document"),
}


def img(picture: Shown, alt: str, sizes: str = SIZES) -> str:
    """A picture as an element; the reader's browser chooses format and width."""
    main = picture.main
    choices = "".join(
        f'<source type="{kind}" srcset="{_widths(several)}" sizes="{sizes}">' for kind, several in picture.formats
    )
    return (
        f'<picture>{choices}<img src="{escape(main.address)}" width="{main.width}" height="{main.height}"'
        f' alt="{escape(alt)}" loading="lazy" decoding="async"></picture>'
    )


def _widths(several: Iterable[Source]) -> str:
    return ", ".join(f"{escape(one.address)} {one.width}w" for one in several)


def figcaption(caption: str, credit: str, source: str, licence: str = "") -> str:
    """What stands below a picture: caption, credit, source, licence; nothing if nothing is said."""
    text = inline(caption)
    parts = [f'<span dir="auto">{text}</span>'] if text else []
    parts += [f"<bdi>{escape(said, quote=False)}</bdi>" for said in (credit, source) if said]
    if found := licences.linked(licence):
        name, address = found
        parts.append(f'<a rel="license" href="{address}"><bdi>{name}</bdi></a>')
    said = " ".join(f'<span class="figure__said">{part}</span>' for part in parts)
    return f'<figcaption class="figure__caption">{said}</figcaption>' if said else ""


def inline(markup: str) -> str:
    """Rich text of one paragraph without the paragraph."""
    if markup.startswith("<p") and markup.endswith("</p>") and markup.count("<p") == 1:
        return markup[markup.index(">") + 1 : -4]
    return markup


def _paragraphs(markup: str) -> str:
    return markup if not markup or markup.startswith(_BLOCKS) else f"<p>{markup}</p>"


_BLOCKS = ("<p", "<ul", "<ol", "<h", "<blockquote")
