"""Fields for what a register gave out: brought into the form in which it is kept, refused where it can't be one."""

from __future__ import annotations

from typing import Any

from django.db import models

from communique.publishing.speaking import invalid
from communique.text.sentences import Sentence


class IdentifierField(models.CharField):
    """An identifier of a register; each kind says how one is kept, which signs can be one, and what would do."""

    def as_stored(self, written: str) -> str:
        """As it is kept, however it was pasted."""
        raise NotImplementedError

    def is_one(self, stored: str) -> bool:
        """Whether it has the form, with check digits that agree."""
        raise NotImplementedError

    def refusal(self, value: str) -> Sentence:
        """What is wrong with a value, and what would do."""
        raise NotImplementedError

    def to_python(self, value: Any) -> str:
        """As it is kept."""
        return self.as_stored(str(super().to_python(value) or ""))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Raises ValidationError with what would do."""
        super().validate(value, model_instance)
        if value and not self.is_one(value):
            raise invalid(self.refusal(value))
