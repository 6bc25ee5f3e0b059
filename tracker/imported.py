"""What an import leaves in the journal, and what is read back from it: which file came in when."""

from dataclasses import dataclass
from datetime import datetime

IMPORTED = "导入 "
"""How the text of such a revision begins. It is kept in the ledger: the same in every language."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was imported: when, which, by whom, how many cells it wrote, and whether an undo
    has taken them back. `at` is Beijing time.
    """

    revision: str
    at: datetime
    file: str
    author: str
    cells: int
    withdrawn: bool


def import_text(file_name: str) -> str:
    """Return the text of the revision that imports a file."""
    return IMPORTED + file_name
