"""Files are brought in whole and stay (R2, R10)."""

import errno
import os

import pytest
from django.core.files.base import ContentFile

from communique.site.upload_folder import UploadFolder


def test_r10_a_file_for_which_there_is_no_room_is_not_half_kept(tmp_path, monkeypatch):
    folder = UploadFolder(location=tmp_path)

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        folder.save("papers/ports.pdf", ContentFile(b"half"))
    assert not (tmp_path / "papers" / "ports.pdf").exists()


def test_r10_a_file_that_was_there_stays(tmp_path):
    folder = UploadFolder(location=tmp_path)
    name = folder.save("ports.pdf", ContentFile(b"whole"))
    again = folder.save("ports.pdf", ContentFile(b"another"))
    assert (tmp_path / name).read_bytes() == b"whole" and again != name
