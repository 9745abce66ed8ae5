"""The parts of a section of events: each kind has a list, a calendar and archives of its own."""

from communique.content.divisions import Divided, Division

from .kinds import Kind

DIVIDED = Divided(
    {
        Kind.CONFERENCE.value: Division("conferences", lambda say: say("Conferences and seminars")),
        Kind.DISCUSSION.value: Division("discussions", lambda say: say("In-house discussions")),
        Kind.WEBINAR.value: Division("webinars", lambda say: say("Webinars")),
        Kind.WORKSHOP.value: Division("workshops", lambda say: say("Workshops")),
    },
    lambda say: say("All events"),
)
