"""Events, the section they stand in, who speaks, what is on the programme, and what remains afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.models import Orderable, Page
from wagtail.search import index

from communique.content import lists
from communique.content.choices import ManyOf
from communique.content.models import BasePage, LedByAPicture, Person, Recording, Topic
from communique.content.models.fields import BodyField, ProseField
from communique.content.models.panels import Rows
from communique.content.models.people import NamesAPerson
from communique.content.models.spoken import SpokenField

from . import sequence, shelves, times, wrong
from .fields import ZoneField
from .forms import EventForm
from .kinds import Attendance, Attribution, Kind, Material, Part, Status


class EventsPage(BasePage):
    """A section of events. Its page lists those to come, soonest first, and those that are over."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["events.EventPage"]

    class Meta:
        verbose_name = _("section of events")
        verbose_name_plural = _("sections of events")

    edit_handler = BasePage.tabs(content_panels)


class EventPage(LedByAPicture):
    """An event. It moves to the past by itself when it ends, and keeps its address."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.CONFERENCE)
    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("What it is about, in a sentence or two."))
    first_day = models.DateField(_("first day"), null=True, blank=True)
    begins = models.TimeField(_("begins at"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: it ends on its first day."))
    finishes = models.TimeField(_("ends at"), null=True, blank=True)
    all_day = models.BooleanField(_("whole days"), default=False, help_text=_("Then no times are shown."))
    zone = ZoneField(_("time zone"), help_text=_("The times are those of clocks there; readers are told so."))
    # What readers and lists go by follows from these: see `times.span`.
    starts = models.DateTimeField(null=True, blank=True, editable=False)
    ends = models.DateTimeField(null=True, blank=True, editable=False)
    attendance = models.CharField(
        _("one takes part"), max_length=10, choices=Attendance.choices, default=Attendance.PLACE
    )
    place = models.CharField(_("place"), max_length=255, blank=True, help_text=_("A hall and a city."))
    place_address = models.CharField(_("address of the place"), max_length=255, blank=True)
    joining = models.TextField(
        _("how to join"),
        blank=True,
        help_text=_("What all may read. Never the link of the meeting: send that to those who registered."),
    )
    access = models.TextField(
        _("access"), blank=True, help_text=_("Steps, lifts, hearing loops, sign language, captions.")
    )
    spoken = SpokenField(
        _("languages of the event"), help_text=_("Empty: that of this page; of a translation, that of its original.")
    )
    booking_link = models.URLField(
        _("where one registers"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("The page on which one registers. Never the link of the meeting."),
    )
    free = models.BooleanField(_("free of charge"), default=False)
    attribution = models.CharField(
        _("what may be quoted"),
        max_length=10,
        choices=Attribution.choices,
        blank=True,
        help_text=_("An in-house discussion must say so."),
    )
    status = models.CharField(_("state"), max_length=10, choices=Status.choices, default=Status.SCHEDULED)
    formerly = models.DateField(
        _("was to take place on"), null=True, blank=True, help_text=_("If it was moved: the day announced before.")
    )
    status_note = models.TextField(_("what readers should know"), blank=True, help_text=_("Why, and what to do now."))
    body = BodyField(verbose_name=_("text"), blank=True)
    summary = ProseField(_("summary"), blank=True, help_text=_("What was said, in a few paragraphs."))
    transcript = ProseField(_("transcript"), blank=True, help_text=_("Of the recording, word by word."))
    topics = ParentalManyToManyField(Topic, blank=True, related_name="events", verbose_name=_("topics"))
    # RFC 5545: raised with every change of time, place or state, so that calendars take it over.
    sequence = models.IntegerField(default=0, editable=False)

    base_form_class = EventForm
    files_itself = True
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "sequence"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst"),
        index.FilterField("language"),
    ]
    parent_page_types = ["events.EventsPage"]
    subpage_types: list[str] = []

    content_panels = [
        FieldPanel("kind"),
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        Rows("speakers", label=_("Person"), heading=_("Speakers and chairs")),
        LedByAPicture.lead_panel,
        FieldPanel("body"),
        FieldPanel("topics", widget=ManyOf),
    ]
    place_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("first_day"), FieldPanel("begins")]),
                FieldRowPanel([FieldPanel("last_day"), FieldPanel("finishes")]),
                FieldRowPanel([FieldPanel("zone"), FieldPanel("all_day")]),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("attendance", "place", "place_address", "access", "attribution")],
            heading=_("Where"),
        ),
        FieldPanel("spoken"),
        MultiFieldPanel(
            [FieldPanel("joining"), FieldRowPanel([FieldPanel("booking_link"), FieldPanel("free")])],
            heading=_("Registration"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("status", "formerly", "status_note")], heading=_("Changes and cancellation")
        ),
        Rows("programme", label=_("Part"), heading=_("Programme")),
    ]
    after_panels = [
        FieldPanel("summary"),
        Rows("materials", label=_("Material"), heading=_("Recording, slides, photographs, publications")),
        FieldPanel("transcript"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    edit_handler = BasePage.tabs(
        content_panels,
        ObjectList(place_panels, heading=_("Time and place")),
        ObjectList(after_panels, heading=_("Afterwards")),
    )

    @property
    def span(self) -> times.Span | None:
        """When it is; None as long as too little is said."""
        return times.span(self.first_day, self.begins, self.last_day, self.finishes, self.zone, self.all_day)

    @property
    def dated(self) -> datetime | None:
        """It stands in lists by its end: then it moves to the past."""
        return self.ends

    def clean(self) -> None:
        """An event begins before it ends, at times that clocks show."""
        super().clean()
        if found := wrong.times(self):
            raise ValidationError(found)

    def prepare_for_print(self) -> None:
        """The moments of its beginning and end, and of the parts of its programme, follow from days and times."""
        super().prepare_for_print()
        when = self.span
        self.starts, self.ends = (when.starts, when.ends) if when else (None, None)
        parts = list(self.programme.all())
        for part in parts:
            part.settle(self)
        self.programme.set(parts)

    def save(self, *args: Any, **options: Any) -> None:
        """Keep the event; calendars are told of a change that matters to them."""
        if self.live and self.pk and options.get("update_fields") is None:
            self.prepare_for_print()
            self.sequence = sequence.following(self)
        super().save(*args, **options)

    def shelves(self) -> list[str]:
        """Its section's list, that of its kind, and those of its topics and of who speaks."""
        section = self.get_parent()
        found = [shelves.of(section.pk), shelves.of(section.pk, self.kind)] if section else []
        found += [lists.topic(topic.pk, self.language) for topic in self.topics.all()]
        return found + [lists.person(one.person_id, self.language) for one in self.speakers.all()]


