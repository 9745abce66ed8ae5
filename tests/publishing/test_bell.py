"""The bell rings wherever the site lies."""

from __future__ import annotations

import os

import pytest
from django.conf import settings

from communique.publishing import bell


@pytest.fixture(params=["near", f"far{'/down in a very long folder of its own' * 6}"])
def lying(request, tmp_path, monkeypatch):
    """The site in a folder whose path is short, or longer than a socket's may be."""
    site = settings.COMMUNIQUE
    data = site.data.model_copy(update={"folder": tmp_path / request.param})
    monkeypatch.setattr(settings, "COMMUNIQUE", site.model_copy(update={"data": data}))
    assert bell.place().is_relative_to(tmp_path / request.param)


def test_who_listens_is_woken(lying):
    with bell.hang() as hung:
        bell.ring()
        assert hung.recv(8) == b"!"


def test_a_bell_that_hangs_there_already_is_replaced(lying):
    with bell.hang(), bell.hang() as hung:
        bell.ring()
        assert hung.recv(8) == b"!"


def test_nobody_need_listen(lying):
    bell.ring()


def test_no_folder_stays_open(lying):
    before = set(os.listdir("/proc/self/fd"))
    bell.hang().close()
    bell.ring()
    assert set(os.listdir("/proc/self/fd")) == before
