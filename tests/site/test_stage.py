"""The stage that tests play on."""

import pytest
from django.db import connection

from communique.accounts.models import User


def test_the_cast_writes_publishes_and_reads(amina, hamid, sana, bilal):
    assert amina.has_perm("wagtailadmin.access_admin")
    assert hamid.has_perm("wagtailadmin.access_admin")
    assert not sana.has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_what_a_test_commits_is_gone_for_the_next(time):
    assert not User.objects.exists()
    User.objects.create_user("amina")


@pytest.mark.django_db
def test_the_library_is_the_one_without_known_faults():
    if connection.vendor == "sqlite":
        assert connection.Database.sqlite_version_info >= (3, 51, 3)
        with connection.cursor() as cursor:
            found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert found == ["wal", 2]
