"""Everything that is done to published content, each deed a function of the newsroom."""

from . import pages, records, scripts, timetable

DEEDS = (*pages.DEEDS, *pages.OFTEN, *pages.OFTEN, *records.DEEDS, *scripts.DEEDS, *timetable.DEEDS)
