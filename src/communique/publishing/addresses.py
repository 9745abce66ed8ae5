"""Addresses: given at publication, kept when they change, never silently lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from django.db import transaction
from wagtail.models import Page

from communique.press.questions import Reading, question
from communique.text.sentences import Sentence, sentence

from .models import Address

State = Address.State


class AddressTaken(ValueError):
    """Another page is published at this address."""

    def __init__(self, address: str, holder: Page | Sentence | str) -> None:
        self.address, self.holder = address, holder
        super().__init__(
            sentence(
                "{address} is already the address of “{holder}”; choose another slug.", address=address, holder=holder
            )
        )

    @property
    def said(self) -> Sentence:
        """That it is taken, by which page, and what would do."""
        told: Sentence = self.args[0]
        return told


_reserved: dict[str, str] = {}
_kept_below: dict[type[Page], dict[str, Sentence]] = {}


def reserve(address: str, holder: str) -> None:
    """Let no page have this address: something else is printed there, by the name of `holder`."""
    _reserved[address] = holder


def reserved() -> set[str]:
    """The addresses that no page can have."""
    return set(_reserved)


def keep_below(kind: type[Page], slugs: str, holder: Sentence) -> None:
    """Let nothing below a page of a kind have a slug that matches: there stands something of the page's own."""
    _kept_below.setdefault(kind, {})[slugs] = holder


def kept_below(kind: type[Page], slug: str) -> Sentence | None:
    """What stands of itself at this slug below every page of a kind; None if nothing does."""
    several = _kept_below.get(kind, {}).items()
    return next((holder for slugs, holder in several if re.fullmatch(slugs, slug)), None)


def holder_of(address: str) -> Sentence | str | None:
    """What stands at an address of itself, so that no page can have it; None if nothing does."""
    if address in _reserved:
        return _reserved[address]
    above, slug = address[:-1].rpartition("/")[::2]
    if not any(re.fullmatch(slugs, slug) for several in _kept_below.values() for slugs in several):
        return None  # as for nearly all: nothing needs to be looked up
    held = Address.objects.filter(address=f"{above}/", state=State.CURRENT).select_related("page").first()
    kind = held.page.specific_class if held and held.page else None
    return kept_below(kind, slug) if kind else None


@question
def address_of(read: Reading, page_id: int) -> str | None:
    """The current address of a public page, None for a page that a reader can't see."""
    if read.row("wagtailcore_page", page_id, columns=("id",)) is None:
        return None
    # Chosen here and not in SQL: an index on the current ones alone makes SQLite plan such a statement each time.
    rows = read.rows("publishing_address", page_id=page_id, columns=("address", "state"))
    return next((str(row.address) for row in rows if row.state == State.CURRENT.value), None)


def addresses_of(read: Reading, page_ids: Iterable[int]) -> dict[int, str]:
    """The current addresses of those of these pages that are public. For use inside questions."""
    found = {}
    for page_id in page_ids:
        address = address_of.reads(read, page_id)
        if address is not None:
            found[page_id] = address
    return found


def proposal(page: Page) -> str:
    """The address that a page would get by default: its parent's and its slug, in NFC, ending in a slash."""
    fixed = getattr(page, "fixed_address", None)
    if fixed:
        return str(fixed)
    parent = page.get_parent()
    if parent is None or parent.depth <= 1:
        return "/"
    return below(parent, page.slug)


def below(parent: Page, slug: str) -> str:
    """The address of a page with this slug below another one."""
    return normalize("NFC", f"{_standing(parent)}{slug}/")


def check(page: Page, wanted: str = "") -> str:
    """The address that publishing this page would use; `wanted` is what it proposes. Raises AddressTaken."""
    return _usable(page, wanted or proposal(page), _current(page))


def _usable(page: Page, wanted: str, kept: Address | None) -> str:
    """What it has kept if it proposes the same still, else what it wants, if nobody has that."""
    if kept and kept.proposed == wanted:
        return kept.address
    kept_for = holder_of(wanted)
    if kept_for is not None:
        raise AddressTaken(wanted, kept_for)
    holder = Address.objects.filter(address=wanted, state=State.CURRENT).exclude(page_id=page.pk).first()
    if holder and holder.page_id is not None and holder.page is not None:
        raise AddressTaken(wanted, holder.page)
    return wanted


@transaction.atomic
def assign(page: Page) -> str:
    """Give a page that is being published its address; an earlier one becomes a redirect. Raises AddressTaken."""
    wanted, before = proposal(page), _current(page)
    address = _usable(page, wanted, before)
    if before and before.address == address:
        return address
    # Where it stood earlier leads to it: what it had just now, and what has said "gone" while it was withdrawn.
    Address.objects.filter(page_id=page.pk, state__in=(State.CURRENT, State.GONE)).update(state=State.OLD)
    Address.objects.update_or_create(
        address=address,
        defaults={"page_id": page.pk, "state": State.CURRENT, "target": "", "proposed": wanted},
    )
    if before:
        _reassign_below(page)
    return address


def pin(page: Page, address: str) -> bool:
    """Give a page a stated address (an old permalink) if it is free. Tells whether it was."""
    taken = Address.objects.filter(address=address).exclude(page_id=page.pk)
    if holder_of(address) is not None or taken.exists():
        return False
    Address.objects.filter(page_id=page.pk, state=State.CURRENT).update(state=State.OLD)
    Address.objects.update_or_create(
        address=normalize("NFC", address),
        defaults={"page_id": page.pk, "state": State.CURRENT, "proposed": proposal(page), "target": ""},
    )
    return True


def withdraw(page: Page) -> None:
    """A page is unpublished or deleted: all its addresses answer 410 from now on; a private one's were never there."""
    held = Address.objects.filter(page_id=page.pk)
    current = held.filter(state=State.CURRENT)
    if not current.exists():
        return
    if page.get_view_restrictions().exists():
        current.delete()
    else:
        held.update(state=State.GONE)


def withdraw_before_deleting(instance: object, **_: object) -> None:
    """The same for a page that is about to be deleted (signal `pre_delete`)."""
    if isinstance(instance, Page) and instance.live:
        withdraw(instance)


def _current(page: Page) -> Address | None:
    return Address.objects.filter(page_id=page.pk, state=State.CURRENT).first()


def _standing(page: Page) -> str:
    held = Address.objects.filter(page_id=page.pk, state=State.CURRENT).values_list("address", flat=True).first()
    return held or proposal(page.specific)


def _reassign_below(page: Page) -> None:
    below = page.get_children().live().specific()
    for child in below:
        assign(child)
