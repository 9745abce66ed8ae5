"""A field for the languages in which something is said: those that somebody speaks, those of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import get_language

from communique.content.choices import ManyOf
from communique.publishing.speaking import invalid
from communique.text import tongues
from communique.text.sentences import sentence


class SpokenField(models.CharField):
    """Several languages: their codes, in a row."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 255)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def to_python(self, value: Any) -> str:
        """A choice of several, or what is stored of it."""
        several = value.split() if isinstance(value, str) else list(value or ())
        return " ".join(dict.fromkeys(several))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Raises ValidationError for a code that names no language we know."""
        super().validate(value, model_instance)
        unknown = [code for code in str(value).split() if code not in tongues.NAMES]
        if unknown:
            raise invalid(sentence("“{code}” is no language that can be chosen here.", code=unknown[0]))

    def formfield(self, **options: Any) -> forms.Field:
        """A box for each language, in the words of the editor's language."""
        return _Spoken(
            choices=lambda: tongues.choices(get_language() or "en"),
            widget=ManyOf,
            required=False,
            label=options.get("label", self.verbose_name),
            help_text=self.help_text,
        )


class _Spoken(forms.MultipleChoiceField):
    def prepare_value(self, value: Any) -> Any:
        """The codes, one by one."""
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Iterable[str] | None) -> str:
        """The codes, in a row."""
        return " ".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other languages are chosen."""
        return super().has_changed(self.prepare_value(initial), data)
