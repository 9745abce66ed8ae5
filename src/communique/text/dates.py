"""Dates as people read them and as machines do.

Month names are the "wide" and, where the language has them, genitive forms of CLDR (cldr.unicode.org, common/main,
dates/calendars/gregorian, format type). The order is CLDR's long date, day month year in all four languages; we leave
out the comma that CLDR puts before an Urdu year and the "г." after a Russian one, as newspapers there do, and write
Western digits throughout.
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "ur": (
        *("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون"),
        *("جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"),
    ),
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
        *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
}


# CLDR, days of the week: wide, stand-alone.
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ur": ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
}


def weekday(day: date, language: str) -> str:
    """The day of the week: "Thursday"."""
    return WEEKDAYS.get(_primary(language), WEEKDAYS["en"])[day.weekday()]


def in_words(day: date, language: str, zone: tzinfo | None = None) -> str:
    """A day in words: "24 November 2026". A moment is the day that it is in `zone`, or in its own zone without one."""
    if isinstance(day, datetime) and zone is not None:
        day = day.astimezone(zone)
    return f"{day.day} {_months(language)[day.month - 1]} {day.year}"


def month_in_words(year: int, month: int, language: str) -> str:
    """A month in words: "November 2026"."""
    name = RUSSIAN_ALONE[month - 1] if _primary(language) == "ru" else _months(language)[month - 1]
    return f"{name} {year}"


def iso(day: date, zone: tzinfo | None = None) -> str:
    """A day or moment for machines: "2026-11-24", "2026-11-24T09:30:00+05:00". A moment must know its zone."""
    if not isinstance(day, datetime):
        return day.isoformat()
    if day.tzinfo is None:
        raise ValueError(f"{day.isoformat()} has no zone, so it isn't a moment; give it one.")
    return (day.astimezone(zone) if zone is not None else day).isoformat(timespec="seconds")


# Russian months that stand without a day are in the nominative (CLDR, stand-alone type).
RUSSIAN_ALONE = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)


def _primary(language: str) -> str:
    return language.split("-")[0]


def _months(language: str) -> tuple[str, ...]:
    # A site may publish a page in a language whose months we don't have; English is what its readers can check.
    return MONTHS.get(_primary(language), MONTHS["en"])
