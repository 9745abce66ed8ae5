"""What readers get doesn't depend on which database the content is kept in."""

from __future__ import annotations

import pytest

from communique.site.demonstration.texts import LANGUAGES

from .rehearsed import company
from .sites import a_site, published

MOMENT = "2026-11-26T10:00:00+00:00"


def printed(folder, server):
    """The whole demonstration, printed from that database."""
    with a_site(folder, server, LANGUAGES) as site:
        with company("tool", **site.surroundings) as tool, company("press", **site.surroundings) as press:
            tool.do("load_the_demonstration", MOMENT)
            press.do("print_at", MOMENT)
        return published(site.store)


@pytest.mark.long
@pytest.mark.postgres
def test_n10_the_demonstration_is_printed_alike_from_sqlite_and_from_postgresql(tmp_path, postgres):
    sqlite, postgresql = printed(tmp_path / "sqlite", ""), printed(tmp_path / "postgresql", postgres)
    assert len(sqlite) > 900
    assert [one for one in sqlite.keys() | postgresql.keys() if sqlite.get(one) != postgresql.get(one)] == []
