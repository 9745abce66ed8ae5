"""Judging a draft: every rule looks at it once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from . import rulebook, waivers
from .draft import Draft
from .findings import Finding, Refused, Verdict

if TYPE_CHECKING:
    from communique.content.models import BasePage


def judge(page: BasePage, now: datetime | None = None) -> Verdict:
    """What the rules find on a page as it is in hand, drafted or stored, in the order in which it stands there."""
    draft = Draft(page, now or datetime.now(UTC))
    found = [finding for rule in rulebook.rules() for finding in rule.findings(draft)]
    order = {place: at for at, place in enumerate(draft.order)}

    def standing(finding: Finding) -> tuple[int, str]:
        parts = finding.place.path.split(".")
        paths = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next((order[path] for path in paths if path in order), len(order)), finding.rule

    return Verdict(tuple(sorted(found, key=standing)), waivers.of(page))


def pass_or_raise(page: BasePage, now: datetime | None = None) -> Verdict:
    """Let a page through, or raise Refused with what has to be put right."""
    verdict = judge(page, now)
    if verdict.refusals:
        raise Refused(page.pk, str(page), verdict.refusals)
    return verdict
