"""What axe, the checker of accessibility, finds on a page in a browser."""

from __future__ import annotations

from typing import Any

from .browsers import View
from .serving import CHECKER

OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that look at colours, which take twice as long as all others. Those say the same in light and in dark."""

WANTED = {"assets": ["media"]}
"""What axe fetches for its rules: how long recordings are. Style sheets are for one that it only tries out."""

RUN = "async (options) => (await axe.run(options)).violations"


def violations(seen: View) -> list[tuple[str, list[str]]]:
    """What axe finds wrong, by rule; also whether what one touches is large enough (WCAG 2.2, 2.5.8)."""
    return _found(seen, {"rules": {"target-size": {"enabled": True}}})


def violations_besides_colours(seen: View) -> list[tuple[str, list[str]]]:
    """What axe finds wrong with a page whose colours have been looked at in another language."""
    left_out = {rule: {"enabled": False} for rule in OF_COLOURS}
    return _found(seen, {"rules": {"target-size": {"enabled": True}, **left_out}})


def violations_of_colours(seen: View) -> list[tuple[str, list[str]]]:
    """What axe finds wrong with the colours of a page that it has looked at in others."""
    return _found(seen, {"runOnly": {"type": "rule", "values": OF_COLOURS}})


def _found(seen: View, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    if not seen.page.evaluate("'axe' in window"):
        seen.page.add_script_tag(url=CHECKER)
    found = seen.page.evaluate(RUN, {"resultTypes": ["violations"], "preload": WANTED, **options})
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
