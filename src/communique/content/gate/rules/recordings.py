"""Recordings of which those who can't hear them learn nothing."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level
from communique.content.gate.rulebook import rule
from communique.content.recordings.reaching import lacking
from communique.text.plain import text_of
from communique.text.players import player
from communique.text.sentences import sentence


@rule
def recordings_without_transcript(draft: Draft) -> Iterator[Finding]:
    """A recording that is played on the page, and nothing to read instead."""
    for block in draft.blocks:
        if block.kind != "embed" or text_of(block.value.get("transcript") or ""):
            continue
        if player(block.value.get("url") or "") is not None:
            yield Finding(
                block.place.within("transcript"),
                sentence("Those who can’t hear the recording don’t learn what is said in it."),
                sentence("Add a transcript, or see to it that the recording has captions."),
                Level.WARNS,
            )


@rule
def recordings_of_ours_that_some_cannot_follow(draft: Draft) -> Iterator[Finding]:
    """A recording of ours without the captions, the transcript or the descriptions that some need."""
    from communique.content.models import Recording  # the models need the gate

    for block in draft.blocks:
        recording = Recording.objects.filter(pk=block.value).first() if block.kind == "recorded" else None
        for said, remedy in lacking(recording) if recording else ():
            yield Finding(block.place, said, remedy, Level.WARNS)
