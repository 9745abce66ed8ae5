"""What people, outlets and we ourselves are called in a language, for titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from communique.content.models import Organisation, Person

if TYPE_CHECKING:
    from .models import Outlet


def person(one: Person, language: str) -> str:
    """Someone's name in a language; where it has none of its own, the one in the record."""
    return next((text.name for text in one.texts.all() if text.language == language and text.name), one.name)


def outlet(one: Outlet, language: str) -> str:
    """An outlet's name in a language, likewise."""
    return next((text.name for text in one.texts.all() if text.language == language and text.name), one.name)


def organisation(language: str) -> str:
    """Our own name in a language, as short as we have it; "" as long as nobody has said it."""
    own = Organisation.load()
    text = next((text for text in own.texts.all() if text.language == language), None)
    told = (text.short_name, text.name) if text else ()
    return next(filter(None, (*told, own.short_name, own.name)), str(settings.COMMUNIQUE.site.name))
