"""A reader's page made of converted blocks, as plain as can be, and what the judge measures on it."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXPORTS = SHARED / "data" / "wxr"


def shared() -> Path:
    """The folder of exports beside the project. Where it must be and isn't, the test fails instead of being skipped."""
    if EXPORTS.is_dir():
        return EXPORTS
    if os.environ.get("CI") == "true":
        pytest.fail(f"{EXPORTS} is missing; with CI=true it has to be there.")
    pytest.skip("the exports of ../shared are not here")


@cache
def judge() -> ModuleType:
    """The independent judge of ../shared, loaded where it lies."""
    place = SHARED / "tools" / "wxr_facts.py"
    spec = importlib.util.spec_from_file_location("wxr_facts", place)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["wxr_facts"] = module
    spec.loader.exec_module(module)
    return module


def page(blocks: list[dict[str, Any]], title: str = "") -> str:
    """What a reader gets of a body."""
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    return heading + "\n".join(filter(None, (_block(block["type"], block["value"]) for block in blocks)))


def _block(kind: str, value: Any) -> str:
    match kind:
        case "paragraph" | "list":
            return str(value)
        case "heading":
            return f'<h{value["level"]} id="{escape(value["anchor"])}">{escape(value["text"])}</h{value["level"]}>'
        case "quote":
            footer = f"<footer>{escape(value['attribution'])}</footer>" if value["attribution"] else ""
            return f"<blockquote>{value['text']}{footer}</blockquote>"
        case "figure":
            return f"<figure><figcaption>{value['caption']}</figcaption></figure>" if value["caption"] else ""
        case "table":
            head = "".join(f"<th>{escape(column['heading'])}</th>" for column in value["columns"])
            rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row['values'])}</tr>" for row in value["rows"])
            return f"<table><caption>{escape(value['caption'])}</caption><tr>{head}</tr>{rows}</table>"
        case "preformatted":
            return f"<pre><code>{escape(value['text'], quote=False)}</code></pre>"
        case "embed":
            return f'<p class="embed"><a href="{escape(value["url"])}">{escape(value["title"] or value["url"])}</a></p>'
        case "details":
            return f"<details><summary>{escape(value['summary'])}</summary>{value['text']}</details>"
        case "separator":
            return "<hr>"
        case "imported":
            return f"<div>{value['html']}</div>"
    return ""


@dataclass
class Measured:
    """What became of the texts of an export."""

    sums: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[float, str, str]] = field(default_factory=list)

    def share(self, what: str) -> float:
        """How much of it was kept."""
        return self.sums[f"got {what}"] / self.sums[what] if self.sums[what] else 1.0


def measure(measured: Measured, facts: dict[str, Any], html: str, title: str) -> None:
    """Add one page to what was measured, in the judge's own terms."""
    wxr = judge()
    document = wxr.parse_html(html)
    on_page = wxr.tokens(document.visible())
    source = wxr.shingles(facts["tokens"])
    kept = sum((source & wxr.shingles(on_page)).values())
    sums = measured.sums
    sums["text"] += sum(source.values())
    sums["got text"] += kept
    sums["paragraphs"] += facts["paragraphs"]
    sums["got paragraphs"] += min(facts["paragraphs"], document.tags["p"])
    have = Counter(" ".join(wxr.tokens(heading[1])) for heading in document.heads)
    for heading in filter(None, (" ".join(wxr.tokens(each)) for each in facts["heading_texts"])):
        sums["headings"] += 1
        if have[heading] > 0:
            have[heading] -= 1
            sums["got headings"] += 1
    for name, tags in (
        ("tables", ("table",)),
        ("blockquotes", ("blockquote",)),
        ("pre", ("pre",)),
        ("lists", ("ul", "ol")),
    ):
        sums[name] += facts[name]
        sums[f"got {name}"] += min(facts[name], sum(document.tags[tag] for tag in tags))
    shown = document.visible()
    for code in {code for code in document.code_text if len(code) > 3}:
        shown = shown.replace(code, " ")
    raw = [
        name
        for name in facts["shortcodes"]
        if wxr.re.search(rf"(?<!\[)\[/?{wxr.re.escape(name)}(?=[\s\]=/])", shown, 2)
    ]
    sums["raw shortcodes"] += bool(raw)
    if source:
        measured.worst.append((kept / sum(source.values()), title, str(raw or "")))
