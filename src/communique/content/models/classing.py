"""The part of the form in which a change of a live page is classed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from communique.content import amendments, differences
from communique.content.amendments import Classed

from .amendments import Kind
from .forms import PageForm

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    from .dated import DatedPage

FIELDS = ("kind", "wrong", "right", "note")
CHOICES = [
    (Kind.TYPO, _("Typo: nobody was misled. Readers are told nothing.")),
    (Kind.UPDATE, _("Update: something is new. Readers see the date and what is new.")),
    (Kind.CORRECTION, _("Correction: something was wrong. Readers see what was wrong and what is right.")),
    (Kind.RETRACTION, _("Retraction: we no longer stand by it. It stays where it is, under a notice.")),
]
WRONG = _("For a correction: what was wrong, as it stood.")
RIGHT = _("For a correction: what is right.")
NOTE = _("For an update: what is new. For a retraction: why.")

# The buttons of the form after which readers, or those who publish, get to see the change.
_GOES_OUT = ("action-publish", "action-submit", "action-restart-workflow")


def kind_field() -> forms.ChoiceField:
    """The choice of a kind. None is chosen beforehand."""
    return forms.ChoiceField(label=_("Kind of change"), choices=CHOICES, widget=forms.RadioSelect, required=False)


def words_field(label: StrPromise, said: StrPromise) -> forms.CharField:
    """A few words for readers."""
    widget = AdminAutoHeightTextInput(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=said, required=False, widget=widget, max_length=2000)


class ClassingForm(PageForm):
    """Asks, when a changed text is to go out to readers who have seen the page, of what kind the change is."""

    amendment_kind = kind_field()
    amendment_wrong = words_field(_("Was wrong"), WRONG)
    amendment_right = words_field(_("Is right"), RIGHT)
    amendment_note = words_field(_("Note"), NOTE)

    instance: DatedPage

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.live = self._live()
        if self.live is None:
            for name in FIELDS:
                del self.fields[f"amendment_{name}"]
            return
        told = amendments.waiting(self.instance)
        for name in FIELDS if told else ():
            self.initial[f"amendment_{name}"] = getattr(told, name)

    def is_valid(self) -> bool:
        """A changed text goes out only once it is said of what kind the change is, and what readers have to know."""
        valid = bool(super().is_valid())
        if not valid or self.live is None or not self._goes_out():
            return valid
        told = self._told()
        # In memory only, so that contributors and the like can be compared too; the view does the same afterwards.
        changed = told.kind or differences.between(self.live, super().save(commit=False))
        for name, said in told.missing().items() if changed else ():
            self.add_error(f"amendment_{name}", said)
        return not self.errors

    def save(self, commit: bool = True) -> DatedPage:
        """The page, with what is said of its change."""
        page: DatedPage = super().save(commit=commit)
        if self.live is not None:
            page.classed = self._told()
        return page

    def differences(self) -> list[differences.Difference]:
        """What readers would find changed if the page went out as it is in the form."""
        return differences.between(self.live, self.instance) if self.live is not None else []

    def _live(self) -> DatedPage | None:
        kind = type(self.instance)
        return kind.objects.filter(pk=self.instance.pk, live=True).first() if self.instance.pk else None

    def _told(self) -> Classed:
        said = {name: str(self.cleaned_data.get(f"amendment_{name}") or "").strip() for name in FIELDS}
        return Classed(**said)

    def _goes_out(self) -> bool:
        approved = self.data.get("action-workflow-action") and self.data.get("workflow-action-name") == "approve"
        return bool(approved) or any(self.data.get(name) for name in _GOES_OUT)


class ClassingPanel(MultiFieldPanel):
    """What readers would find changed, and what they are told of it. Shown for live pages only."""

    def __init__(self, children: Any = None, **options: Any) -> None:
        own = [FieldPanel(f"amendment_{name}", disable_comments=True) for name in FIELDS]
        options.setdefault("heading", _("What kind of change is it?"))
        super().__init__(children or own, **options)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel of one page."""

        template_name = "content/desk/classing.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Besides the fields: the differences, and how earlier changes were classed."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            earlier = self.instance.amendments.filter(standing=True).order_by("-published", "-pk")
            return {**context, "differences": self.form.differences(), "earlier": earlier}
