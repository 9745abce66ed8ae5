"""The form in which a series is edited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.content.models.forms import PageForm
from communique.publishing.speaking import invalid
from communique.text.scripts import own_name
from communique.text.sentences import Sentence, sentence


class SeriesForm(PageForm):
    """Takes a text once, into one series, in the language of the series."""

    def is_valid(self) -> bool:
        """Say beside a part why it can't be taken."""
        valid = bool(super().is_valid())  # what else is wrong is told in one go
        language = self.cleaned_data.get("language") or self.instance.language
        seen: set[int] = set()
        for form, part in self._chosen():
            for said in self._against(part, language, seen):
                form.add_error("part", invalid(said))
                valid = False
            seen.add(part.pk)
        return valid

    def _chosen(self) -> Iterator[tuple[Any, Any]]:
        for form in self.formsets["parts"].forms:
            said = getattr(form, "cleaned_data", {})
            if said.get("part") and not said.get("DELETE"):
                yield form, said["part"]

    def _against(self, part: Any, language: str, seen: set[int]) -> Iterator[Sentence]:
        from .models import SeriesPart  # it needs this form

        if part.pk in seen:
            yield sentence("“{part}” stands in this series already. Choose another, or delete this row.", part=part)
        written = part.specific.language
        if language and written != language:
            yield sentence(
                "“{part}” is in another language ({language}) than the series. Choose its translation.",
                part=part,
                language=own_name(written),
            )
        other = SeriesPart.objects.filter(part=part).exclude(page=self.instance.pk).select_related("page").first()
        if other:
            yield sentence(
                "“{part}” is a part of the series “{series}” already. Take it out there first.",
                part=part,
                series=other.page,
            )
