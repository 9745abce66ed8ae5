"""What another system would have replaced: shortcodes, template tags, fields of a form letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding
from communique.content.gate.looking import everywhere, shortened
from communique.content.gate.rulebook import rule
from communique.text import shortcodes as brackets
from communique.text.sentences import sentence

_TAGS = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"  # templates
    r"|%%\w+%%|\*\|[A-Z_:]+\|\*|%(?:FIRSTNAME|NAME|EMAIL)%"  # form letters
    r"|<\?(?:php|=)|<!--\s*/?wp:"  # sources
)


@rule
def shortcodes(draft: Draft) -> Iterator[Finding]:
    """An unrendered `[shortcode]`. Editorial brackets, [sic] or [1], are an editor's words."""
    for place, found in everywhere(draft, _shortcodes):
        yield Finding(
            place,
            sentence("Readers would see {shortcode} as it stands: a shortcode of another system.", shortcode=found),
            sentence("Delete it. If it stood for a form, a gallery or a list, add the block of that kind."),
        )


@rule
def template_tags(draft: Draft) -> Iterator[Finding]:
    """A template's tag, or a field of a form letter, that nothing filled in."""
    for place, found in everywhere(draft, lambda text: [shortened(tag[0]) for tag in _TAGS.finditer(text)]):
        yield Finding(
            place,
            sentence("Readers would see {tag} as it stands: nothing fills it in.", tag=found),
            sentence("Write what should stand there, or delete it."),
        )


def _shortcodes(text: str) -> list[str]:
    return [shortened(text[found.start : found.end]) for found in brackets.find(text)]
