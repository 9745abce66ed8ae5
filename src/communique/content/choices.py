"""How editors choose among many."""

from __future__ import annotations

from django.forms import CheckboxSelectMultiple


class ManyOf(CheckboxSelectMultiple):
    """A box for each, so that nobody loses a choice by a click; a field to look one up where there are many."""

    template_name = "content/desk/many_of.html"
