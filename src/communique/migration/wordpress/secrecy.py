"""Who may see what: nothing that was hidden becomes public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from communique.text.sentences import Sentence, sentence

from .dates import Zone, moment
from .kinds import ATTACHMENT, PAGES, why_never_brought
from .shapes import Post

State = Literal["live", "draft", "scheduled", "staff", "left out", "attached", "kept"]

_GONE = {
    "trash": sentence("in the bin of the former site"),
    "auto-draft": sentence("begun and never saved"),
    "inherit": sentence("an earlier version of something else"),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a post, and why, if it isn't simply shown."""

    state: State
    reason: Sentence | None = None
    listed: bool = False
    """Whether the report names it one by one."""


def fate(post: Post, zone: Zone, now: datetime) -> Fate:
    """What a post becomes here."""
    if post.kind == ATTACHMENT:
        thrown_away = post.status in {"trash", "auto-draft"}
        return Fate("left out", _GONE[post.status]) if thrown_away else Fate("attached")
    never = why_never_brought(post.kind)
    if never:
        return Fate("left out", never)
    if post.status in _GONE:
        return Fate("left out", _GONE[post.status])
    if post.kind not in PAGES:
        return Fate("kept", sentence("there is nothing here yet that it could become"))
    if post.status == "private":
        return Fate("staff", sentence("private: staff only"), listed=True)
    if post.has_password:
        return Fate("staff", sentence("protected with a password, which was dropped: staff only"), listed=True)
    if post.status == "publish":
        return Fate("live")
    if post.status == "future":
        return _scheduled(post, zone, now)
    if post.status in {"draft", "pending"}:
        waits = post.status == "pending"
        return Fate("draft", sentence("waiting for review") if waits else sentence("a draft"), listed=True)
    status = post.status or sentence("none")
    return Fate("draft", sentence("status “{status}” is not known, so it is a draft", status=status), listed=True)


def _scheduled(post: Post, zone: Zone, now: datetime) -> Fate:
    due = moment(post.date, post.date_gmt, zone)
    if due is not None and due > now:
        return Fate("scheduled", sentence("scheduled for {moment} UTC", moment=f"{due:%Y-%m-%d %H:%M}"), listed=True)
    return Fate("draft", sentence("was scheduled, but its time has passed: a draft, to be looked at"), listed=True)


def is_open(post: Post) -> bool:
    """Whether a post was for everybody."""
    return post.status == "publish" and not post.has_password
