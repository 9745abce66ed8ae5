"""Everything that is done to published content, each deed a function of the newsroom."""

from . import cards, events, gallery, pages, records, scripts, second_thoughts, series, timetable

DEEDS = (
    *pages.DEEDS,
    *pages.OFTEN,
    *pages.OFTEN,
    *cards.DEEDS,
    *events.DEEDS,
    *gallery.DEEDS,
    *records.DEEDS,
    *scripts.DEEDS,
    *second_thoughts.DEEDS,
    *series.DEEDS,
    *timetable.DEEDS,
)