class Speaker(NamesAPerson, Orderable):
    """Someone's part in an event, with where they belonged then."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appearances", verbose_name=_("person"))
    role = models.CharField(
        pgettext_lazy("of somebody", "part"), max_length=20, choices=Part.choices, default=Part.SPEAKER
    )
    affiliation = models.CharField(
        _("affiliation"), max_length=255, blank=True, help_text=_("At the time; it stays when they move on.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"


class ProgrammePart(Orderable):
    """A part of an event's programme."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="programme")
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("Empty: the first day."))
    at = models.TimeField(_("begins at"))
    until = models.TimeField(_("ends at"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=255)
    description = models.TextField(_("description"), blank=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("person")
    )
    starts = models.DateTimeField(null=True, blank=True, editable=False)
    ends = models.DateTimeField(null=True, blank=True, editable=False)

    panels = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("at"), FieldPanel("until")]),
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("person"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("part of the programme")

    def __str__(self) -> str:
        return self.title

    def settle(self, event: EventPage) -> None:
        """Its moments follow from the zone and the first day of its event."""
        when = times.part(self.day or event.first_day, self.at, self.until, event.zone)
        self.starts, self.ends = when or (None, None)


class EventMaterial(Orderable):
    """What an event left behind: a recording or a page of ours, or an address elsewhere."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="materials")
    kind = models.CharField(_("kind"), max_length=20, choices=Material.choices, default=Material.RECORDING)
    title = models.CharField(_("title"), max_length=255, blank=True)
    target = models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page of ours")
    )
    recording = models.ForeignKey(
        Recording,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("or a recording of ours"),
    )
    link = models.URLField(_("or an address elsewhere"), blank=True)

    panels = [FieldPanel(name) for name in ("kind", "title", "target", "recording", "link")]

    class Meta(Orderable.Meta):
        verbose_name = _("material")

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    def clean(self) -> None:
        """It leads somewhere, and to one place."""
        super().clean()
        if [bool(one) for one in (self.target_id, self.recording_id, self.link)].count(True) != 1:
            said = _("Choose a page or a recording of ours, or write an address elsewhere: one of them.")
            raise ValidationError({"link": said})
        if self.link and not self.title:
            raise ValidationError({"title": _("Say what readers will find there.")})
