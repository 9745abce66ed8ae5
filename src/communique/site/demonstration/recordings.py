"""The demonstration's recordings: what is heard is made of a score, what was said is told beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.base import ContentFile

from communique.content.models import Recording

from . import signals


def recorded(told: Mapping[str, Any], title: str, language: str) -> Recording:
    """The recording of something that is told of, in a language: its score for all, its transcript in that one."""
    recording = Recording(
        title=title,
        file=ContentFile(signals.mp3(told["score"]), name=f"{told['name']}-{language}.mp3"),
        language=language,
        transcript="".join(f"<p>{line}</p>" for line in told[language]["transcript"]),
    )
    recording.save()
    return recording
