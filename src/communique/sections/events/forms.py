"""The form in which an event is edited."""

from __future__ import annotations

from communique.content.models.forms import PageForm
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence


class EventForm(PageForm):
    """Names nobody twice."""

    def is_valid(self) -> bool:
        """Say beside the second mention of a person that there is a first."""
        valid = bool(super().is_valid())  # what else is wrong is told in one go
        seen = set()
        for form in self.formsets["speakers"].forms if "speakers" in self.formsets else ():
            told = getattr(form, "cleaned_data", {})
            person = told.get("person")
            if person is None or told.get("DELETE"):
                continue
            if person.pk in seen:
                said = sentence(
                    "“{person}” is named already. Delete this row, and change the part in the other one.",
                    person=person,
                )
                form.add_error("person", invalid(said))
                valid = False
            seen.add(person.pk)
        return valid
