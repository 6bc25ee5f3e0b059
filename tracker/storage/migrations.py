"""The steps that bring a ledger file to the present form.

Frozen SQL: a step that shipped never changes. No domain class appears here,
because a class moves on and an old step must not.
"""

from tracker.storage.light_import import Database, Migrations

STEPS = Migrations("guoban")


@STEPS(name="001_journal")
def journal(db: Database) -> None:
    """Catalogue, append-only journal with its chain, and the current values beside it."""
    for statement in (*_CATALOGUE, *_JOURNAL, *_CURRENT, *_triggers(_APPEND_ONLY)):
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 1")


_CATALOGUE = (
    """CREATE TABLE indicator (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT NOT NULL, kind TEXT NOT NULL,
        judged_by TEXT NOT NULL, unit TEXT NOT NULL, decimals INTEGER NOT NULL,
        growth_decimals INTEGER NOT NULL, calendar TEXT NOT NULL, better TEXT NOT NULL,
        pace TEXT NOT NULL, lever TEXT NOT NULL, lead_department TEXT NOT NULL,
        nature TEXT NOT NULL, aggregation TEXT NOT NULL, price TEXT NOT NULL, tag TEXT NOT NULL,
        in_sample INTEGER NOT NULL, "order" INTEGER NOT NULL)""",
    """CREATE TABLE region (
        code TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT NOT NULL, level TEXT NOT NULL,
        parent TEXT NOT NULL, "order" INTEGER NOT NULL, aliases TEXT NOT NULL)""",
)

_JOURNAL = (
    """CREATE TABLE revision (
        id TEXT PRIMARY KEY, device_id TEXT NOT NULL, sequence INTEGER NOT NULL,
        recorded_at TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL,
        reverts TEXT REFERENCES revision(id), prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
        UNIQUE (device_id, sequence))""",
    "CREATE INDEX revision_by_time ON revision (recorded_at)",
    """CREATE TABLE actual_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT, revision TEXT NOT NULL REFERENCES revision(id),
        position INTEGER NOT NULL, indicator TEXT NOT NULL REFERENCES indicator(id),
        region TEXT NOT NULL REFERENCES region(code), year INTEGER NOT NULL,
        month INTEGER NOT NULL, measure TEXT NOT NULL, basis TEXT NOT NULL, old_value REAL,
        value REAL, status TEXT NOT NULL, published_on TEXT, source TEXT NOT NULL,
        note TEXT NOT NULL)""",
    "CREATE INDEX actual_entry_by_cell ON actual_entry (region, year, indicator)",
    "CREATE INDEX actual_entry_by_revision ON actual_entry (revision)",
    """CREATE TABLE target_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT, revision TEXT NOT NULL REFERENCES revision(id),
        position INTEGER NOT NULL, indicator TEXT NOT NULL REFERENCES indicator(id),
        region TEXT NOT NULL REFERENCES region(code), year INTEGER NOT NULL,
        horizon TEXT NOT NULL, measure TEXT NOT NULL, tier TEXT NOT NULL, old_value REAL,
        value REAL, comparator TEXT NOT NULL, upper REAL, tolerance REAL,
        effective_on TEXT NOT NULL, document TEXT NOT NULL, reason TEXT NOT NULL,
        source TEXT NOT NULL, reference TEXT NOT NULL, due_on TEXT)""",
    "CREATE INDEX target_entry_by_key ON target_entry (region, year, indicator)",
    "CREATE INDEX target_entry_by_revision ON target_entry (revision)",
    """CREATE TABLE setting_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT, revision TEXT NOT NULL REFERENCES revision(id),
        position INTEGER NOT NULL, name TEXT NOT NULL, old_value TEXT, value TEXT)""",
    "CREATE INDEX setting_entry_by_name ON setting_entry (name)",
    "CREATE INDEX setting_entry_by_revision ON setting_entry (revision)",
)

_CURRENT = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE withdrawn (revision TEXT PRIMARY KEY REFERENCES revision(id)) WITHOUT ROWID",
    """CREATE TABLE actual_current (
        region TEXT NOT NULL, year INTEGER NOT NULL, indicator TEXT NOT NULL,
        measure TEXT NOT NULL, basis TEXT NOT NULL, month INTEGER NOT NULL, value REAL NOT NULL,
        status TEXT NOT NULL, published_on TEXT, source TEXT NOT NULL, note TEXT NOT NULL,
        recorded_at TEXT NOT NULL, entry INTEGER NOT NULL,
        PRIMARY KEY (region, year, indicator, measure, basis, month)) WITHOUT ROWID""",
    """CREATE TABLE target_current (
        region TEXT NOT NULL, year INTEGER NOT NULL, indicator TEXT NOT NULL,
        horizon TEXT NOT NULL, measure TEXT NOT NULL, tier TEXT NOT NULL, entry INTEGER NOT NULL,
        value REAL, comparator TEXT NOT NULL, upper REAL, tolerance REAL,
        effective_on TEXT NOT NULL, document TEXT NOT NULL, reason TEXT NOT NULL,
        source TEXT NOT NULL, reference TEXT NOT NULL, due_on TEXT, recorded_at TEXT NOT NULL,
        PRIMARY KEY (region, year, indicator, horizon, measure, tier, entry)) WITHOUT ROWID""",
)

_APPEND_ONLY = ("revision", "actual_entry", "target_entry", "setting_entry")


def _triggers(tables: tuple[str, ...]) -> list[str]:
    return [
        f"""CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in tables
        for verb in ("UPDATE", "DELETE")
    ]
