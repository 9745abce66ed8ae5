"""Headings: their levels, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from selectolax.lexbor import LexborHTMLParser

from communique.content.gate.draft import Block, Draft
from communique.content.gate.findings import Finding, Level, Place
from communique.content.gate.looking import shortened
from communique.content.gate.rulebook import rule
from communique.text.headings import TITLE, skips
from communique.text.sentences import sentence

LEVELS = {2: sentence("Section"), 3: sentence("Part of a section"), 4: sentence("Part of a part")}

_DISCLAIMER = re.compile(
    r"(?:disclaimers?|legal notice|ڈس\s?کلیمر|اعلان\s?دستبرداری|اعلانِ\s?دستبرداری|دستبرداری"
    r"|إخلاء\s+(?:ال)?مسؤولية|تنويه|отказ от ответственности|оговорка|дисклеймер)[\s:.–—-]*",
    re.IGNORECASE,
)


@rule
def skipped_levels(draft: Draft) -> Iterator[Finding]:
    """A heading that skips a level: those who go from heading to heading lose their way."""
    found = list(_headings(draft))
    levels = [TITLE, *(level for _, level, _ in found)]
    for at in skips(levels[1:]):
        place, _, text = found[at]
        wanted = LEVELS[levels[at] + 1]
        yield Finding(
            place,
            sentence(
                "The heading “{heading}” skips a level: nothing above it is a “{wanted}”.",
                heading=shortened(text),
                wanted=wanted,
            ),
            sentence("Make it a “{wanted}”.", wanted=wanted),
        )


@rule
def disclaimer_as_heading(draft: Draft) -> Iterator[Finding]:
    """A disclaimer pasted into the text would end the contents list, and stand there twice."""
    for place, _, text in _headings(draft):
        if _DISCLAIMER.fullmatch(text.strip()):
            yield Finding(
                place,
                sentence("The heading “{heading}” would stand in the contents list.", heading=text.strip()),
                sentence(
                    "Delete it and the disclaimer below it: the one of the article's type is put below every article."
                ),
            )


@rule
def headings_over_nothing(draft: Draft) -> Iterator[Finding]:
    """A heading with nothing under it: an “Events” without events."""
    shown = [block for block in draft.blocks if block.kind == "heading" or block.prints]
    for block, below in zip_longest(shown, shown[1:]):
        if block.kind == "heading" and (below is None or _ends(below, block)):
            yield Finding(
                block.place,
                sentence("Nothing stands under the heading “{heading}”.", heading=shortened(block.value["text"])),
                sentence("Write what belongs there, or delete the heading."),
            )


@rule
def headings_in_disguise(draft: Draft) -> Iterator[Finding]:
    """A line that is all bold looks like a heading and isn't one."""
    for block in draft.blocks:
        for paragraph in LexborHTMLParser(block.html).css("p") if block.kind == "paragraph" else ():
            bold = "".join(part.text() for part in paragraph.css("b, strong"))
            text = paragraph.text().strip()
            if text and bold.strip() == text and len(text) < 100 and not text.endswith((".", "!", "?", "۔", "؟")):
                yield Finding(
                    block.place,
                    sentence("“{text}” looks like a heading and is none.", text=shortened(text)),
                    sentence("Make it a heading, so that it stands in the contents list and can be linked to."),
                    Level.WARNS,
                )


def _ends(below: Block, above: Block) -> bool:
    """Whether a block is a heading that begins something else."""
    return below.kind == "heading" and int(below.value["level"]) <= int(above.value["level"])


def _headings(draft: Draft) -> Iterator[tuple[Place, int, str]]:
    for block in draft.blocks:
        if block.kind == "heading":
            yield block.place, int(block.value["level"]), block.value["text"]
