"""What printed pages come from besides the content: another fingerprint prints everything again."""

from pathlib import Path

import pytest
from django.conf import settings

from communique.publishing import newsroom
from communique.publishing.newsroom import SiteNewsroom


@pytest.fixture
def fingerprint(window):
    def of_a_new_process():
        newsroom.code.cache_clear()
        return SiteNewsroom(window).fingerprint

    yield of_a_new_process
    newsroom.code.cache_clear()


def test_it_stays_the_same_as_long_as_nothing_changes(fingerprint):
    assert fingerprint() == fingerprint()


def change_a_template(patch, folder):
    (folder / "templates").mkdir()
    (folder / "templates" / "base.html").write_text("ours")


def change_a_style(patch, folder):
    (folder / "static").mkdir()
    (folder / "static" / "ours.css").write_text("p { margin-block: 1em }")


def change_a_word(patch, folder):
    (folder / "locale").mkdir()
    (folder / "locale" / "en.po").write_text('msgid "Search"\nmsgstr "Look"\n')


def change_a_setting(patch, folder):
    site = settings.COMMUNIQUE.site.model_copy(update={"name": "Another"})
    patch.setattr(settings, "COMMUNIQUE", settings.COMMUNIQUE.model_copy(update={"site": site}))


def change_the_code(patch, folder):
    read = Path.read_bytes
    patch.setattr(Path, "read_bytes", lambda path: b"other code" if path.suffix == ".py" else read(path))


def change_a_library(patch, folder):
    patch.setattr(newsroom, "version", lambda name: "99")


@pytest.mark.parametrize(
    "change",
    [change_a_template, change_a_style, change_a_word, change_a_setting, change_the_code, change_a_library],
)
def test_it_changes_with_each_of_them(fingerprint, change, monkeypatch, tmp_path):
    configuration = settings.COMMUNIQUE.model_copy()
    configuration._folder = tmp_path
    monkeypatch.setattr(settings, "COMMUNIQUE", configuration)
    before = fingerprint()
    change(monkeypatch, tmp_path)
    assert fingerprint() != before
