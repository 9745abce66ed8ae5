"""Translation groups: an original and its translations, each in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communique.publishing.speaking import invalid
from communique.text.scripts import own_name
from communique.text.sentences import sentence

if TYPE_CHECKING:
    from .models import BasePage


def settle(page: BasePage) -> None:
    """Let `original` name the group's first page; refuse two pages of one language. Raises ValidationError."""
    if page.original_id is None:
        return
    if page.original_id == page.pk:
        raise ValidationError({"original": _("A page can't be a translation of itself.")})
    kind = type(page)
    original = kind.objects.filter(pk=page.original_id).first()
    if original is None:
        said = sentence("Choose a page of the same kind: {kind}.", kind=kind._meta.verbose_name)
        raise ValidationError({"original": invalid(said)})
    if page.pk and original.original_id == page.pk:
        said = sentence("“{page}” is a translation of this page already.", page=original)
        raise ValidationError({"original": invalid(said)})
    root = original.original_id or original.pk
    if page.pk and kind.objects.filter(original_id=page.pk).exists():
        told = _("Other pages are translations of this one, so it is an original itself.")
        raise ValidationError({"original": told})
    others = [original, *kind.objects.filter(original_id=root), *kind.objects.filter(pk=root)]
    for other in others:
        if other.pk != page.pk and other.language == page.language:
            said = sentence(
                "“{page}” is the same text in {language} already; a language stands there once.",
                page=other,
                language=own_name(page.language),
            )
            raise ValidationError({"original": invalid(said)})
    page.original_id = root


def hand_on(kind: type[BasePage], page_id: int) -> None:
    """When the original of a group goes, its oldest translation takes its place in the group."""
    heir = kind.objects.filter(original_id=page_id).order_by("pk").first()
    if heir is not None:
        kind.objects.filter(original_id=page_id).exclude(pk=heir.pk).update(original_id=heir.pk)
        kind.objects.filter(pk=heir.pk).update(original_id=None)
