"""Addresses that readers asked for in vain: taken in from what the readers left, and led to a page by an editor."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

from django.conf import settings
from django.db import transaction
from django.db.models import F

from communique.press.serving import misses
from communique.press.serving.nearby import Nearby
from communique.publishing import addresses
from communique.publishing.models import Address
from communique.text.sentences import sentence

from . import announcements, languages
from .models import Missed

MOST = 2_000
"""So many are kept, those asked for most often."""

KEPT_FOR = timedelta(days=90)
"""After so long without anybody asking, an address is forgotten."""

CURRENT, OLD = Address.State.CURRENT, Address.State.OLD


class NoSuchPlace(ValueError):
    """Where an address is to lead there is nothing."""


def take_in(today: date, folder: Path | None = None) -> int:
    """Add up what the readers counted since the last time. Tells how many addresses that were."""
    counts: dict[str, int] = {}
    for told in misses.taken(folder or Path(settings.COMMUNIQUE.press_folder)):
        for address, count in told.items():
            if misses.is_kept(address):
                counts[address] = counts.get(address, 0) + count
    if counts:
        with transaction.atomic():
            _add(counts, today)
            clear_away(today)
    return len(counts)


def _add(counts: dict[str, int], today: date) -> None:
    held = set(Missed.objects.filter(address__in=counts).values_list("address", flat=True))
    for address in held:
        Missed.objects.filter(address=address).update(count=F("count") + counts[address], last=today)
    new = [
        Missed(address=one, count=count, first=today, last=today) for one, count in counts.items() if one not in held
    ]
    Missed.objects.bulk_create(new, ignore_conflicts=True)


def clear_away(today: date) -> None:
    """Forget what nobody has asked for in a long time, what leads somewhere by now, and what is too much."""
    Missed.objects.filter(last__lt=today - KEPT_FOR).delete()
    Missed.objects.filter(address__in=Address.objects.filter(state__in=(CURRENT, OLD)).values("address")).delete()
    too_many = Missed.objects.order_by("-count", "-last", "address").values_list("pk", flat=True)[MOST:]
    Missed.objects.filter(pk__in=list(too_many)).delete()


def likely(address: str) -> str:
    """Where an address probably should lead: the page in print whose address is most like it; "" for none."""
    found = _nearby().like(address, languages.published())
    return found[0] if found else ""


_held: tuple[object, Nearby] | None = None


def _nearby() -> Nearby:
    global _held  # one index for an edition: it takes a while to make
    reader = announcements.reader()
    reader.refresh()
    if _held is None or _held[0] != (reader.folder, reader.number):
        made = Nearby(reader.entries)
        while not made.is_whole:
            made.work()
        _held = ((reader.folder, reader.number), made)
    return _held[1]


@transaction.atomic
def lead(address: str, to: str) -> Address:
    """Let an address lead to a page in print. Raises NoSuchPlace, AddressTaken."""
    to = normalize("NFC", to.strip())
    if not announcements.stands_at(to) or to == address:
        raise NoSuchPlace(
            sentence("Readers find nothing at “{address}”; give the address of a published page.", address=to)
        )
    if address in addresses.reserved():
        raise addresses.AddressTaken(address, sentence("something of the site’s own"))
    held = Address.objects.filter(address=address, state=CURRENT).first()
    if held is not None:
        raise addresses.AddressTaken(address, held.page or sentence("something else"))
    page = (
        Address.objects.filter(address=to, state=CURRENT, page__isnull=False).values_list("page_id", flat=True).first()
    )
    # To a page it leads wherever the page goes; to a list it leads by its address.
    where = {"state": OLD, "page_id": page, "target": "" if page else to}
    made, _ = Address.objects.update_or_create(address=address, defaults=where)
    Missed.objects.filter(address=address).delete()
    return made
