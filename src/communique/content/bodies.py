"""Bodies: blocks as they are stored, set as the HTML that readers get."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

import orjson

from communique.press.questions import Reading
from communique.press.sheets import Media
from communique.publishing.addresses import address_of

from . import licences, richtext
from .questions.pictures import Shown, Source, shown

SIZES = "(min-width: 50rem) 46rem, 100vw"

Block = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the contents list shows it."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body, set: its HTML, its headings, and the files it refers to."""

    html: str
    headings: tuple[Heading, ...] = ()
    media: tuple[tuple[str, str, str], ...] = ()

    @property
    def files(self) -> tuple[Media, ...]:
        """The files as a sheet refers to them."""
        return tuple(Media(*file) for file in self.media)


def body(read: Reading, stored: str) -> Body:
    """A stored body, with pictures and links as far as they are public. For use inside questions."""
    return typeset(
        orjson.loads(stored) if stored else [],
        picture=lambda picture_id: shown(read, picture_id),
        address=lambda page_id: address_of.reads(read, page_id),
    )


def typeset(blocks: list[Block], *, picture: Callable[[int], Shown | None], address: richtext.Find) -> Body:
    """Blocks in order. What has no block of ours prints nothing."""
    press = _Typesetter(picture, address)
    html = "\n".join(text for text in map(press.block, blocks) if text)
    return Body(html, tuple(press.headings), tuple(dict.fromkeys(press.media)))


class _Typesetter:
    def __init__(self, picture: Callable[[int], Shown | None], address: richtext.Find) -> None:
        self.headings: list[Heading] = []
        self.media: list[tuple[str, str, str]] = []
        self._picture = picture
        self._address = address

    def block(self, block: Block) -> str:
        kind, value = block["type"], block["value"]
        if kind in ("paragraph", "list"):
            return self._rich(value)
        set_block = getattr(self, f"_{kind}", None) if kind in PRINTED else None
        return set_block(value) if set_block else ""

    def _rich(self, markup: str) -> str:
        return richtext.printed(markup, self._address) if "<a" in markup else markup

    def _heading(self, value: Block) -> str:
        level, text = int(value["level"]), value["text"]
        anchor = value.get("anchor") or ""
        self.headings.append(Heading(text, level, anchor))
        return f'<h{level} id="{escape(anchor)}">{escape(text, quote=False)}</h{level}>'

    def _quote(self, value: Block) -> str:
        said = value.get("attribution")
        footer = f'<footer class="quote__attribution">{escape(said, quote=False)}</footer>' if said else ""
        return f'<blockquote class="quote">{_paragraphs(self._rich(value["text"]))}{footer}</blockquote>'

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
        headings = [escape(column.get("heading") or "", quote=False) for column in value["columns"]]
        head = "".join(f'<th scope="col">{heading}</th>' for heading in headings)
        rows = "".join(
            f"<tr>{''.join(f'<td>{self._cell(cell)}</td>' for cell in row['values'])}</tr>" for row in value["rows"]
        )
        said = value.get("caption") or ""
        caption = f"<caption>{escape(said, quote=False)}</caption>" if said else ""
        region = f' role="region" aria-label="{escape(said)}"' if said else ""
        thead = f"<thead><tr>{head}</tr></thead>" if any(headings) else ""
        table = f"<table>{caption}{thead}<tbody>{rows}</tbody></table>"
        return f'<div class="table"{region} tabindex="0">{table}</div>'

    def _cell(self, value: Any) -> str:
        return self._rich(value) if isinstance(value, str) else escape(str(value if value is not None else ""))

    def _preformatted(self, value: Block) -> str:
        return f'<pre class="preformatted"><code>{escape(value["text"], quote=False)}</code></pre>'

    def _embed(self, value: Block) -> str:
        parts = urlsplit(value["url"])
        if parts.scheme not in ("http", "https"):
            return ""
        title = value.get("title") or parts.netloc.removeprefix("www.")
        link = f'<a class="embed__link" href="{escape(value["url"])}">{escape(title, quote=False)}</a>'
        return f'<p class="embed">{link}</p>'

    def _aside(self, value: Block) -> str:
        title = f"<h3>{escape(value['title'], quote=False)}</h3>" if value.get("title") else ""
        return f'<aside class="aside">{title}{_paragraphs(self._rich(value["text"]))}</aside>'

    def _details(self, value: Block) -> str:
        text = _paragraphs(self._rich(value["text"]))
        return f'<details class="details"><summary>{escape(value["summary"], quote=False)}</summary>{text}</details>'

    def _separator(self, _: Any) -> str:
        return '<hr class="separator">'

    def _places(self, value: Block) -> str:
        return "".join(f'<span id="{escape(name)}"></span>' for name in value["names"].split())

    def _imported(self, value: Block) -> str:
        return f'<div class="imported">{value["html"]}</div>' if value["html"].strip() else ""


# Documents have no public address yet, and what could not be brought over is shown to editors only.
PRINTED = {
    *("heading", "quote", "figure", "table", "preformatted", "embed", "aside", "details", "separator"),
    *("imported", "places"),
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
    parts = [text] if text else []
    parts += [f'<span class="figure__credit">{escape(said, quote=False)}</span>' for said in (credit, source) if said]
    if found := licences.linked(licence):
        name, address = found
        link = f'<a rel="license" href="{address}"><bdi>{name}</bdi></a>'
        parts.append(f'<span class="figure__credit">{link}</span>')
    return f'<figcaption class="figure__caption">{" ".join(parts)}</figcaption>' if parts else ""


def inline(markup: str) -> str:
    """Rich text of one paragraph without the paragraph."""
    if markup.startswith("<p") and markup.endswith("</p>") and markup.count("<p") == 1:
        return markup[markup.index(">") + 1 : -4]
    return markup


def _paragraphs(markup: str) -> str:
    return markup if not markup or markup.startswith(_BLOCKS) else f"<p>{markup}</p>"


_BLOCKS = ("<p", "<ul", "<ol", "<h", "<blockquote")
