"""The journal: the only writer. It appends revisions and keeps the current values beside them."""

from collections.abc import Sequence

from tracker.edits import Changes, Edit
from tracker.errors import BadValue
from tracker.filing.locks import months_of, refuse_lock_step
from tracker.indicators import Catalogue
from tracker.storage.database import LedgerFile
from tracker.storage.entry_rules import check, check_texts
from tracker.storage.signature import Signature
from tracker.storage.transaction import Note, Transaction


class Journal:
    """Appends revisions to a ledger file. Either all of a batch is written, or nothing is."""

    def __init__(self, file: LedgerFile, catalogue: Catalogue, signature: Signature) -> None:
        self._file = file
        self.catalogue = catalogue
        """Whose indicators and regions may be entered."""
        self._signature = signature

    def record(self, edits: Sequence[Edit], text: str, reason: str = "") -> Changes:
        """Write a batch as one revision and return what it changed.

        Edits that change nothing are dropped; when none is left there is no revision and the
        Changes are empty. Raises BadValue (a locked month among others), UnknownName or
        LedgerError, and nothing is written.
        """
        today = self._signature.now().date()
        for edit in edits:
            check(edit, self.catalogue, today)
        check_texts((text, reason, self._signature.author))
        with self._file.writing() as connection:
            work = Transaction(connection, self._signature)
            work.refuse_locked(months_of(edits))
            entries, standing = work.enter(edits)
            if not entries:
                return Changes()
            revision = work.append(entries, Note(text, reason))
            work.refresh(standing)
        return standing.changes(revision)

    def revert(self, revision: str, text: str) -> Changes:
        """Take a revision back by appending another; reverting a revert restores what it took.

        Raises UnknownName for a revision the ledger does not hold, BadValue for one that is
        taken back already or that locked or reopened a month (those want a reason), LedgerError
        when the file cannot be written; nothing is written then.
        """
        check_texts((text, self._signature.author))
        with self._file.writing() as connection:
            work = Transaction(connection, self._signature)
            line = work.line_of(revision)
            if work.is_withdrawn(revision):
                raise BadValue("这一步已经撤销过了，不能再撤销一次。")
            before = work.standing_of(line[-1])
            work.refuse_locked({key.month for key in before.actuals})
            refuse_lock_step(before.settings)
            work.take_back(line)
            after = work.standing_of(line[-1])
            work.guard(after)
            appended = work.append(work.audit(before, after), Note(text, reverts=revision))
            work.refresh(after)
        return after.changes(appended)
