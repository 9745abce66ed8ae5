"""Corrections as a feed: each an entry, for those who want to know what was put right."""

from __future__ import annotations

from html import escape
from uuid import UUID, uuid5

from communique.content import corrections, lists
from communique.content.addressing import corrections_address
from communique.content.frames import absolute
from communique.content.questions.amendments import Notice, notice
from communique.content.questions.lists import latest
from communique.content.questions.site import offered, site
from communique.press.questions import Ask
from communique.press.sheets import Copy
from communique.publishing.words import of_site as words

from . import feeds
from .printed import printed


def feed(ask: Ask, language: str) -> list[Copy]:
    """The feeds of corrections in a language that has a home page."""
    if all(one.code != language for one in ask(offered)):
        return []
    told = (ask(notice, number) for _, number in ask(latest, lists.corrections(language), feeds.LENGTH))
    entries = [_entry(one) for one in told if one is not None]
    title = f"{ask(site, language).name} – {corrections.title(language)}"
    return printed(corrections_address(language), entries, title=title, language=language)


def _entry(found: Notice) -> feeds.Entry:
    told = found.told
    kind = words().gettext(found.language, "Retracted" if told.kind == "retraction" else "Correction")
    return feeds.Entry(
        uuid5(UUID(found.key), f"amendment {told.number}").urn,
        f"{kind}: {found.page.title}",
        absolute(found.page.address) + ("" if told.kind == "retraction" else f"#{told.kind}-{told.number}"),
        found.language,
        told.published,
        None,
        "",
        _text(found),
    )


def _text(found: Notice) -> str:
    told = found.told
    said = [("What was wrong", told.wrong), ("What is right", told.right)] if told.kind == "correction" else []
    pairs = "".join(
        f"<dt>{escape(words().gettext(found.language, label))}</dt><dd>{escape(answer)}</dd>" for label, answer in said
    )
    note = f"<p>{escape(told.note)}</p>" if told.note else ""
    return (f"<dl>{pairs}</dl>" if pairs else "") + note
