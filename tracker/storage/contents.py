"""Contents: everything a ledger holds, for a file that leaves the program whole."""

from typing import Any

from tracker.indicators import Actual, Target
from tracker.storage.database import LedgerFile
from tracker.storage.loading import CurrentLoader

_PLACES = "SELECT region, year FROM actual_current UNION SELECT region, year FROM target_current"
_JOURNAL = ("revision", "actual_entry", "target_entry", "setting_entry")


class Contents:
    """Reads a ledger file from its beginning to its end."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file

    def figures(self) -> tuple[tuple[Actual, ...], tuple[Target, ...]]:
        """Return all figures that stand and all versions of targets, region by region."""
        loader = CurrentLoader(self._file)
        actuals: list[Actual] = []
        targets: list[Target] = []
        for region, year in self._file.rows(_PLACES):
            for months in loader.load_actuals(region, year).values():
                actuals.extend(months.values())
            targets.extend(loader.load_targets(region, year))
        return tuple(actuals), tuple(targets)

    def journal_tables(self) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
        """Return the tables of the journal as they are in the file: columns and rows by name."""
        found = {}
        for table in _JOURNAL:
            columns = [row[1] for row in self._file.rows(f"PRAGMA table_info({table})")]
            found[table] = (columns, self._file.rows(f"SELECT * FROM {table} ORDER BY rowid"))
        return found
