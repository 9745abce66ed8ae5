"""The secret between reader and desk: an empty one would have everybody believed."""

import errno
import os

import pytest

from communique.press.serving.token import reader_token


def test_it_is_made_once_and_stays(tmp_path):
    token = reader_token(tmp_path / "token")
    assert len(token) > 30 and reader_token(tmp_path / "token") == token
    assert os.listdir(tmp_path) == ["token"] and (tmp_path / "token").stat().st_mode & 0o077 == 0


def test_r10_a_full_disk_leaves_no_empty_one(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            reader_token(tmp_path / "token")
    assert os.listdir(tmp_path) == []


def test_r13_one_that_a_power_cut_emptied_is_made_anew(tmp_path):
    (tmp_path / "token").write_bytes(b"")
    assert len(reader_token(tmp_path / "token")) > 30
