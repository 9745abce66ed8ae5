"""What the places that time zones are named for are called. Where we have no word, the name in Latin letters stands."""

from __future__ import annotations

NAMES = {
    "Asia/Karachi": {"en": "Pakistan", "ur": "پاکستان", "ar": "باكستان", "ru": "Пакистан"},
    "Asia/Kabul": {"ur": "کابل", "ar": "كابل", "ru": "Кабул"},
    "Asia/Tehran": {"ur": "تہران", "ar": "طهران", "ru": "Тегеран"},
    "Asia/Kolkata": {"ur": "کولکاتا", "ar": "كولكاتا", "ru": "Калькутта"},
    "Asia/Dhaka": {"ur": "ڈھاکا", "ar": "دكا", "ru": "Дакка"},
    "Asia/Riyadh": {"ur": "ریاض", "ar": "الرياض", "ru": "Эр-Рияд"},
    "Asia/Dubai": {"ur": "دبئی", "ar": "دبي", "ru": "Дубай"},
    "Asia/Qatar": {"ur": "قطر", "ar": "قطر", "ru": "Катар"},
    "Asia/Baghdad": {"ur": "بغداد", "ar": "بغداد", "ru": "Багдад"},
    "Asia/Tashkent": {"ur": "تاشقند", "ar": "طشقند", "ru": "Ташкент"},
    "Asia/Almaty": {"ur": "الماتی", "ar": "ألماتي", "ru": "Алма-Ата"},
    "Asia/Shanghai": {"ur": "شنگھائی", "ar": "شنغهاي", "ru": "Шанхай"},
    "Asia/Tokyo": {"ur": "ٹوکیو", "ar": "طوكيو", "ru": "Токио"},
    "Africa/Cairo": {"ur": "قاہرہ", "ar": "القاهرة", "ru": "Каир"},
    "Europe/Istanbul": {"ur": "استنبول", "ar": "إسطنبول", "ru": "Стамбул"},
    "Europe/Moscow": {"ur": "ماسکو", "ar": "موسكو", "ru": "Москва"},
    "Europe/London": {"ur": "لندن", "ar": "لندن", "ru": "Лондон"},
    "Europe/Berlin": {"ur": "برلن", "ar": "برلين", "ru": "Берлин"},
    "Europe/Paris": {"ur": "پیرس", "ar": "باريس", "ru": "Париж"},
    "Europe/Brussels": {"ur": "برسلز", "ar": "بروكسل", "ru": "Брюссель"},
    "Europe/Vienna": {"ur": "ویانا", "ar": "فيينا", "ru": "Вена"},
    "Europe/Zurich": {"ur": "زیورخ", "ar": "زيورخ", "ru": "Цюрих"},
    "America/New_York": {"ur": "نیویارک", "ar": "نيويورك", "ru": "Нью-Йорк"},
}


def named(zone: str, language: str) -> str:
    """The place that a zone is named for: "Karachi"."""
    told = NAMES.get(zone, {})
    return told.get(language.split("-")[0]) or told.get("en") or zone.rpartition("/")[2].replace("_", " ")
