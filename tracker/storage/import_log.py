"""The log of imports: the revisions that brought a file in, with the cells that each wrote."""

from tracker.imported import IMPORTED, ImportedFile
from tracker.storage.database import LedgerFile
from tracker.storage.moments import read_time

_IMPORTS = """SELECT r.id, r.recorded_at, r.text, r.author,
    (SELECT count(*) FROM actual_entry e WHERE e.revision = r.id)
    + (SELECT count(*) FROM target_entry e WHERE e.revision = r.id),
    EXISTS (SELECT 1 FROM withdrawn w WHERE w.revision = r.id)
    FROM revision r WHERE r.reverts IS NULL AND substr(r.text, 1, length(?)) = ?
    ORDER BY r.recorded_at DESC, r.sequence DESC LIMIT ?"""


def imported_files(file: LedgerFile, limit: int) -> tuple[ImportedFile, ...]:
    """Return the last imports, newest first; those of merged ledgers too."""
    rows = file.rows(_IMPORTS, (IMPORTED, IMPORTED, limit))
    return tuple(
        ImportedFile(name, read_time(at), text[len(IMPORTED) :], author, cells, bool(withdrawn))
        for name, at, text, author, cells, withdrawn in rows
    )
