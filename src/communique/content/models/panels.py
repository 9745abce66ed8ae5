"""Panels whose places in the form are named alike in every language: links lead there."""

from __future__ import annotations

from wagtail.admin.panels import InlinePanel, MultipleChooserPanel, ObjectList


class Rows(InlinePanel):
    """Rows of a page's own, named for what they are: `[id$="-contributors-section"]` (`gate.js` looks for it)."""

    @property
    def clean_name(self) -> str:
        """Wagtail would take the heading, which is in the editor's language."""
        return str(self.relation_name)


class ChosenRows(MultipleChooserPanel, Rows):
    """The same where each row is something that is chosen: many can be chosen, or uploaded, at once."""


class ChangeTab(ObjectList):
    """Where a change of a live page is classed: `#tab-what_changed`."""

    clean_name = "what_changed"
