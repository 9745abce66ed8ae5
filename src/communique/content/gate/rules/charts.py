"""Charts that can't be drawn, or that not everyone could read."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content import charts
from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level
from communique.content.gate.rulebook import rule
from communique.text.charts.data import Unreadable
from communique.text.sentences import counted, sentence

NAMED = 5
"""So many faults of one chart are named; those that follow often come from the same mistake."""

LONG_NUMBERS = 10**9


@rule
def charts_that_cannot_be_drawn(draft: Draft) -> Iterator[Finding]:
    """Data in which something is not as a chart needs it: where, in rows and columns."""
    for block in draft.blocks:
        if block.kind == "chart":
            for fault in charts.faults(block.value, draft.language)[:NAMED]:
                yield Finding(
                    block.place.within("data"),
                    sentence("{place}: {said}", place=fault.where, said=fault.said),
                    fault.remedy,
                )


@rule
def charts_without_words(draft: Draft) -> Iterator[Finding]:
    """A chart that says nothing to those who can't see it, or that has no title."""
    for block in draft.blocks:
        if block.kind != "chart":
            continue
        if not (block.value.get("title") or "").strip():
            yield Finding(
                block.place.within("title"), sentence("The chart has no title."), sentence("Say what it shows.")
            )
        if not (block.value.get("summary") or "").strip():
            yield Finding(
                block.place.within("summary"),
                sentence("Nothing says what the chart shows, to those who can't see it."),
                sentence("Describe in a sentence what one learns from it: what rises, what is largest, by how much."),
            )


@rule
def charts_of_endless_numbers(draft: Draft) -> Iterator[Finding]:
    """Numbers of ten figures and more, which nobody reads."""
    for block in draft.blocks:
        if block.kind != "chart":
            continue
        try:
            largest = max(map(abs, charts.read(block.value, draft.language).numbers))
        except Unreadable:
            continue
        if largest >= LONG_NUMBERS:
            yield Finding(
                block.place.within("data"),
                counted(
                    "The largest number has {number} figure.",
                    "The largest number has {number} figures.",
                    largest.adjusted() + 1,
                ),
                sentence("Give the numbers in millions or billions, and say so in the unit."),
                Level.WARNS,
            )
