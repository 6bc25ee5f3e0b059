"""The present form of a ledger file: what marks it, and which steps have brought it there.

Known without sqlite-utils, whose import alone is a fifth of the program's cold start: a ledger
that is in the present form already, as nearly every one is, opens without it.
"""

import sqlite3

APPLICATION_ID = 0x4742414E
"""“GBAN” in the header of the file tells a ledger from any other SQLite file."""

STEP_NAMES = ("001_journal",)
"""The steps of `migrations`, in order; a test holds the two against each other."""

_TAKEN = """SELECT name FROM _sqlite_migrations WHERE migration_set = 'guoban'"""
_KEEPS_STEPS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return one of SQLite's own numbers in the file."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def has_present_form(connection: sqlite3.Connection) -> bool:
    """Say whether the file is a ledger that has taken exactly the steps of this version."""
    if pragma(connection, "application_id") != APPLICATION_ID:
        return False
    if pragma(connection, "user_version") != len(STEP_NAMES):
        return False
    if connection.execute(_KEEPS_STEPS).fetchone() is None:
        return False
    taken = sorted(name for (name,) in connection.execute(_TAKEN))
    return taken == sorted(STEP_NAMES)
