"""What events are: their kinds and states, where one takes part, and the rules that hold in a room."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """The kinds of event."""

    CONFERENCE = "conference", _("Conference or seminar")
    DISCUSSION = "discussion", _("In-house discussion")
    WEBINAR = "webinar", _("Webinar")
    WORKSHOP = "workshop", _("Workshop")


class Status(TextChoices):
    """Whether an event takes place as it was announced."""

    SCHEDULED = "scheduled", _("It takes place")
    MOVED = "moved", _("Moved to the date that is set here")
    POSTPONED = "postponed", _("Postponed; the new date isn’t known yet")
    CANCELLED = "cancelled", _("Cancelled")


class Attendance(TextChoices):
    """Where one takes part."""

    PLACE = "place", _("At a place")
    ONLINE = "online", _("Online")
    BOTH = "both", _("At a place and online")


class Attribution(TextChoices):
    """What of that which is said in a room may be told outside."""

    OPEN = "open", _("On the record")
    UNNAMED = "unnamed", _("What is said may be used, but not who said it")
    CLOSED = "closed", _("Nothing may be quoted")


class Part(TextChoices):
    """What somebody does at an event."""

    SPEAKER = "speaker", _("Speaker")
    CHAIR = "chair", _("Chair")
    DISCUSSANT = "discussant", _("Discussant")
    HOST = "host", _("Host")


class Material(TextChoices):
    """What an event leaves behind."""

    RECORDING = "recording", _("Recording")
    TRANSCRIPT = "transcript", _("Transcript")
    SLIDES = "slides", _("Slides")
    PHOTOGRAPHS = "photographs", _("Photographs")
    OUTPUT = "output", _("Publication")
