"""A printed site, made once for the proofs that then do something to a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .rehearsed import company
from .sites import Site, a_site, command


@pytest.fixture(scope="session")
def printed_site(tmp_path_factory) -> Iterator[Site]:
    """Two languages, articles, a picture; an address that was another, and one that is gone."""
    with a_site(tmp_path_factory.mktemp("printed")) as site:
        with company("tool", **site.surroundings) as tool:
            tool.do("lay_out_with_a_past")
        assert command(site, "press", "run").returncode == 0
        yield site


@pytest.fixture
def copied_site(printed_site, tmp_path) -> Site:
    """A copy that may be spoilt."""
    return copied(printed_site, tmp_path / "site")


def copied(site: Site, folder: Path) -> Site:
    """The same site in another folder."""
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    return Site(folder, {**site.surroundings, "COMMUNIQUE_SITE": str(folder)})
