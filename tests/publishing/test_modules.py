"""What lies in a package is seen, or it is said that it can't be."""

from __future__ import annotations

import errno
import os
import pkgutil

import pytest

from communique import cli, sections
from communique.publishing import modules, parts


@pytest.mark.parametrize("package", [cli, sections])
def test_it_is_what_python_finds_there(package):
    found = list(pkgutil.iter_modules(package.__path__))
    assert modules.within(package) == sorted(one.name for one in found)
    assert modules.packages(package) == sorted(one.name for one in found if one.ispkg)


def test_r6_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(monkeypatch):
    def refuse(path, *_, **__):
        raise OSError(errno.EMFILE, "Too many open files", str(path))

    monkeypatch.setattr(os, "listdir", refuse)
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(OSError, match="Too many open files"):
        parts.found()
