"""Everything that is done to published content, each deed a function of the newsroom."""

from . import (
    about,
    cards,
    events,
    experts,
    pages,
    projects,
    records,
    releases,
    scripts,
    second_thoughts,
    series,
    timetable,
)

DEEDS = (
    *pages.DEEDS,
    *pages.OFTEN,
    *pages.OFTEN,
    *about.DEEDS,
    *cards.DEEDS,
    *events.DEEDS,
    *experts.DEEDS,
    *projects.DEEDS,
    *records.DEEDS,
    *releases.DEEDS,
    *scripts.DEEDS,
    *second_thoughts.DEEDS,
    *series.DEEDS,
    *timetable.DEEDS,
)
