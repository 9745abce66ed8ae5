"""What events, their parts and states are called in the languages of print."""

from __future__ import annotations

from communique.publishing.words import Say

from .kinds import Attribution, Kind, Material, Part, Status


def kind(say: Say, one: str) -> str:
    """A kind of event: "Webinar"."""
    return {
        Kind.CONFERENCE: say("Conference or seminar"),
        Kind.DISCUSSION: say("In-house discussion"),
        Kind.WEBINAR: say("Webinar"),
        Kind.WORKSHOP: say("Workshop"),
    }.get(Kind(one), "")


def state(say: Say, one: str) -> str:
    """What readers are told of an event that doesn't take place as announced; "" for one that does."""
    told = {
        Status.CANCELLED: say("Cancelled"),
        Status.POSTPONED: say("Postponed"),
        Status.MOVED: say("Moved to another date"),
    }
    return told.get(Status(one), "")


def rule(say: Say, one: str) -> str:
    """The rule that holds in the room; "" where there is none."""
    told = {
        Attribution.OPEN: say("What is said is on the record."),
        Attribution.UNNAMED: say("What is said may be used, but neither who said it nor whom they speak for."),
        Attribution.CLOSED: say("What is said stays in the room: nothing may be quoted."),
    }
    return told[Attribution(one)] if one else ""


def part(say: Say, one: str) -> str:
    """What somebody does at an event: "Chair"."""
    return {
        Part.SPEAKER: say("Speaker"),
        Part.CHAIR: say("Chair"),
        Part.DISCUSSANT: say("Discussant"),
        Part.HOST: say("Host"),
    }[Part(one)]


def material(say: Say, one: str) -> str:
    """What an event leaves behind: "Slides"."""
    return {
        Material.RECORDING: say("Recording"),
        Material.TRANSCRIPT: say("Transcript"),
        Material.SLIDES: say("Slides"),
        Material.PHOTOGRAPHS: say("Photographs"),
        Material.OUTPUT: say("Publication"),
    }[Material(one)]
