"""What the machine or the content can do wrong: said in a sentence, and whatever else can go on does."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing

import pytest

from communique.press.store import StoreReader

from .conftest import copied
from .disks import SmallDisk, or_skip, small_disk
from .sites import Site, command, published

pytestmark = pytest.mark.together("printed")

NO_SPACE, CANT_WRITE = 74, 73


@pytest.fixture
def disk(tmp_path) -> Iterator[SmallDisk]:
    with or_skip(), small_disk(tmp_path / "disk", "32m") as disk:
        yield disk


def said(ended: subprocess.CompletedProcess[str]) -> str:
    """The one sentence in which it was said what is wrong."""
    told = ended.stderr.strip()
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1, told
    return told


def alter(site: Site, *statements: str) -> None:
    """Straight into the content database."""
    with closing(sqlite3.connect(site.folder / "data" / "content.sqlite3", isolation_level=None)) as content:
        for statement in statements:
            content.execute(statement)


@pytest.mark.parametrize("left", [0, 120_000])
def test_a_full_disk_stops_the_press_with_a_sentence_and_loses_nothing(printed_site, tmp_path, disk, left):
    site = copied(printed_site, tmp_path / "disk" / "site")
    before = published(site.store)
    alter(site, "UPDATE wagtailcore_page SET title = title || ' anew'")
    disk.fill(left)
    ended = command(site, "press", "run")
    assert (ended.returncode, "space" in said(ended)) == (NO_SPACE, True), ended.stderr
    meanwhile = published(site.store)
    disk.make_space()
    assert command(site, "press", "run").returncode == 0
    after = published(site.store)
    assert b" anew" in after["/"][-1]
    assert meanwhile in (before, after)


@pytest.mark.parametrize("arguments", [("press", "run"), ("serve", "--port", "1024"), ("update",)])
def test_a_folder_that_can_not_be_written_to_is_told(printed_site, tmp_path, disk, arguments):
    site = copied(printed_site, tmp_path / "disk" / "site")
    disk.protect()
    ended = command(site, *arguments)
    assert ended.returncode == CANT_WRITE, (ended.returncode, ended.stdout, ended.stderr)
    said(ended)


def live_articles(site: Site, *, pictured: bool) -> list[tuple[int, str]]:
    """Keys and addresses of the published articles with, or without, a lead picture."""
    return site.ask(
        "SELECT page_ptr_id, address FROM articles_articlepage JOIN publishing_address ON page_id = page_ptr_id"
        f" WHERE state = 'current' AND lead_picture_id IS {'NOT' if pictured else ''} NULL ORDER BY 1"
    )


def press_after(site: Site, *statements: str) -> subprocess.CompletedProcess[str]:
    """Change every title in the database, and what else is wanted; then print."""
    alter(site, "UPDATE wagtailcore_page SET title = title || ' anew'", *statements)
    return command(site, "press", "run")


def assert_all_are_anew_but(failing: str, site: Site, before: dict[str, tuple]) -> None:
    """That one stands as it was; all other articles are as they are now."""
    now = published(site.store)
    for _, address in [*live_articles(site, pictured=True), *live_articles(site, pictured=False)]:
        # As it was printed: what stands in it from elsewhere, the navigation for instance, is of the new edition.
        assert (now[address][:-1] == before[address][:-1]) == (address == failing), address


def test_an_article_whose_body_is_broken_is_named_and_the_others_come_out(copied_site):
    before = published(copied_site.store)
    (key, address), *_ = live_articles(copied_site, pictured=False)
    broken = '[{"type": "heading", "value": 7, "id": "1"}]'
    ended = press_after(copied_site, f"UPDATE articles_articlepage SET body = '{broken}' WHERE page_ptr_id = {key}")
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert_all_are_anew_but(address, copied_site, before)
    assert_named(copied_site, "article", key, address, "TypeError")
    assert ended.stderr.count("Could not print") == 1  # lists and feeds leave it out, and come out too
    alter(copied_site, f"UPDATE articles_articlepage SET body = '[]' WHERE page_ptr_id = {key}")
    assert command(copied_site, "press", "run").returncode == 0
    with closing(StoreReader.open(copied_site.store)) as store:
        assert not store.failures()


def test_an_article_whose_picture_is_lost_is_named_and_the_others_come_out(copied_site):
    before = published(copied_site.store)
    ((key, address),) = live_articles(copied_site, pictured=True)
    for rendition in (copied_site.folder / "data" / "uploads" / "images").iterdir():
        rendition.unlink()
    ended = press_after(
        copied_site, "UPDATE content_rendition SET file = file || '.webp' WHERE filter_spec LIKE '%webp'"
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert_all_are_anew_but(address, copied_site, before)
    assert_named(copied_site, "article", key, address, "No such file")


def assert_named(site: Site, sheet: str, key: int, address: str, reason: str) -> None:
    """The store knows what failed and why, and `press status` tells."""
    with closing(StoreReader.open(site.store)) as store:
        failures = {(failure.sheet, failure.key): failure for failure in store.failures()}
    failure = failures[sheet, str(key)]
    assert (failure.address, reason in failure.reason) == (address, True), failure
    status = command(site, "press", "status")
    assert (status.returncode, f"{address}: {failure.reason}" in status.stdout) == (1, True)
