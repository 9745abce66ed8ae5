"""A recording that no page shows, and one in the draft of an article."""

from __future__ import annotations

from communique.content.models import Recording
from tests.content.sounds import captioned, mp3, recording

from .institute import Institute


def plant(at: Institute) -> None:
    _recording(at, "recording that nobody shows")
    shown = _recording(at, "recording in a draft")
    at.draft.body = [("recorded", shown)]
    at.draft.save_revision(user=at.user)


def _recording(at: Institute, what: str) -> Recording:
    told = {name: at.plant(f"{what}: {name}") for name in ("title", "credit")}
    made = recording(
        name=f"{at.plant(f'{what}: file name')}.mp3",
        content=mp3(said=at.plant(f"{what}: in the file")),
        transcript=f"<p>{at.plant(f'{what}: transcript')}</p>",
        **told,
    )
    captioned(made, text=f"WEBVTT\n\n00:00.000 --> 00:01.000\n{at.plant(f'{what}: captions')}\n")
    return made
