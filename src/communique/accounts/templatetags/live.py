"""`{% framed %} … {% endframed %}`: a live page in the printed frame."""

from __future__ import annotations

from typing import Any

from django import template

from communique.accounts.frame import framed as in_frame

register = template.Library()


class FramedNode(template.Node):
    """Renders what is between the tags, then puts it into the frame."""

    def __init__(self, nodes: template.NodeList) -> None:
        self._nodes = nodes

    def render(self, context: Any) -> str:
        """The whole page."""
        return in_frame(self._nodes.render(context))


@register.tag
def framed(parser: template.base.Parser, token: template.base.Token) -> FramedNode:
    """A live page in the printed frame."""
    nodes = parser.parse(("endframed",))
    parser.delete_first_token()
    return FramedNode(nodes)
