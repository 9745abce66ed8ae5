"""Refusals that somebody let pass: kept in the page's log, which is only ever added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wagtail.log_actions import log
from wagtail.models import PageLogEntry

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
        raise NoReason("Say in a few words why it may be published all the same.")
    told = [
        {"key": one.key, "rule": one.rule, "place": one.place.name, "path": one.place.path, "said": one.said}
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
        waiver = Waiver(str(entry.user or "somebody"), entry.timestamp, entry.data["reason"])
        found.update({told["key"]: waiver for told in entry.data["findings"]})
    return found


def sentence(data: dict[str, Any]) -> str:
    """A waiver as the history tells it."""
    told = "; ".join(f"{one['place']}: {one['said']}" for one in data["findings"])
    return f"Let pass, because: {data['reason']} ({told})"
