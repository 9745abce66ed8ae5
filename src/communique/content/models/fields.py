"""Fields that several models share."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField

from communique.content import languages
from communique.content.blocks import INLINE, PARAGRAPH, Body


class BodyField(StreamField):
    """The body of a page. Which blocks there are isn't kept in migrations: the database doesn't depend on it."""

    def __init__(self, block_types: Any = None, **options: Any) -> None:
        super().__init__(block_types or Body(), **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave the blocks out of migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, [], {key: value for key, value in options.items() if key != "block_lookup"}


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
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave the site's choice of languages out of migrations."""
        name, path, args, options = super().deconstruct()
        options.pop("choices", None)
        return name, path, list(args), options
