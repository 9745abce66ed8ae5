"""What is told at the desk when the disk is full, and what isn't (R10)."""

import errno

import pytest
from django.db import OperationalError

from communique.site.going_wrong import INSUFFICIENT_STORAGE, went_wrong


def answer(rf, place, error):
    try:
        raise error
    except Exception:
        return went_wrong(rf.get(place))


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), OperationalError("database or disk is full")]
)
def test_r10_editors_are_told_that_nothing_was_kept(rf, db, error):
    told = answer(rf, "/desk/pages/3/edit/", error)
    assert told.status_code == INSUFFICIENT_STORAGE and told["Cache-Control"] == "no-store"
    assert "Nothing of what you sent was kept." in told.content.decode()


def test_r10_readers_are_told_as_of_any_other_trouble(rf, db):
    assert answer(rf, "/-/contact/3/", OSError(errno.ENOSPC, "No space left")).status_code == 500


def test_r10_our_own_faults_are_not_laid_on_the_disk(rf, db):
    assert answer(rf, "/desk/pages/3/edit/", OperationalError("no such table")).status_code == 500
