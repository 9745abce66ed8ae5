"""Names of elements: by the prefix everybody writes, or by any of WordPress' export namespaces, http or https."""

from __future__ import annotations

import re
from collections.abc import Mapping

_EXPORT = re.compile(r"https?://(?:www\.)?wordpress\.org/export/[^/]+/(?P<excerpt>excerpt/)?")
_OTHERS = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
}


class Namespaces:
    """What each prefix of the document stands for."""

    def __init__(self) -> None:
        self._prefixes = {"wp": "wp", "content": "content", "excerpt": "excerpt", "dc": "dc"}
        self.is_export = False

    def name(self, written: str, attributes: Mapping[str, str]) -> str:
        """The name of an element as we know it, taking note of what its own attributes declare."""
        default = self._declared(attributes) if attributes else ""
        prefix, colon, local = written.partition(":")
        if not colon:
            return f"{default}:{written}" if default else written
        return f"{self._prefixes.get(prefix, prefix)}:{local}"

    def _declared(self, attributes: Mapping[str, str]) -> str:
        default = ""
        for attribute, address in attributes.items():
            if attribute == "xmlns":
                default = _family(address)
            elif attribute.startswith("xmlns:") and (family := _family(address)):
                self._prefixes[attribute[6:]] = family
                self.is_export |= family == "wp"
        return default


def _family(address: str) -> str:
    export = _EXPORT.fullmatch(address)
    if export:
        return "excerpt" if export["excerpt"] else "wp"
    return _OTHERS.get(address, "")
