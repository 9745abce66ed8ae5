"""A form of the desk as a browser would send it: what stands in it, and what somebody changed."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser


def filled(html: str, **changes: str) -> dict[str, Any]:
    """The fields of the page that is being edited, with these changed. The body is sent empty: scripts draw it."""
    form = LexborHTMLParser(html).css_first("form[data-edit-form]")
    sent: dict[str, Any] = {"body-count": "0"}
    for field in form.css("input[name], textarea[name], select[name]"):
        told = field.attributes
        if field.tag == "select":
            chosen = [option.attributes.get("value") for option in field.css("option[selected]")]
            sent[told["name"]] = chosen if "multiple" in told else (chosen or [""])[0]
        elif told.get("type") not in ("checkbox", "radio", "submit", "file") or "checked" in told:
            sent[told["name"]] = field.text() if field.tag == "textarea" else told.get("value") or ""
    return sent | changes
