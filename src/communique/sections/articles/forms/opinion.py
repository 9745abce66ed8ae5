"""An opinion: what its author thinks, which its disclaimer must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division
from communique.content.gate import Finding, Level, Place
from communique.text.sentences import sentence

from .. import disclaimers
from .form import Form

if TYPE_CHECKING:
    from communique.content.gate.draft import Draft


def nobodys_views(draft: Draft) -> Iterator[Finding]:
    """An opinion that readers may take for ours: on its day, nothing is said below it in its language."""
    page = draft.page
    day = timezone.localdate(page.published or page.go_live_at or timezone.now())
    if not disclaimers.holding(page.article_type.disclaimers.filter(language=page.language), day).strip():
        yield Finding(
            Place("article_type", sentence("Type")),
            sentence("It is an opinion, and nothing below it says that it is its author’s alone."),
            sentence("Give its type a disclaimer in this language that holds on its day."),
            Level.WARNS,
        )


FORM = Form(
    "opinion", _("Opinion"), 6, Division("opinions", lambda say: say("Opinions")), rules=(nobodys_views,), cited=False
)
