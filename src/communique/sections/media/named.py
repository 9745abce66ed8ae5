"""What forms of coverage and the parts in it are called in the languages of print."""

from __future__ import annotations

from communique.publishing.words import Say

from .kinds import HEARD, SEEN, Form, Part


def form(say: Say, one: str) -> str:
    """A form of coverage: "Interview"."""
    return {
        Form.ARTICLE: say("Article"),
        Form.INTERVIEW: say("Interview"),
        Form.TELEVISION: say("Television"),
        Form.RADIO: say("Radio"),
        Form.PODCAST: say("Podcast"),
        Form.VIDEO: say("Video"),
    }[Form(one)]


def part(say: Say, one: str) -> str:
    """What somebody does in a piece: "Quoted"."""
    return {
        Part.INTERVIEWED: say("Interviewed"),
        Part.QUOTED: say("Quoted"),
        Part.AUTHOR: say("Author"),
        Part.GUEST: say("Guest in a discussion"),
    }[Part(one)]


def way(say: Say, form: str, outlet: str) -> str:
    """What the link to a piece is called: "Listen to it at Radio Example"."""
    if form in SEEN:
        return say("Watch it at {outlet}", outlet=outlet)
    if form in HEARD:
        return say("Listen to it at {outlet}", outlet=outlet)
    return say("Read it at {outlet}", outlet=outlet)
