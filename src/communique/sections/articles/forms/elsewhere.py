"""An op-ed that a newspaper or journal published: it has it first, and search engines are led there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division
from communique.content.gate import Finding, Place
from communique.text.sentences import sentence

from .form import Form

if TYPE_CHECKING:
    from communique.content.gate.draft import Draft


def published_nowhere(draft: Draft) -> Iterator[Finding]:
    """One of which readers aren't told by whom, where and when it was published."""
    page = draft.page
    wanted = (
        ("origin", page.origin.strip(), sentence("First published by"), sentence("Name the newspaper or journal.")),
        ("origin_link", page.origin_link, sentence("Where it stands there"), sentence("Give its address there.")),
        (
            "origin_date",
            page.origin_date,
            sentence("Published there on"),
            sentence("Give the day on which it appeared there."),
        ),
    )
    for field, told, named, remedy in wanted:
        if not told:
            said = sentence("An op-ed that was published elsewhere must say this.")
            yield Finding(Place(field, named), said, remedy)


FORM = Form(
    "elsewhere",
    _("Op-ed published elsewhere"),
    7,
    Division("elsewhere", lambda say: say("Published elsewhere")),
    rules=(published_nowhere,),
    cited=False,
)
