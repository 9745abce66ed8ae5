"""Fields that several models share."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField

from communique.content import languages
from communique.content.blocks import INLINE, PARAGRAPH, Body
from communique.content.slots.blocks import Slots
from communique.text import ror
from communique.text.sentences import Sentence, sentence

from .identifiers import IdentifierField

Deconstructed = tuple[str, str, list[Any], dict[str, Any]]


class BodyField(StreamField):
    """The body of a page. Which blocks there are isn't kept in migrations: the database doesn't depend on it."""

    def __init__(self, block_types: Any = None, **options: Any) -> None:
        options.setdefault("verbose_name", _("text"))
        super().__init__(block_types or Body(), **options)

    def deconstruct(self) -> Deconstructed:
        """Leave the blocks out of migrations, and what it is called."""
        name, path, args, options = _without_blocks(self)
        options.pop("verbose_name", None)
        return name, path, args, options


class SlotsField(StreamField):
    """The slots of a home or landing page; like a body's, its blocks are no part of migrations."""

    def __init__(self, block_types: Any = None, **options: Any) -> None:
        super().__init__(block_types or Slots(), **options)

    def deconstruct(self) -> Deconstructed:
        """Leave the blocks out of migrations."""
        return _without_blocks(self)


def _without_blocks(field: StreamField) -> Deconstructed:
    """As any other field: Wagtail would write all blocks down, thousands of times while a database is migrated."""
    name, path, args, options = models.Field.deconstruct(field)
    return name, path, list(args), options


class ProseField(RichTextField):
    """Paragraphs without headings: an introduction, a biography."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("features", PARAGRAPH)
        super().__init__(*args, **options)


class LineField(RichTextField):
    """Rich text within a line: a caption."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("features", INLINE)
        super().__init__(*args, **options)


class LanguageField(models.CharField):
    """The language that something is written in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", languages.LONGEST_CODE)
        options.setdefault("choices", languages.choices)
        options.setdefault("verbose_name", _("language"))
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave the site's choice of languages out of migrations, and what it is called."""
        name, path, args, options = super().deconstruct()
        options.pop("choices", None)
        options.pop("verbose_name", None)
        return name, path, list(args), options


class RorField(IdentifierField):
    """A ROR iD; whoever pastes its address gets the nine signs of it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 60)  # as it may be pasted; stored are nine signs
        options.setdefault("blank", True)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def as_stored(self, written: str) -> str:
        """The nine signs alone."""
        return ror.as_stored(written)

    def is_one(self, stored: str) -> bool:
        """Whether it has the form of one."""
        return ror.is_ror(stored)

    def refusal(self, value: str) -> Sentence:
        """What would do."""
        return sentence(
            "“{value}” is no ROR iD: it has nine signs, and the last two don't agree with the others. "
            "Copy it from the organisation's page on ror.org, like https://ror.org/05gq02987, or leave it empty.",
            value=value,
        )
