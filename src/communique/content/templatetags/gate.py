"""For the editor's side panel: what the gate finds on a draft."""

from __future__ import annotations

from typing import Any

from django import template

from communique.content.gate import judge, views
from communique.content.models import BasePage

register = template.Library()


@register.inclusion_tag("content/desk/findings.html")
def findings_on(page: Any) -> dict[str, Any]:
    """The findings on a page's latest draft."""
    draft = page.get_latest_revision_as_object()
    return views.told(draft, judge(draft)) if isinstance(draft, BasePage) else {}
