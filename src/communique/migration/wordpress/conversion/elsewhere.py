"""What a text shows of other sites: videos, recordings, posts. Readers get a link, and nothing is loaded."""

from __future__ import annotations

from ..marks import Unresolved
from ..providers import is_framed, watching
from ..tree import Element, find_all
from .body import Body

_LONGEST_TITLE = 300


def frame(body: Body, element: Element) -> None:
    """A frame: a link to what one watches in it, if it is something to watch."""
    address = _whole((element.attributes.get("src") or element.attributes.get("data-src") or "").strip())
    if address.startswith(("http://", "https://")) and is_framed(address):
        title = element.attributes.get("title", "")[:_LONGEST_TITLE]
        body.add("embed", {"url": watching(address), "title": title})
    elif address:
        body.unresolved(Unresolved(element.tag, address))


def recording(body: Body, element: Element) -> None:
    """A video or sound of the former site's own."""
    sources = [each.attributes.get("src", "") for each in (element, *find_all(element, "source"))]
    body.unresolved(Unresolved(element.tag, " ".join(filter(None, sources))))


def embedded(body: Body, address: str) -> None:
    """An address that stood in the text: a reader gets it as a link."""
    address = _whole(address)
    body.add("embed", {"url": address, "title": address[:_LONGEST_TITLE]})


def _whole(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address
