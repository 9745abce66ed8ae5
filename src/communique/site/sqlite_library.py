"""Which SQLite Django uses: pysqlite3's, which has none of the faults of those that distributions carry."""

from __future__ import annotations

import sys

import pysqlite3
from pysqlite3 import dbapi2


def put_in_place() -> None:
    """Have every later `import sqlite3` find pysqlite3. Called before Django's database layer is imported."""
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2
