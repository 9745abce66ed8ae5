"""The rules: those of the house are found in `rules`, sections offer theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from communique.publishing import modules

if TYPE_CHECKING:
    from .draft import Draft
    from .findings import Finding

Look = Callable[["Draft"], Iterable["Finding"]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, by name, on which kind of page."""

    name: str
    look: Look
    kind: type | None = None

    def findings(self, draft: Draft) -> list[Finding]:
        """What it finds on a draft, under its name."""
        if self.kind is not None and not isinstance(draft.page, self.kind):
            return []
        return [replace(found, rule=self.name) for found in self.look(draft)]


_rules: dict[str, Rule] = {}


def rule(look: Look) -> Look:
    """Make a function a rule of the house; its name is the rule's."""
    _rules[look.__name__] = Rule(look.__name__, look)
    return look


def offer(look: Look, *, kind: type) -> None:
    """Offer a rule for pages of a kind. Offering one again (by name) replaces it."""
    name = f"{kind.__name__}.{look.__name__}"
    _rules[name] = Rule(name, look, kind)


def rules() -> list[Rule]:
    """All rules, by name."""
    from . import rules as house

    for name in modules.within(house):
        import_module(f"{house.__name__}.{name}")
    return [_rules[name] for name in sorted(_rules)]
