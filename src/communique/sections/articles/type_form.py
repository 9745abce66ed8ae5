"""The form in which a type of article is edited."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class TypeForm(WagtailAdminModelForm):
    """Of the disclaimers in one language, no two hold from the same day."""

    def is_valid(self) -> bool:
        """Two without a day are told here; those with one, Django tells (for a database, nothing equals nothing)."""
        if not super().is_valid():
            return False
        seen = set()
        for form in self.formsets["disclaimers"].forms:
            told = form.cleaned_data
            if not told or told.get("DELETE"):
                continue
            place = (told["language"], told["since"])
            if place in seen:
                said = _("Another one in this language holds from the beginning. Give this one its first day.")
                form.add_error("since", said)
            seen.add(place)
        return not any(form.errors for form in self.formsets["disclaimers"].forms)
