"""Fields of experts."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from communique.content.models.spoken import SpokenField
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

__all__ = ["SpokenField", "dialled"]


def dialled(value: str) -> str:
    """A telephone number as people write it. Raises ValidationError for what nobody can dial."""
    written = " ".join(value.split())
    digits = sum(sign.isdigit() for sign in written)
    if written and (not written.isascii() or digits < 5 or not set(written) <= set("+0123456789 ()-./")):
        raise ValidationError(
            {
                "telephone": invalid(
                    sentence("“{number}” can’t be dialled. Write digits: +92 51 1234567.", number=written)
                )
            }
        )
    return written
