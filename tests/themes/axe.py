"""What axe, the checker of accessibility, finds on a page in a browser."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

from .browsers import View


def violations(seen: View) -> list[tuple[str, list[str]]]:
    """What axe finds wrong, by rule; also whether what one touches is large enough (WCAG 2.2, 2.5.8)."""
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    axe = Axe("null") if seen.page.evaluate("'axe' in window") else Axe()  # half a megabyte, once for each page
    found = axe.run(seen.page, options=options).response["violations"]
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
