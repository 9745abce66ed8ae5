"""What languages are called in other languages (names as in CLDR). Codes are those of BCP 47."""

from __future__ import annotations

from .scripts import own_name

NAMES = {
    "ar": {"en": "Arabic", "ur": "عربی", "ar": "العربية", "ru": "арабский"},
    "az": {"en": "Azerbaijani", "ur": "آذربائیجانی", "ar": "الأذربيجانية", "ru": "азербайджанский"},
    "bal": {"en": "Balochi", "ur": "بلوچی", "ar": "البلوشية", "ru": "белуджский"},
    "bn": {"en": "Bengali", "ur": "بنگالی", "ar": "البنغالية", "ru": "бенгальский"},
    "zh": {"en": "Chinese", "ur": "چینی", "ar": "الصينية", "ru": "китайский"},
    "prs": {"en": "Dari", "ur": "دری", "ar": "الدرية", "ru": "дари"},
    "nl": {"en": "Dutch", "ur": "ڈچ", "ar": "الهولندية", "ru": "нидерландский"},
    "en": {"en": "English", "ur": "انگریزی", "ar": "الإنجليزية", "ru": "английский"},
    "fr": {"en": "French", "ur": "فرانسیسی", "ar": "الفرنسية", "ru": "французский"},
    "de": {"en": "German", "ur": "جرمن", "ar": "الألمانية", "ru": "немецкий"},
    "he": {"en": "Hebrew", "ur": "عبرانی", "ar": "العبرية", "ru": "иврит"},
    "hi": {"en": "Hindi", "ur": "ہندی", "ar": "الهندية", "ru": "хинди"},
    "id": {"en": "Indonesian", "ur": "انڈونیشیائی", "ar": "الإندونيسية", "ru": "индонезийский"},
    "it": {"en": "Italian", "ur": "اطالوی", "ar": "الإيطالية", "ru": "итальянский"},
    "ja": {"en": "Japanese", "ur": "جاپانی", "ar": "اليابانية", "ru": "японский"},
    "kk": {"en": "Kazakh", "ur": "قزاخ", "ar": "الكازاخستانية", "ru": "казахский"},
    "ko": {"en": "Korean", "ur": "کوریائی", "ar": "الكورية", "ru": "корейский"},
    "ku": {"en": "Kurdish", "ur": "کردش", "ar": "الكردية", "ru": "курдский"},
    "ky": {"en": "Kyrgyz", "ur": "کرغیزی", "ar": "القيرغيزية", "ru": "киргизский"},
    "ms": {"en": "Malay", "ur": "مالے", "ar": "الماليزية", "ru": "малайский"},
    "ps": {"en": "Pashto", "ur": "پشتو", "ar": "البشتو", "ru": "пушту"},
    "fa": {"en": "Persian", "ur": "فارسی", "ar": "الفارسية", "ru": "персидский"},
    "pl": {"en": "Polish", "ur": "پولش", "ar": "البولندية", "ru": "польский"},
    "pt": {"en": "Portuguese", "ur": "پرتگالی", "ar": "البرتغالية", "ru": "португальский"},
    "pa": {"en": "Punjabi", "ur": "پنجابی", "ar": "البنجابية", "ru": "панджаби"},
    "ru": {"en": "Russian", "ur": "روسی", "ar": "الروسية", "ru": "русский"},
    "sd": {"en": "Sindhi", "ur": "سندھی", "ar": "السندية", "ru": "синдхи"},
    "es": {"en": "Spanish", "ur": "ہسپانوی", "ar": "الإسبانية", "ru": "испанский"},
    "sw": {"en": "Swahili", "ur": "سواحلی", "ar": "السواحلية", "ru": "суахили"},
    "tg": {"en": "Tajik", "ur": "تاجک", "ar": "الطاجيكية", "ru": "таджикский"},
    "tr": {"en": "Turkish", "ur": "ترکی", "ar": "التركية", "ru": "турецкий"},
    "tk": {"en": "Turkmen", "ur": "ترکمان", "ar": "التركمانية", "ru": "туркменский"},
    "uk": {"en": "Ukrainian", "ur": "یوکرینیائی", "ar": "الأوكرانية", "ru": "украинский"},
    "ur": {"en": "Urdu", "ur": "اردو", "ar": "الأوردية", "ru": "урду"},
    "uz": {"en": "Uzbek", "ur": "ازبک", "ar": "الأوزبكية", "ru": "узбекский"},
}


def named(code: str, language: str) -> str:
    """What a language is called in another: "Urdu"; in itself or by its code where we don't know."""
    told = NAMES.get(code, {})
    return told.get(language.split("-")[0]) or told.get("en") or own_name(code)


def choices(language: str) -> list[tuple[str, str]]:
    """The languages as an editor chooses among them, by their names."""
    return sorted(((code, named(code, language)) for code in NAMES), key=lambda one: one[1])
