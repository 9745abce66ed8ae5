"""Refusals that somebody let pass: kept in the page's log, which is only ever added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from communique.text.sentences import Sentence, from_kept, sentence

from .findings import Finding, Waiver

if TYPE_CHECKING:
    from communique.content.models import BasePage

ACTION = "communique.gate.waive"
SHORTEST = 10
"""A reason has at least so many letters."""


class NoReason(ValueError):
    """Nothing is let pass without a reason."""


def waive(page: BasePage, findings: Sequence[Finding], *, user: Any, reason: str) -> None:
    """Let these findings pass on this page, from now on. Raises NoReason."""
    reason = " ".join(reason.split())
    if sum(sign.isalpha() for sign in reason) < SHORTEST:
        raise NoReason(sentence("Say in a few words why it may be published all the same."))
    told = [
        {
            "key": one.key,
            "rule": one.rule,
            "place": one.place.name.kept(),
            "path": one.place.path,
            "said": one.said.kept(),
        }
        for one in findings
    ]
    log(page, ACTION, user=user, data={"reason": reason, "findings": told}, revision=page.latest_revision)


def of(page: BasePage) -> dict[str, Waiver]:
    """What was let pass on a page, by key; the latest word counts."""
    if page.pk is None:
        return {}
    entries = PageLogEntry.objects.filter(page=page.pk, action=ACTION).select_related("user").order_by("timestamp")
    found = {}
    for entry in entries:
        waiver = Waiver(str(entry.user or sentence("somebody")), entry.timestamp, entry.data["reason"])
        found.update({told["key"]: waiver for told in entry.data["findings"]})
    return found


def retold(data: dict[str, Any]) -> Sentence:
    """A waiver as the history tells it."""
    told = "; ".join(
        str(sentence("{place}: {said}", place=from_kept(one["place"]), said=from_kept(one["said"])))
        for one in data["findings"]
    )
    return sentence("Let pass, because: {reason} ({findings})", reason=data["reason"], findings=told)
