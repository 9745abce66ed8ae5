"""Drawing the cards that pages asked for in vain, and clearing away those that nobody asks for any more."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from communique.content.darkroom import fonts
from communique.content.darkroom.refusals import Refused
from communique.content.darkroom.room import DarkroomFailed, room
from communique.content.models import ShareCard
from communique.content.questions.share_cards import Told, digest, drawn
from communique.press import in_vain
from communique.text.scripts import direction

from . import looks

TOGETHER = 8
"""So many cards are entered at once: each entry has the press print the pages that show them."""

KEPT = timedelta(days=1)

log = logging.getLogger("communique.share_cards")

_failed: set[str] = set()  # not tried again by this process


def catch_up(until: Callable[[], bool]) -> int:
    """Draw what is wanted until nothing is, or `until` says so; how many were drawn."""
    if not fonts.can_shape():
        _tell_what_is_missing()
        return 0
    made: list[ShareCard] = []
    done = 0
    for told in wanted():
        if until():
            break
        card = _draw(told)
        if card is not None:
            made.append(card)
        if len(made) == TOGETHER:
            done += _enter(made)
    return done + _enter(made)


def wanted() -> Iterator[Told]:
    """What the cards show that were asked for in vain, in this process's own look, and are not drawn yet."""
    asked = in_vain.asked(Path(settings.COMMUNIQUE.press_folder), drawn)
    own = looks.of_site().digest
    mine = {digest(told): told for told in asked if told[0] == own}
    there = set(ShareCard.objects.filter(pk__in=list(mine)).values_list("pk", flat=True)) if len(mine) < 500 else set()
    for key, told in mine.items():
        if key not in there and key not in _failed and not ShareCard.objects.filter(pk=key).exists():
            yield told


def clear_away(now: datetime) -> int:
    """Delete the cards that no printed page shows any more, a day after they were made; how many."""
    asked = in_vain.asked(Path(settings.COMMUNIQUE.press_folder), drawn, in_vain=False)
    if not asked:
        return 0  # there is no ledger: it may be made anew just now
    shown = {digest(told) for told in asked}
    old = [one for one in ShareCard.objects.filter(made__lt=now - KEPT) if one.pk not in shown]
    for one in old:
        one.delete()
        default_storage.delete(one.file)
    return len(old)


def content_of(told: Told) -> tuple[bytes, str]:
    """The bytes of a card and its suffix. Raises Refused, DarkroomFailed, OSError."""
    look, (_, language, kicker, title, byline, name, logo, picture, focus) = looks.of_site(), told
    card = {
        "language": language,
        "rtl": direction(str(language)) == "rtl",
        "kicker": kicker,
        "title": title,
        "byline": byline,
        "name": name,
        "titles": asdict(look.titles[str(language)]),
        "labels": asdict(look.labels[str(language)]),
        "colours": look.colours,
        "capitals": look.capitals[str(language)],
        "focus": divmod(int(focus), 11),
    }
    with TemporaryDirectory(prefix="communique-") as folder:
        for what, given in (("logo", str(logo)), ("picture", str(picture))):
            if given:
                path = Path(folder) / what
                with default_storage.open(given.partition(":")[2]) as file:
                    path.write_bytes(file.read())
                card[what] = str(path)
        made = room.do("card", into=folder, card=card)
        return Path(made).read_bytes(), Path(made).suffix


@cache
def _tell_what_is_missing() -> None:
    """Once is enough."""
    log.warning(
        "No share cards are drawn: this machine has no FriBiDi, with which their letters are set. "
        "Install it, then start communique again: sudo apt install -y libfribidi0"
    )


def _draw(told: Told) -> ShareCard | None:
    key = digest(told)
    try:
        content, suffix = content_of(told)
    except (Refused, DarkroomFailed, OSError, KeyError) as error:
        log.warning("The card of “%s” can't be drawn: %s", told[3], error)
        _failed.add(key)
        return None
    name = default_storage.save(f"cards/{key[:2]}/{key}{suffix}", ContentFile(content))
    return ShareCard(digest=key, file=name, made=datetime.now(UTC))


def _enter(made: list[ShareCard]) -> int:
    ShareCard.objects.bulk_create(made, ignore_conflicts=True)
    entered = len(made)
    made.clear()
    return entered
