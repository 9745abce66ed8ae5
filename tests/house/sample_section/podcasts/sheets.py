"""What podcasts print: episodes."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content import frames
from communique.content.questions.pages import Head, head
from communique.press.questions import Ask, Reading, question
from communique.press.sheets import Copy, Sheet


@dataclass(frozen=True)
class Episode:
    """An episode as it is printed."""

    head: Head
    transcript: str


@question
def found(read: Reading, page_id: int) -> Episode | None:
    """An episode that readers can see."""
    top, row = head(read, "podcasts_episodepage", page_id), read.row("podcasts_episodepage", page_id)
    return Episode(top, row.transcript) if top and row else None


def episode(ask: Ask, page_id: int) -> Copy | None:
    """An episode with its transcript."""
    shown = ask(found, page_id)
    if shown is None:
        return None
    top = shown.head
    context = {
        "frame": frames.frame_of(ask, top),
        "episode": {"title": top.title, "transcript": shown.transcript},
    }
    return Copy(top.address, context, "podcasts/episode.html", top.language, expires=top.expires)


EPISODE = Sheet("episode", episode, each="podcasts_episodepage")
