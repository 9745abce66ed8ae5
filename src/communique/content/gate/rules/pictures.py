"""What is said about pictures, for those who can't see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import ForeignKey
from modelcluster.models import get_all_child_relations
from selectolax.lexbor import LexborHTMLParser

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level, Place
from communique.content.gate.looking import shortened
from communique.content.gate.rulebook import rule
from communique.content.labels import label_of
from communique.text.sentences import Sentence, counted, sentence

LONG = 250
"""A description longer than this is read out in one breath, and can't be paused."""

_FILE_NAME = re.compile(
    r"[\w-]+\.(?:jpe?g|png|gif|webp|heic|avif|tiff?)|(?:IMG|DSC|DSCN|WA|PXL)[-_]?\d+\w*", re.IGNORECASE
)
_REMEDY = sentence("Say what it shows, or mark it as decorative.")

Described = tuple[Place, str, bool]


@rule
def undescribed_pictures(draft: Draft) -> Iterator[Finding]:
    """A picture without description that isn't marked as decorative."""
    for place, alt, decorative in _pictures(draft):
        if not alt.strip() and not decorative:
            said = sentence("Nothing says what the picture shows, to those who can't see it.")
            yield Finding(place, said, _REMEDY)
        elif alt.strip() and _FILE_NAME.fullmatch(alt.strip()):
            said = sentence("“{name}” is a file's name and says nothing of the picture.", name=alt.strip())
            yield Finding(place, said, _REMEDY)
    for block in draft.blocks:
        for image in LexborHTMLParser(block.html).css("img") if block.kind == "imported" else ():
            if "alt" not in image.attributes:
                yield Finding(
                    block.place,
                    sentence("A picture in it has no description."),
                    sentence("Make it a picture block, and describe it."),
                )


@rule
def long_descriptions(draft: Draft) -> Iterator[Finding]:
    """A description that goes on and on."""
    for place, alt, _ in _pictures(draft):
        if len(alt) > LONG:
            yield Finding(
                place,
                counted(
                    "The description has {number} letter: “{begins}”",
                    "The description has {number} letters: “{begins}”",
                    len(alt),
                    begins=shortened(alt, 50),
                ),
                counted(
                    "Say it in {number} letter, and the rest in the text or the caption.",
                    "Say it in {number} letters, and the rest in the text or the caption.",
                    LONG,
                ),
                Level.WARNS,
            )


def _pictures(draft: Draft) -> Iterator[Described]:
    """Each picture that the page shows, with its description."""
    from communique.content.models import Picture

    for field in draft.page._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is Picture:
            shown = getattr(draft.page, field.name)
            if shown is not None:
                described_by = field.name.replace("picture", "alt")
                own = getattr(draft.page, described_by, "") if described_by != field.name else ""
                place = Place(field.name, label_of(field.verbose_name))
                yield place, own or shown.alt_text, shown.decorative and not own
    yield from _rows(draft)
    for block in draft.blocks:
        if block.kind == "figure" and block.value.get("picture"):
            yield _figure(block.place, block.value, Picture.objects.filter(pk=block.value["picture"]).first())


def _rows(draft: Draft) -> Iterator[Described]:
    """The pictures that stand in rows of the page's own, as in an album."""
    from communique.content.models import Picture

    for relation in get_all_child_relations(draft.page):
        fields = [one.name for one in relation.related_model._meta.concrete_fields if one.related_model is Picture]
        accessor, label = relation.get_accessor_name(), label_of(relation.related_model._meta.verbose_name)
        for number, row in enumerate(getattr(draft.page, accessor).all() if fields else (), start=1):
            named = Sentence("{label} {number}", {"label": label, "number": number})
            for shown in (getattr(row, name) for name in fields):
                own = getattr(row, "alt", "")
                place = Place(f"{accessor}.{row.pk or number}.alt", named)
                if shown is not None:
                    yield place, own or shown.alt_text, shown.decorative and not own


def _figure(place: Place, value: Any, shown: Any) -> Described:
    alt = value.get("alt") or (shown.alt_text if shown else "")
    return place.within("alt"), alt, bool(value.get("decorative") or shown is None or (shown.decorative and not alt))
