"""The form in which pages are edited."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import Page

from communique.content import languages
from communique.content.blocks import NEVER_CREATED
from communique.publishing import addresses
from communique.publishing.speaking import invalid
from communique.text import slugs
from communique.text.sentences import sentence


class PageForm(WagtailAdminPageForm):
    """Begins in the language of the parent; keeps what an import left behind from being made by hand."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        parent = getattr(self.parent_page, "specific", None)
        if "language" in self.fields and not self.instance.language:
            self.initial["language"] = getattr(parent, "language", "") or languages.default()

    def save(self, commit: bool = True) -> Any:
        """A new page isn't live before it is published: Wagtail would store it so for a moment, scheduled ones too."""
        if self.instance.pk is None:
            self.instance.live = False
        return super().save(commit=commit)

    def clean(self) -> Any:
        """A page that was never published gets a slug that is free, and leads to an address that is."""
        slug = self.cleaned_data.get("slug")
        if slug and self.parent_page is not None and self.instance.first_published_at is None:
            self.cleaned_data["slug"] = slugs.free(slug, _Taken(self.parent_page, self.instance))
        return super().clean()

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """What an autosave made otherwise than it was sent: Wagtail's, and the slug."""
        told: list[tuple[str, str]] = super().get_field_updates_for_resave()
        slug = self.cleaned_data.get("slug", "")
        return told if slug == self.data.get("slug", "") else [*told, ("slug", slug)]

    def clean_body(self) -> Any:
        """What only an import makes may be kept as it was, moved, or deleted."""
        body = self.cleaned_data["body"]
        known = self._imported()
        for block in body:
            if block.block_type not in NEVER_CREATED:
                continue
            if block.id not in known:
                raise ValidationError(_("Imported passages are made by an import only; write a paragraph instead."))
            if "note" in block.value:
                block.value["note"] = known[block.id].get("note", "")
            if block.block_type == "unresolved" and dict(block.value) != known[block.id]:
                raise ValidationError(_("What was not brought over is kept as it was. Convert or delete it."))
        return body

    def _imported(self) -> dict[str, dict[str, Any]]:
        """The imported blocks that the page has already, by id."""
        if self.instance.pk is None:
            return {}
        stored = type(self.instance).objects.get(pk=self.instance.pk)
        found = {}
        for page in (stored, stored.get_latest_revision_as_object()):
            for block in page.body:
                if block.block_type in NEVER_CREATED:
                    found[block.id] = dict(block.value)
        return found


class NamesNobodyTwice(PageForm):
    """The form of a page with rows that name people, `people_in` of that name; each is named once."""

    people_in = ""

    def is_valid(self) -> bool:
        """Say beside the second mention of a person that there is a first."""
        valid = bool(super().is_valid())  # what else is wrong is told in one go
        seen = set()
        for form in self.formsets[self.people_in].forms if self.people_in in self.formsets else ():
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


class _Taken:
    """The slugs below a page that its other children have, or whose address another page has."""

    def __init__(self, parent: Page, page: Any) -> None:
        self._parent, self._page = parent, page

    def __contains__(self, slug: object) -> bool:
        if self._parent.get_children().filter(slug=slug).exclude(pk=self._page.pk).exists():
            return True
        if self._page.fixed_address:
            return False  # another slug wouldn't give it another address
        try:
            addresses.check(self._page, addresses.below(self._parent, str(slug)))
        except addresses.AddressTaken:
            return True
        return False
