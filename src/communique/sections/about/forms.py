"""The form in which a group of people is edited."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from .terms import Term, twice


class CircleForm(WagtailAdminModelForm):
    """Nobody is the same twice at one time."""

    def is_valid(self) -> bool:
        """Say beside the second of two offices that meet that there is a first."""
        valid = bool(super().is_valid())  # what else is wrong is told in one go
        rows = [form for form in self.formsets["offices"].forms if _kept(form)] if "offices" in self.formsets else []
        told = [form.cleaned_data for form in rows]
        held = [((one["person"].pk, one.get("position")), Term(one.get("began"), one.get("ended"))) for one in told]
        for place in twice(held):
            said = sentence(
                "“{person}” is the same at this time in another row. Give one of them other days, or delete this row.",
                person=told[place]["person"],
            )
            rows[place].add_error("person", invalid(said))
            valid = False
        return valid


def _kept(form: Any) -> bool:
    told = getattr(form, "cleaned_data", {})
    return bool(told.get("person")) and not told.get("DELETE")
