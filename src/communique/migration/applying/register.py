"""The register of what was brought before: by its name there, and whether anybody changed it here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Revision

from communique.migration.models import Imported

Kind = Imported.Kind


def base_of(address: str) -> str:
    """The name of a site: its address without what changes when it moves to https."""
    return re.sub(r"^https?://(www\.)?", "", address.strip().lower()).rstrip("/")[:500] or "unnamed"


class Register:
    """All that came from one site so far."""

    def __init__(self, base: str) -> None:
        self.base = base_of(base)
        self._known = {(row.kind, row.key): row for row in Imported.objects.filter(base=self.base)}

    def find(self, kind: str, key: str | int) -> Imported | None:
        """What came under this name, if anything did."""
        return self._known.get((kind, str(key)))

    def add(self, kind: str, key: str | int, **fields: Any) -> Imported:
        """Enter one thing."""
        row = Imported.objects.create(base=self.base, kind=kind, key=str(key), **fields)
        self._known[kind, str(key)] = row
        return row

    def add_many(self, rows: Iterable[Imported]) -> None:
        """Enter several things at once."""
        for row in Imported.objects.bulk_create(list(rows)):
            self._known[row.kind, row.key] = row

    def new(self, kind: str, key: str | int, **fields: Any) -> Imported:
        """A row for `add_many`."""
        return Imported(base=self.base, kind=kind, key=str(key), **fields)

    def keep_states(self, rows: Sequence[Imported]) -> None:
        """Write down the states there and here of what was just written."""
        if rows:
            Imported.objects.bulk_update(rows, ["source", "written"], batch_size=100)

    def of_kind(self, kind: str) -> dict[str, Imported]:
        """What came of a kind, by its name there."""
        return {key: row for (its_kind, key), row in self._known.items() if its_kind == kind}

    def pages(self) -> dict[int, int]:
        """The pages that posts became, by the posts' numbers."""
        return {int(key): row.page_id for key, row in self.of_kind(Kind.POST).items() if row.page_id is not None}


def state_of(revision: Revision | None) -> str:
    """Tells one state of a page from another by what its latest revision says, whenever and however it was saved."""
    if revision is None:
        return ""
    content = {name: value for name, value in revision.content.items() if name not in _PASSING}
    # Written by Django's own encoder, so that what is in memory and what was read back are the same.
    written = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return blake2b(written.encode(), digest_size=16).hexdigest()


# What publishing and moving change by themselves.
_PASSING = frozenset(
    {
        *("live", "has_unpublished_changes", "first_published_at", "last_published_at", "live_revision", "numchild"),
        *("latest_revision", "latest_revision_created_at", "path", "depth", "url_path", "draft_title", "expired"),
        *("content_type", "owner", "go_live_at", "locked", "locked_at", "locked_by", "translation_key", "locale"),
    }
)
