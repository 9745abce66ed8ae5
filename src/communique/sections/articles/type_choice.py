"""How an article's type is chosen: what the desk shows of its other fields follows from it."""

from __future__ import annotations

import json
from typing import Any

from django import forms as django_forms
from django.apps import apps

from . import forms, own_fields


class TypeChoice(django_forms.Select):
    """A list of types that knows which own fields each has. Without scripts all fields are there."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the fields that types have, by type, for the script."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        kinds = apps.get_model("articles", "ArticleType").objects.values_list("pk", "form")
        has = {str(number): _shown(forms.FORMS[form]) for number, form in kinds if form in forms.FORMS}
        told = {"all": own_fields.NAMES, "types": has}
        context["widget"]["attrs"]["data-own-fields"] = json.dumps(told)
        return context


def _shown(form: forms.Form) -> tuple[str, ...]:
    return (*form.fields, *(("pdfs",) if form.has_pdf else ()))
