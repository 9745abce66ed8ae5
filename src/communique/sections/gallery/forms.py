"""The form in which an album is edited."""

from __future__ import annotations

from communique.content.models.forms import PageForm
from communique.publishing.speaking import invalid
from communique.text.sentences import Sentence, sentence


class AlbumForm(PageForm):
    """Takes a picture once, and names a person once."""

    def is_valid(self) -> bool:
        """Say beside the second of two that there is a first."""
        valid = bool(super().is_valid())  # what else is wrong is told in one go
        pictures = self._once(
            "pictures",
            "picture",
            sentence("This picture stands in the album already. Delete this row, or choose another."),
        )
        people = self._once("people", "person", sentence("This person is named already. Delete this row."))
        return valid and pictures and people

    def _once(self, rows: str, field: str, said: Sentence) -> bool:
        seen, valid = set(), True
        for form in self.formsets[rows].forms if rows in self.formsets else ():
            told = getattr(form, "cleaned_data", {})
            chosen = told.get(field)
            if chosen is None or told.get("DELETE"):
                continue
            if chosen.pk in seen:
                form.add_error(field, invalid(said))
                valid = False
            seen.add(chosen.pk)
        return valid
