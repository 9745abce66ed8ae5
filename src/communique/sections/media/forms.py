"""The form in which coverage is edited."""

from __future__ import annotations

from typing import Any

from communique.content.models.forms import NamesNobodyTwice


class CoverageForm(NamesNobodyTwice):
    """Gives the page its slug when all is known that its title is made of."""

    people_in = "people"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def save(self, commit: bool = True) -> Any:
        """The slug that was made while the people weren't known yet is made anew."""
        if self.instance.pk is None and not self.data.get("slug"):
            self.instance.slug = ""
        return super().save(commit=commit)
