"""The desk's form for documents: whatever way a file comes in by, it is looked at first."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from wagtail.documents.forms import BaseDocumentForm

from communique.publishing.speaking import invalid
from communique.text import invisible

from . import kinds


class DocumentForm(BaseDocumentForm):
    """Adding or replacing a document."""

    def clean_file(self) -> Any:
        """The file, if it is what it is called."""
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            try:
                kinds.kind_of(file.name, file, file.size)
            except kinds.Refused as refused:
                raise invalid(refused.said) from refused
        return file

    def clean_title(self) -> str:
        """Without signs that can't be seen: a title is often a file's name, and such a name may be a disguise."""
        return invisible.without(self.cleaned_data["title"]) or gettext("Document")
