"""Everything that is done to published content, each deed a function of the newsroom."""

from . import cards, events, media, pages, records, scripts, second_thoughts, series, timetable

DEEDS = (
    *pages.DEEDS,
    *pages.OFTEN,
    *pages.OFTEN,
    *cards.DEEDS,
    *events.DEEDS,
    *media.DEEDS,
    *records.DEEDS,
    *scripts.DEEDS,
    *second_thoughts.DEEDS,
    *series.DEEDS,
    *timetable.DEEDS,
)
