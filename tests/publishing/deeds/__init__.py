"""Everything that is done to published content, each deed a function of the newsroom."""

from . import cards, contact, documents, events, pages, records, scripts, second_thoughts, series, timetable

DEEDS = (
    *pages.DEEDS,
    *pages.OFTEN,
    *pages.OFTEN,
    *cards.DEEDS,
    *contact.DEEDS,
    *documents.DEEDS,
    *events.DEEDS,
    *records.DEEDS,
    *scripts.DEEDS,
    *second_thoughts.DEEDS,
    *series.DEEDS,
    *timetable.DEEDS,
)
