"""What someone did for an article, in the languages of print."""

NAMES = {
    "author": {"en": "Author", "ur": "مصنف", "ar": "الكاتب", "ru": "Автор"},
    "editor": {"en": "Editor", "ur": "مدیر", "ar": "المحرر", "ru": "Редактор"},
    "translator": {"en": "Translator", "ur": "مترجم", "ar": "المترجم", "ru": "Переводчик"},
    "photographer": {"en": "Photographer", "ur": "فوٹوگرافر", "ar": "المصور", "ru": "Фотограф"},
    "interviewer": {"en": "Interviewer", "ur": "انٹرویو نگار", "ar": "المحاور", "ru": "Интервьюер"},
    "reviewer": {"en": "Reviewer", "ur": "مبصر", "ar": "المراجع", "ru": "Рецензент"},
    "compiler": {"en": "Compiler", "ur": "مرتب", "ar": "الجامع", "ru": "Составитель"},
}


def named(role: str, language: str) -> str:
    """A role in a language; in English where we have no word for it."""
    names = NAMES.get(role, {})
    return names.get(language) or names.get("en", role)
