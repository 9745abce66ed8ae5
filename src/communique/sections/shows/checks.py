"""What must not be missing when an episode is published, and why a show is no podcast yet."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate import Finding, Level, offer
from communique.content.gate.draft import Draft
from communique.content.recordings.reaching import lacking
from communique.text.sentences import sentence

from . import covers
from .models import EpisodePage, ShowPage

_NOT_EVERYWHERE = ("ogg", "opus")


def no_recording(draft: Draft) -> Iterator[Finding]:
    """An episode of which nothing is to be heard."""
    if draft.page.recording is None:
        yield Finding(
            draft.field("recording"),
            sentence("There is nothing to hear."),
            sentence("Choose the recording, or send it."),
        )


def left_out(draft: Draft) -> Iterator[Finding]:
    """A recording that some can't follow, or that some programs can't play."""
    recording = draft.page.recording
    if recording is None:
        return
    for said, remedy in lacking(recording):
        yield Finding(draft.field("recording"), said, remedy, Level.WARNS)
    if recording.sort == "film":
        yield Finding(
            draft.field("recording"),
            sentence("Podcasts are heard: a film isn’t in the podcast."),
            sentence("Send its sound as a recording of its own, and show the film in the notes."),
            Level.WARNS,
        )
    if recording.kind in _NOT_EVERYWHERE:
        yield Finding(
            draft.field("recording"),
            sentence("Apple’s programs don’t play Ogg and Opus."),
            sentence("Send it as MP3 or M4A."),
            Level.WARNS,
        )


def no_podcast(draft: Draft) -> Iterator[Finding]:
    """A show without the cover that podcasts must have."""
    cover = draft.page.cover
    said = sentence("The show has no cover.") if cover is None else covers.wrong(cover)
    if said is not None:
        yield Finding(
            draft.field("cover"),
            sentence("{why} So nobody can subscribe to it as a podcast.", why=said),
            sentence("Choose a square picture of 1,400 to 3,000 pixels."),
            Level.WARNS,
        )


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (no_recording, left_out):
        offer(look, kind=EpisodePage)
    offer(no_podcast, kind=ShowPage)
